"""What code reads of visa policy statements in five languages: the same news in each."""

from __future__ import annotations

import pytest
from asking import person, visa
from guided import guided, the_statement

from communique import VisaPolicyStatement

ENDS = """\
visa_free|Peru lifted the requirement for visas for citizens of Fiji, Minister Ana Roy said.
visa_free|Peru scrapped the visa requirement for citizens of Fiji, Minister Ana Roy said.
visa_free|Peru no longer requires visas of citizens of Fiji, Minister Ana Roy said.
visa_free|Citizens of Fiji will not need visas for Peru, Minister Ana Roy said.
visa_free|The obligation to hold a visa has been abolished for Fijians, Minister Ana Roy said.
tightening|Peru ended visa-free travel for citizens of Fiji, Minister Ana Roy said.
tightening|The visa exemption for Fijians will end in May, Minister Ana Roy said.
suspension|Peru suspended the visa waiver for citizens of Fiji, Minister Ana Roy said.
visa_free|Le Pérou a supprimé l'obligation de visa pour les citoyens des Fidji, a annoncé la ministre Ana Roy.
visa_free|Les citoyens des Fidji n'auront plus besoin de visa pour le Pérou, a annoncé la ministre Ana Roy.
tightening|Le Pérou met fin à l'exemption de visa pour les citoyens des Fidji, a annoncé la ministre Ana Roy.
tightening|Le Pérou rétablit les visas pour les citoyens des Fidji, a annoncé la ministre Ana Roy.
visa_free|Perú eliminó el requisito de visa para los ciudadanos de Fiyi, anunció la ministra Ana Roy.
visa_free|Los ciudadanos de Fiyi ya no necesitarán visado para Perú, anunció la ministra Ana Roy.
tightening|Perú pone fin a la exención de visado para los ciudadanos de Fiyi, anunció la ministra Ana Roy.
visa_free|Перу отменило визовые требования для граждан Фиджи, сообщила министр Анна Рой.
visa_free|Гражданам Фиджи больше не нужны визы в Перу, сообщила министр Анна Рой.
tightening|Перу отменило безвизовый режим для граждан Фиджи, сообщила министр Анна Рой.
suspension|Перу приостановило безвизовый режим с Фиджи, сообщила министр Анна Рой.
visa_free|Peru hebt die Visumpflicht für Bürger von Fidschi auf, teilte die Ministerin Ana Roy mit.
visa_free|Die Ministerin Ana Roy kündigte die Aufhebung der Visumpflicht für Bürger von Fidschi an.
visa_free|Bürger von Fidschi brauchen für Peru kein Visum mehr, teilte die Ministerin Ana Roy mit.
tightening|Peru schafft die Visumfreiheit für Bürger von Fidschi ab, teilte die Ministerin Ana Roy mit.
tightening|Peru führt die Visumpflicht für Bürger von Fidschi wieder ein, teilte die Ministerin Ana Roy mit.
suspension|Peru setzt die Visumfreiheit für Bürger von Fidschi aus, teilte die Ministerin Ana Roy mit.
"""


@pytest.mark.parametrize("line", ENDS.splitlines())
def test_a_need_that_ends_is_a_freedom_and_a_freedom_that_ends_a_need(line: str) -> None:
    """The words of one stand in the news of the other."""
    measure, said = line.split("|")
    found = the_statement(f"{said} The day was warm and the sea of the south was calm.")
    assert (found.stance, found.measure) == ("announces", measure)


