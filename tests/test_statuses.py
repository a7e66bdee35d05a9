"""How a meeting or an agreement stands, by its words, in five languages; the model guesses wrong."""

from __future__ import annotations

import re

import pytest
from asking import agreement, meeting, person
from guided import guided

from communique import Agreement, Meeting

REST = " The day was warm and the sea of the south was calm."

MEETINGS = """\
held|Minister Ana Roy of Fiji met the President of Peru, Paul Bel, in Lima on Monday.
held|Minister Ana Roy of Fiji and the President of Peru, Paul Bel, held talks in Lima.
held|The meeting between Minister Ana Roy of Fiji and the President of Peru, Paul Bel, took place in Lima.
planned|Minister Ana Roy of Fiji will meet the President of Peru, Paul Bel, in Lima on Monday.
planned|Minister Ana Roy of Fiji is due to meet the President of Peru, Paul Bel, in Lima.
planned|The meeting of Minister Ana Roy of Fiji with the President of Peru, Paul Bel, is scheduled for May.
cancelled|The meeting of Minister Ana Roy of Fiji with the President of Peru, Paul Bel, was called off.
cancelled|Minister Ana Roy of Fiji cancelled her meeting with the President of Peru, Paul Bel.
cancelled|The talks between Minister Ana Roy of Fiji and the President of Peru, Paul Bel, did not take place.
cancelled|The talks between Minister Ana Roy of Fiji and the President of Peru, Paul Bel, will not take place.
cancelled|Minister Ana Roy of Fiji will not meet the President of Peru, Paul Bel, as planned.
cancelled|The meeting of Minister Ana Roy of Fiji with the President of Peru, Paul Bel, has been postponed.
proposed|Minister Ana Roy of Fiji invited the President of Peru, Paul Bel, to talks in Suva.
proposed|Minister Ana Roy of Fiji proposed a meeting with the President of Peru, Paul Bel.
proposed|Minister Ana Roy of Fiji asked for a meeting with the President of Peru, Paul Bel.
planned|The President of Peru, Paul Bel, accepted an invitation of Minister Ana Roy of Fiji to talks in Suva.
held|La ministre Ana Roy a rencontré le président du Pérou, Paul Bel, à Lima.
planned|La ministre Ana Roy rencontrera le président du Pérou, Paul Bel, à Lima.
cancelled|La rencontre de la ministre Ana Roy avec le président du Pérou, Paul Bel, a été annulée.
cancelled|La rencontre de la ministre Ana Roy avec le président du Pérou, Paul Bel, n'aura pas lieu.
cancelled|La réunion entre la ministre Ana Roy et le président du Pérou, Paul Bel, a été reportée.
proposed|La ministre Ana Roy a invité le président du Pérou, Paul Bel, à des entretiens à Suva.
held|Die Ministerin Ana Roy traf den Präsidenten von Peru, Paul Bel, in Lima.
planned|Die Ministerin Ana Roy wird den Präsidenten von Peru, Paul Bel, in Lima treffen.
cancelled|Das Treffen der Ministerin Ana Roy mit dem Präsidenten von Peru, Paul Bel, wurde abgesagt.
cancelled|Das Treffen der Ministerin Ana Roy mit dem Präsidenten von Peru, Paul Bel, findet nicht statt.
cancelled|Das Treffen der Ministerin Ana Roy mit dem Präsidenten von Peru, Paul Bel, wurde verschoben.
proposed|Die Ministerin Ana Roy lud den Präsidenten von Peru, Paul Bel, zu Gesprächen nach Suva ein.
held|La ministra Ana Roy se reunió con el presidente de Perú, Paul Bel, en Lima.
planned|La ministra Ana Roy se reunirá con el presidente de Perú, Paul Bel, en Lima.
cancelled|La reunión de la ministra Ana Roy con el presidente de Perú, Paul Bel, fue cancelada.
cancelled|La reunión de la ministra Ana Roy con el presidente de Perú, Paul Bel, no se celebrará.
cancelled|La reunión de la ministra Ana Roy con el presidente de Perú, Paul Bel, fue aplazada.
proposed|La ministra Ana Roy invitó al presidente de Perú, Paul Bel, a conversaciones en Suva.
held|Министр Анна Рой встретилась с президентом Перу Павлом Белым в Лиме.
planned|Министр Анна Рой встретится с президентом Перу Павлом Белым в Лиме.
cancelled|Встреча министра Анны Рой с президентом Перу Павлом Белым отменена.
cancelled|Встреча министра Анны Рой с президентом Перу Павлом Белым не состоится.
cancelled|Встреча министра Анны Рой с президентом Перу Павлом Белым перенесена на неопределённый срок.
proposed|Министр Анна Рой пригласила президента Перу Павла Белого на переговоры в Суву.
held|Minister Ana Roy of Fiji sat down with the President of Peru, Paul Bel, in Lima.
held|Minister Ana Roy of Fiji conferred with the President of Peru, Paul Bel, in Lima.
held|Minister Ana Roy of Fiji paid a courtesy call on the President of Peru, Paul Bel, in Lima.
held|Minister Ana Roy of Fiji hosted the President of Peru, Paul Bel, in Suva.
held|Minister Ana Roy of Fiji was received by the President of Peru, Paul Bel, in Lima.
held|Minister Ana Roy of Fiji exchanged views with the President of Peru, Paul Bel, on the sidelines of the summit.
held|Minister Ana Roy of Fiji and the President of Peru, Paul Bel, co-chaired a session of the commission in Lima.
held|Minister Ana Roy of Fiji had a working lunch with the President of Peru, Paul Bel, in Lima.
held|Minister Ana Roy of Fiji wrapped up two days of talks with the President of Peru, Paul Bel, in Lima.
held|Minister Ana Roy of Fiji opened negotiations with the President of Peru, Paul Bel, in Lima.
planned|Minister Ana Roy of Fiji will sit down with the President of Peru, Paul Bel, in Lima next week.
planned|Minister Ana Roy of Fiji is to be received by the President of Peru, Paul Bel, in Lima next week.
planned|Minister Ana Roy of Fiji plans to host the President of Peru, Paul Bel, in Suva next week.
planned|Minister Ana Roy of Fiji travels to Lima next week for talks with the President of Peru, Paul Bel, her office said.
planned|Minister Ana Roy of Fiji is expected in Lima next week, where she will be hosted by the President of Peru, Paul Bel, her office said.
planned|Minister Ana Roy of Fiji agreed to meet the President of Peru, Paul Bel, again in May.
cancelled|Minister Ana Roy of Fiji scrapped her talks with the President of Peru, Paul Bel, in Lima.
cancelled|Minister Ana Roy of Fiji put off her trip to Lima, where she was to meet the President of Peru, Paul Bel, her office said.
cancelled|Minister Ana Roy of Fiji pulled out of talks with the President of Peru, Paul Bel, in Lima.
proposed|Minister Ana Roy of Fiji offered to host talks with the President of Peru, Paul Bel, in Suva.
proposed|Minister Ana Roy of Fiji said she was ready to meet the President of Peru, Paul Bel, at any time.
proposed|Minister Ana Roy of Fiji suggested that the President of Peru, Paul Bel, come to Suva for talks.
held|La ministre Ana Roy a reçu le président du Pérou, Paul Bel, à Suva.
held|La ministre Ana Roy s'est entretenue par téléphone avec le président du Pérou, Paul Bel.
held|La ministre Ana Roy a été reçue par le président du Pérou, Paul Bel, à Lima.
held|La ministre Ana Roy et le président du Pérou, Paul Bel, ont tenu des pourparlers à Lima.
planned|La ministre Ana Roy doit rencontrer le président du Pérou, Paul Bel, à Lima.
planned|La ministre Ana Roy sera reçue par le président du Pérou, Paul Bel, à Lima.
planned|La ministre Ana Roy se rendra à Lima pour des entretiens avec le président du Pérou, Paul Bel.
cancelled|La ministre Ana Roy a annulé sa rencontre avec le président du Pérou, Paul Bel.
proposed|La ministre Ana Roy a proposé une rencontre au président du Pérou, Paul Bel.
held|Die Ministerin Ana Roy empfing den Präsidenten von Peru, Paul Bel, in Suva.
held|Die Ministerin Ana Roy telefonierte mit dem Präsidenten von Peru, Paul Bel.
held|Die Ministerin Ana Roy führte Gespräche mit dem Präsidenten von Peru, Paul Bel, in Lima.
held|Die Ministerin Ana Roy wurde vom Präsidenten von Peru, Paul Bel, empfangen.
planned|Die Ministerin Ana Roy reist nächste Woche zu Gesprächen mit dem Präsidenten von Peru, Paul Bel, nach Lima.
planned|Die Ministerin Ana Roy wird vom Präsidenten von Peru, Paul Bel, empfangen werden.
cancelled|Die Ministerin Ana Roy sagte ihr Treffen mit dem Präsidenten von Peru, Paul Bel, ab.
proposed|Die Ministerin Ana Roy schlug dem Präsidenten von Peru, Paul Bel, ein Treffen vor.
held|La ministra Ana Roy recibió al presidente de Perú, Paul Bel, en Suva.
held|La ministra Ana Roy conversó por teléfono con el presidente de Perú, Paul Bel.
held|La ministra Ana Roy fue recibida por el presidente de Perú, Paul Bel, en Lima.
planned|La ministra Ana Roy recibirá al presidente de Perú, Paul Bel, en Suva.
planned|La ministra Ana Roy viajará a Lima para reunirse con el presidente de Perú, Paul Bel.
cancelled|La ministra Ana Roy canceló su reunión con el presidente de Perú, Paul Bel.
proposed|La ministra Ana Roy propuso una reunión al presidente de Perú, Paul Bel.
held|Министр Анна Рой приняла президента Перу Павла Белого в Суве.
held|Министр Анна Рой поговорила по телефону с президентом Перу Павлом Белым.
held|Состоялись переговоры министра Анны Рой с президентом Перу Павлом Белым.
planned|Министр Анна Рой примет президента Перу Павла Белого в Суве.
planned|Министр Анна Рой посетит Лиму и проведёт переговоры с президентом Перу Павлом Белым.
cancelled|Министр Анна Рой отменила встречу с президентом Перу Павлом Белым.
proposed|Министр Анна Рой предложила встречу президенту Перу Павлу Белому.
"""

