"""Russian: who speaks, and who is meant."""

from __future__ import annotations

from communique.recognition.words.language import SpeechWords

SPEECH = SpeechWords(
    says=(
        r"сообщил\w*|заявил\w*|объявил\w*|сказал\w*|подчеркнул\w*|отметил\w*|добавил\w*|"
        r"указал\w*|пояснил\w*|напомнил\w*|подтвердил\w*|пообещал\w*|уточнил\w*",
    ),
    called=(r"[Оо]н|[Оо]на|(?:^|\s)(?:[Мм]инистр|[Пп]осол|[Пп]резидент)",),
    subjects=(r"он|она|они",),
    pronouns=(r"он|она|они|его|ее|её|ему|им|ним|ней|ними",),
    somebody=(r"стороны|министр\w*",),
    together=(r"обе|оба|стороны|сторон|страны|они",),
)