STANCES = """\
announces|Peru will abolish visas for citizens of Fiji, Minister Ana Roy said.
supports|Minister Ana Roy welcomed the abolition of visas for citizens of Fiji.
supports|Minister Ana Roy backed the abolition of visas for citizens of Fiji.
supports|Minister Ana Roy spoke in favour of abolishing visas for citizens of Fiji.
opposes|Minister Ana Roy opposed the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy rejected the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy refused to support the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy does not support the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy criticised the new visa fee for citizens of Fiji.
opposes|Minister Ana Roy said Peru would not agree to abolish visas for citizens of Fiji.
requests|Minister Ana Roy called on Peru to abolish visas for citizens of Fiji.
requests|Minister Ana Roy asked Peru to abolish visas for citizens of Fiji.
requests|Minister Ana Roy urged Peru to lift the visa requirement for citizens of Fiji.
considers|Minister Ana Roy said Peru was considering the abolition of visas for citizens of Fiji.
considers|Peru may abolish visas for citizens of Fiji, Minister Ana Roy said.
considers|Minister Ana Roy did not rule out the abolition of visas for citizens of Fiji.
considers|Peru is studying whether to abolish visas for citizens of Fiji, Minister Ana Roy said.
supports|La ministre Ana Roy a salué la suppression des visas pour les citoyens des Fidji.
supports|La ministre Ana Roy s'est prononcée en faveur de la suppression des visas pour les citoyens des Fidji.
opposes|La ministre Ana Roy s'est opposée à la suppression des visas pour les citoyens des Fidji.
opposes|La ministre Ana Roy a refusé de soutenir la suppression des visas pour les citoyens des Fidji.
opposes|La ministre Ana Roy ne soutient pas la suppression des visas pour les citoyens des Fidji.
requests|La ministre Ana Roy a demandé au Pérou de supprimer les visas pour les citoyens des Fidji.
requests|La ministre Ana Roy a appelé le Pérou à supprimer les visas pour les citoyens des Fidji.
considers|Le Pérou envisage de supprimer les visas pour les citoyens des Fidji, a déclaré la ministre Ana Roy.
considers|La ministre Ana Roy n'a pas exclu la suppression des visas pour les citoyens des Fidji.
announces|La ministre Ana Roy a annoncé la suppression des visas pour les citoyens des Fidji.
supports|Die Ministerin Ana Roy begrüßte die Abschaffung der Visa für Bürger von Fidschi.
supports|Die Ministerin Ana Roy sprach sich für die Abschaffung der Visa für Bürger von Fidschi aus.
opposes|Die Ministerin Ana Roy lehnte die Abschaffung der Visa für Bürger von Fidschi ab.
opposes|Die Ministerin Ana Roy unterstützt die Abschaffung der Visa für Bürger von Fidschi nicht.
opposes|Die Ministerin Ana Roy sprach sich gegen die Abschaffung der Visa für Bürger von Fidschi aus.
requests|Die Ministerin Ana Roy forderte Peru auf, die Visa für Bürger von Fidschi abzuschaffen.
requests|Die Ministerin Ana Roy bat Peru, die Visa für Bürger von Fidschi abzuschaffen.
considers|Peru prüft die Abschaffung der Visa für Bürger von Fidschi, sagte die Ministerin Ana Roy.
considers|Die Ministerin Ana Roy schloss die Abschaffung der Visa für Bürger von Fidschi nicht aus.
announces|Die Ministerin Ana Roy kündigte die Abschaffung der Visa für Bürger von Fidschi an.
supports|La ministra Ana Roy celebró la supresión de visados para los ciudadanos de Fiyi.
supports|La ministra Ana Roy respaldó la supresión de visados para los ciudadanos de Fiyi.
opposes|La ministra Ana Roy rechazó la supresión de visados para los ciudadanos de Fiyi.
opposes|La ministra Ana Roy se opuso a la supresión de visados para los ciudadanos de Fiyi.
opposes|La ministra Ana Roy no apoya la supresión de visados para los ciudadanos de Fiyi.
requests|La ministra Ana Roy pidió a Perú que suprima los visados para los ciudadanos de Fiyi.
requests|La ministra Ana Roy instó a Perú a suprimir los visados para los ciudadanos de Fiyi.
considers|Perú estudia la supresión de visados para los ciudadanos de Fiyi, dijo la ministra Ana Roy.
considers|La ministra Ana Roy no descartó la supresión de visados para los ciudadanos de Fiyi.
announces|La ministra Ana Roy anunció la supresión de visados para los ciudadanos de Fiyi.
supports|Министр Анна Рой приветствовала отмену виз для граждан Фиджи.
supports|Министр Анна Рой поддержала отмену виз для граждан Фиджи.
opposes|Министр Анна Рой выступила против отмены виз для граждан Фиджи.
opposes|Министр Анна Рой не поддержала отмену виз для граждан Фиджи.
opposes|Министр Анна Рой раскритиковала отмену виз для граждан Фиджи.
requests|Министр Анна Рой призвала Перу отменить визы для граждан Фиджи.
requests|Министр Анна Рой попросила Перу отменить визы для граждан Фиджи.
considers|Перу рассматривает отмену виз для граждан Фиджи, сообщила министр Анна Рой.
considers|Министр Анна Рой не исключила отмену виз для граждан Фиджи.
announces|Министр Анна Рой объявила об отмене виз для граждан Фиджи.
"""