NO_MEETINGS = """\
No meeting between Minister Ana Roy of Fiji and the President of Peru, Paul Bel, took place after all.
Minister Ana Roy of Fiji refused to meet the President of Peru, Paul Bel, in Lima.
Minister Ana Roy of Fiji has never met the President of Peru, Paul Bel, her office said.
Minister Ana Roy of Fiji denied that she had met the President of Peru, Paul Bel, in Lima.
La ministre Ana Roy a refusé de rencontrer le président du Pérou, Paul Bel.
Die Ministerin Ana Roy lehnte ein Treffen mit dem Präsidenten von Peru, Paul Bel, ab.
La ministra Ana Roy se negó a reunirse con el presidente de Perú, Paul Bel.
Министр Анна Рой отказалась встретиться с президентом Перу Павлом Белым.
"""

AGREEMENTS = """\
signed|Fiji and Peru signed a treaty on fishing on Monday.
signed|A treaty on fishing was signed by Fiji and Peru in Lima.
under_negotiation|Fiji and Peru are negotiating a treaty on fishing.
under_negotiation|Fiji and Peru will sign a treaty on fishing in May.
under_negotiation|The treaty on fishing between Fiji and Peru has not yet been signed.
under_negotiation|The text of a treaty on fishing between Fiji and Peru is ready for signature.
proposed|Fiji proposed a treaty on fishing to Peru.
proposed|Fiji called for a treaty on fishing with Peru.
ratified|Peru's parliament ratified a treaty on fishing with Fiji.
in_force|A treaty on fishing between Fiji and Peru entered into force in May.
suspended|Peru suspended a treaty on fishing with Fiji.
terminated|Peru withdrew from a treaty on fishing with Fiji.
terminated|A treaty on fishing between Fiji and Peru expired in May.
terminated|Peru denounced a treaty on fishing with Fiji.
signed|Les Fidji et le Pérou ont signé un accord sur la pêche lundi.
under_negotiation|Les Fidji et le Pérou négocient un accord sur la pêche.
under_negotiation|L'accord sur la pêche entre les Fidji et le Pérou n'a pas encore été signé.
under_negotiation|Les Fidji et le Pérou signeront un accord sur la pêche en mai.
proposed|Les Fidji ont proposé un accord sur la pêche au Pérou.
ratified|Le parlement du Pérou a ratifié un accord sur la pêche avec les Fidji.
in_force|Un accord sur la pêche entre les Fidji et le Pérou est entré en vigueur en mai.
suspended|Le Pérou a suspendu un accord sur la pêche avec les Fidji.
terminated|Le Pérou a dénoncé un accord sur la pêche avec les Fidji.
signed|Fidschi und Peru haben ein Abkommen über Fischerei unterzeichnet.
under_negotiation|Fidschi und Peru verhandeln über ein Abkommen über Fischerei.
under_negotiation|Das Abkommen über Fischerei zwischen Fidschi und Peru wurde noch nicht unterzeichnet.
under_negotiation|Fidschi und Peru werden im Mai ein Abkommen über Fischerei unterzeichnen.
proposed|Fidschi hat Peru ein Abkommen über Fischerei vorgeschlagen.
ratified|Das Parlament von Peru hat ein Abkommen über Fischerei mit Fidschi ratifiziert.
in_force|Ein Abkommen über Fischerei zwischen Fidschi und Peru ist in Kraft getreten.
suspended|Peru hat ein Abkommen über Fischerei mit Fidschi ausgesetzt.
terminated|Peru hat ein Abkommen über Fischerei mit Fidschi gekündigt.
signed|Fiyi y Perú firmaron un acuerdo sobre pesca el lunes.
under_negotiation|Fiyi y Perú negocian un acuerdo sobre pesca.
under_negotiation|El acuerdo sobre pesca entre Fiyi y Perú aún no ha sido firmado.
under_negotiation|Fiyi y Perú firmarán un acuerdo sobre pesca en mayo.
proposed|Fiyi propuso a Perú un acuerdo sobre pesca.
ratified|El parlamento de Perú ratificó un acuerdo sobre pesca con Fiyi.
in_force|Un acuerdo sobre pesca entre Fiyi y Perú entró en vigor en mayo.
suspended|Perú suspendió un acuerdo sobre pesca con Fiyi.
terminated|Perú denunció un acuerdo sobre pesca con Fiyi.
signed|Фиджи и Перу подписали соглашение о рыболовстве в понедельник.
under_negotiation|Фиджи и Перу ведут переговоры о соглашении о рыболовстве.
under_negotiation|Соглашение о рыболовстве между Фиджи и Перу пока не подписано.
under_negotiation|Фиджи и Перу подпишут соглашение о рыболовстве в мае.
proposed|Фиджи предложила Перу соглашение о рыболовстве.
ratified|Парламент Перу ратифицировал соглашение о рыболовстве с Фиджи.
in_force|Соглашение о рыболовстве между Фиджи и Перу вступило в силу в мае.
suspended|Перу приостановило соглашение о рыболовстве с Фиджи.
terminated|Перу денонсировало соглашение о рыболовстве с Фиджи.
"""


