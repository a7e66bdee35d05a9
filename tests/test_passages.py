"""Sentences and their places."""

import pytest

from communique import Article
from communique.passages import LONGEST, split


def texts(text: str) -> list[str]:
    """The sentences of a text."""
    return [passage.span.text for passage in split(Article(text=text))]


def test_sentences_within_a_quotation_are_sentences() -> None:
    """Evidence is a sentence, not a whole speech."""
    assert texts('"We met. We signed," he said. Then he left.') == [
        '"We met.',
        'We signed," he said.',
        "Then he left.",
    ]


def test_abbreviations_do_not_end_sentences() -> None:
    """Titles and initials have full stops too."""
    assert len(texts("Mr. J. Smith met Dr. Lee in St. Louis. They talked.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ab dem 1. Juli gilt das Abkommen.",
        "Die Minister trafen sich am 21. März 2025 in Bonn.",
        "Das Treffen am 3. Verhandlungstag dauerte lange.",
        "Zum 30. Jahrestag kam der Botschafter.",
        "Sie sprachen vom 2. bis 5. Mai in Wien.",
    ],
)
def test_german_ordinals_do_not_end_sentences(text: str) -> None:
    """Half a sentence would be no evidence."""
    assert texts(f"{text} Dann reisten sie ab.") == [text, "Dann reisten sie ab."]


def test_a_number_at_the_end_of_a_sentence_ends_it() -> None:
    """In English and in German."""
    assert len(texts("The room had number 7. The talks began.")) == 2
    assert len(texts("Sie zählten 27. Dann begannen sie.")) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("日本とカザフスタンが会談した。両国は協定に署名した。", 2),
        ("التقى الوزيران في الرياض. ووقعا اتفاقية.", 2),
        ("Министры встретились в Москве. Они подписали соглашение.", 2),
        ("Les ministres se sont vus. Ils ont signé.", 2),
    ],
)
def test_scripts_with_and_without_capitals(text: str, count: int) -> None:
    """Each is cut where its own marks are."""
    assert len(texts(text)) == count


def test_what_is_too_long_for_a_sentence_is_cut_at_a_blank() -> None:
    """A table or a list without full stops still fits a window."""
    pieces = texts("word " * 1000)
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert "".join(pieces).count("word") == 1000
    assert all(len(piece) <= LONGEST for piece in texts("x" * 5000))


def test_paragraphs_end_sentences() -> None:
    """A headline without a full stop is its own passage."""
    assert texts("Ministers meet\n\nThey met in Oslo.") == ["Ministers meet", "They met in Oslo."]