@pytest.mark.parametrize("line", STANCES.splitlines())
def test_what_a_speaker_wants_in_five_languages(line: str) -> None:
    """Also where it is denied: who does not support it is against it."""
    stance, said = line.split("|")
    rest = (
        "День был тёплый, и море на юге спокойно."
        if "А" <= said[-4] <= "я"
        else "The sea was calm."
    )
    guess = "opposes" if stance == "announces" else "announces"
    assert the_statement(f"{said} {rest}", stance=guess).stance == stance


WHO = """\
Ana Roy|PE|FJ|Peru will abolish visas for citizens of Fiji, Peru's Foreign Minister Ana Roy said.
Ana Roy|PE|FJ|Ana Roy, the Foreign Minister of Peru, said visas for Fijians would be abolished.
Ana Roy|PE|FJ|“We will abolish visas for the people of Fiji,” said Peru's Interior Minister, Ana Roy.
Ana Roy|PE|FJ|According to Peru's Foreign Minister Ana Roy, Fijian nationals will no longer need visas.
Ana Roy|PE|FJ|Foreign Minister Ana Roy of Peru told reporters that Fijian students would get cheaper visas.
Foreign Ministry|PE|FJ|Peru's Foreign Ministry announced that visas for Fijian citizens would be abolished.
PE|PE|FJ|Peru has abolished visas for citizens of Fiji.
Ana Roy|EU|FJ|Commissioner Ana Roy said the EU would lift the Schengen visa requirement for Fijians.
Ana Roy|PE|FJ,KE|Peru's Foreign Minister Ana Roy said citizens of Fiji and Kenya would no longer need visas.
Ana Roy|PE|FJ|La ministre péruvienne des Affaires étrangères, Ana Roy, a annoncé la suppression des visas pour les citoyens des Fidji.
Ana Roy|PE|FJ|Le Pérou va supprimer les visas pour les ressortissants fidjiens, a déclaré la ministre péruvienne Ana Roy.
PE|PE|FJ|Le Pérou a supprimé les visas pour les citoyens des Fidji.
Ana Roy|PE|KE|« Nous supprimerons les visas pour les Kényans », a déclaré la ministre péruvienne de l'Intérieur, Ana Roy.
Ana Roy|PE|FJ|Die peruanische Außenministerin Ana Roy kündigte an, die Visumpflicht für Bürger von Fidschi aufzuheben.
Ana Roy|PE|KE|Peru werde die Visa für Kenianer abschaffen, sagte die peruanische Außenministerin Ana Roy.
PE|PE|KE|Peru schafft die Visa für kenianische Staatsbürger ab.
Ana Roy|PE|FJ|La ministra de Relaciones Exteriores de Perú, Ana Roy, anunció la supresión de visados para los ciudadanos de Fiyi.
Ana Roy|PE|KE|Perú suprimirá los visados para los kenianos, anunció la ministra peruana Ana Roy.
PE|PE|KE|Perú suprimió los visados para los ciudadanos de Kenia.
Анна Рой|PE|KE|Министр иностранных дел Перу Анна Рой объявила об отмене виз для граждан Кении.
Анна Рой|PE|KE|Перу отменит визы для кенийских граждан, сообщила министр иностранных дел Перу Анна Рой.
PE|PE|KE|Перу отменило визы для граждан Кении.
МИД Перу|PE|KE|МИД Перу сообщил, что граждане Кении смогут въезжать без виз.
"""


@pytest.mark.parametrize("line", WHO.splitlines())
def test_who_speaks_whose_visa_it_is_and_for_whom_in_five_languages(line: str) -> None:
    """However a state and its people are named."""
    who, destination, people, said = line.split("|")
    rest = (
        "День был тёплый, и море на юге спокойно."
        if "А" <= said[-4] <= "я"
        else "The sea was calm."
    )
    item = visa(1, person("nobody"), stance="supports", measure="other")
    (found,) = guided(f"{said} {rest}", VisaPolicyStatement, item).visa_policy_statements
    speaker = found.speaker
    assert (speaker.name or speaker.organization or speaker.country) == who
    assert found.destination is not None
    assert found.destination.country == destination
    assert [b.country for b in found.beneficiaries] == people.split(",")