NO_AGREEMENTS = """\
Fiji and Peru did not sign a treaty on fishing, the minister said.
No agreement on fishing was signed by Fiji and Peru.
Fiji and Peru failed to reach an agreement on fishing.
Fiji denied that it had signed an agreement on fishing with Peru.
There is no agreement on fishing between Fiji and Peru.
Les Fidji et le Pérou n'ont signé aucun accord sur la pêche.
Aucun accord sur la pêche n'a été conclu entre les Fidji et le Pérou.
Fidschi und Peru haben kein Abkommen über Fischerei unterzeichnet.
Fiyi y Perú no firmaron ningún acuerdo sobre pesca.
Фиджи и Перу не подписали соглашение о рыболовстве.
Никакого соглашения о рыболовстве между Фиджи и Перу не подписано.
"""

REFUSED = """\
Fiji refused to sign a treaty on fishing with Peru.
Les Fidji ont refusé de signer un accord sur la pêche avec le Pérou.
Fidschi weigerte sich, ein Abkommen über Fischerei mit Peru zu unterzeichnen.
Fiyi se negó a firmar un acuerdo sobre pesca con Perú.
Фиджи отказалась подписать соглашение о рыболовстве с Перу.
"""


@pytest.mark.parametrize("line", MEETINGS.splitlines())
def test_how_a_meeting_stands(line: str) -> None:
    """Held, fixed, called off or only asked for."""
    status, said = line.split("|")
    cyrillic = "А" <= said[-3] <= "я"
    names = ("Анна Рой", "Павел Белый") if cyrillic else ("Ana Roy", "Paul Bel")
    guess = "cancelled" if status == "held" else "held"
    item = meeting(1, *(person(name) for name in names), status=guess)
    (found,) = guided(said + REST, Meeting, item).meetings
    assert found.status == status


@pytest.mark.parametrize("said", NO_MEETINGS.splitlines())
def test_who_refused_to_meet_did_not(said: str) -> None:
    """Nor did who denies it, whatever a model says of the sentence."""
    people = ("Анна Рой", "Павел Белый") if "А" <= said[-3] <= "я" else ("Ana Roy", "Paul Bel")
    item = meeting(1, *(person(name) for name in people))
    assert guided(said + REST, Meeting, item).meetings == ()


@pytest.mark.parametrize("line", AGREEMENTS.splitlines())
def test_how_an_agreement_stands(line: str) -> None:
    """What is not signed yet is none that is; its name ends before what is told of it."""
    status, said = line.split("|")
    guess = "terminated" if status == "signed" else "signed"
    item = agreement(1, "none", status=guess, parties=["Fiji", "Peru"])
    del item["title"]
    (found,) = guided(said + REST, Agreement, item).agreements
    assert found.status == status
    subject = ("fishing", "la pêche", "Fischerei", "pesca", "рыболовстве")
    parties = "( (between|entre|zwischen|между|with|mit|avec|con|с|to|au) .*)?"
    assert re.fullmatch(rf".*({'|'.join(subject)}){parties}", found.title)


def agreements(said: str) -> tuple[Agreement, ...]:
    """What comes of a model that takes each sentence for one that was signed."""
    item = agreement(1, "none", status="signed", parties=["Fiji", "Peru"])
    del item["title"]
    found: tuple[Agreement, ...] = guided(said + REST, Agreement, item).agreements
    return found


@pytest.mark.parametrize("said", NO_AGREEMENTS.splitlines())
def test_what_was_not_agreed_on_is_no_agreement(said: str) -> None:
    """Nor what somebody denies."""
    assert agreements(said) == ()


@pytest.mark.parametrize("said", REFUSED.splitlines())
def test_who_refused_to_sign_has_not_signed(said: str) -> None:
    """There is a text all the same."""
    assert [found.status for found in agreements(said)] == ["under_negotiation"]
