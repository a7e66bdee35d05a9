"""The promise: no value leaves the library that the article does not support."""

from __future__ import annotations

from typing import Any

from asking import agreement, extract_scripted, meeting, person, visa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from communique import Article, Extraction
from communique.passages import split
from communique.values.dates import find_dates
from communique.values.gazetteer import gazetteer

TEXTS = [
    "PARIS, 4 May 2025 - French Foreign Minister Anne Dupré met Mr. Jan Novák of the Czech Ministry "
    "of Trade in Lyon on Friday. They signed a Treaty on Rivers. “We will waive visas for Czech "
    "citizens from 1-2 June,” Dupré said.\n\nLast year Kenya's envoy Ng'ang'a visited The Hague.",
    "Министр Сергей Лавров встретился в Москве с Жаном Ноэлем Барро. Подписано соглашение 2 мая "
    "2024 года. Визы для граждан Франции отменены.",
    'The U.S. &amp; South Korea agreed on 21 May. Smith-Jones said: "Fees for e-visas will not '
    'rise." Zoë O’Neill (EU) praised the December 2023 accord. 東京で会談。首相は署名した。',
    "A\u0301gnes Kova\u0301cs re\u0301union a\u0300 Paris\u200b le 3 mai 2025 sur l’accord visa \U0001f30d.",
    'Minister Ana Roy of Fiji met Bo Lee\r\nin Oslo\ton 2 May 2025.\r\n\r\nRoy, of Fiji, said: "Visas\r\nwill '
    'end." Lee&#39;s aide met Roy of Fiji again in Rome.',
]
alphabets = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40
)


@st.composite
def fragments(draw: st.DrawFn, text: str) -> str:
    """A piece of the article, often spoilt a little: what weak models give."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 60)))
    piece = text[start:end]
    spoil = draw(st.sampled_from(["", "upper", "lower", "title", "swap", "extra", "cut", "word"]))
    changes = {
        "upper": piece.upper(),
        "lower": piece.lower(),
        "title": "Mr. " + piece,
        "swap": " ".join(reversed(piece.split())),
        "extra": piece + draw(alphabets),
        "cut": piece[1:],
        "word": " ".join(text[start:].split()[:2]),
    }
    return changes.get(spoil, piece)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Article, dict[str, Any]]:
    """An article and answers that mix truth, half-truth and noise."""
    text = draw(st.sampled_from(TEXTS) | alphabets.map(lambda t: t + " visa met agreement."))
    words = st.one_of(
        st.none(),
        fragments(text),
        alphabets,
        st.sampled_from(["France", "Friday", "1 May", "2 June", "KZ", "null", "Foreign Minister"]),
    )
    number = st.integers(-1, 6)

    def someone() -> dict[str, Any]:
        return person(draw(words), role=draw(words), organization=draw(words), country=draw(words))

    def party() -> dict[str, Any]:
        return {"name": draw(words), "country": draw(words)}

    def a_meeting() -> dict[str, Any]:
        return meeting(
            draw(number),
            someone(),
            someone(),
            place=draw(words),
            country=draw(words),
            date=draw(words),
            topics=[draw(words), draw(words)],
            more_sentences=[draw(number)],
        )

    def an_agreement() -> dict[str, Any]:
        parties = [party(), party()]
        return agreement(draw(number), draw(words), parties=parties, date=draw(words))

    def a_statement() -> dict[str, Any]:
        return visa(
            draw(number),
            someone(),
            destination=party(),
            beneficiaries=[party()],
            statement=draw(words),
            quote=draw(words),
            date=draw(words),
        )

    def told(make: Any) -> list[dict[str, Any]]:
        """One to three entries; some are told again with other details, so that they merge."""
        entries = [make() for _ in range(draw(st.integers(1, 2)))]
        again = {**make(), **draw(st.sampled_from([entries[0], {}]))}
        changed = draw(st.sampled_from(sorted(set(again) - {"sentence"})))
        return [*entries, {**again, changed: make()[changed]}]

    script = {
        "meeting": {"meetings": told(a_meeting)},
        "agreement": {"agreements": told(an_agreement)},
        "visa_policy_statement": {"visa_policy_statements": told(a_statement)},
    }
    published = draw(st.none() | st.dates())
    return Article.model_construct(text=text, published=published), script


COPIED = {"name", "role", "organization", "place", "title", "quote"}
CODED = {"country", "date"}


def values_of(record: Any, path: str = "") -> list[tuple[str, str, str]]:
    """(path, field, value) of each value of a record that must be grounded."""
    found = []
    for name, value in record:
        here = f"{path}.{name}" if path else name
        if name in ("evidence", "grounding") or value is None:
            continue
        if isinstance(value, str):
            if name in COPIED | CODED:
                found.append((here, name, value))
        else:
            entries = value if isinstance(value, tuple) else [value]
            for index, entry in enumerate(entries):
                if not isinstance(entry, str):
                    place = f"{here}[{index}]" if isinstance(value, tuple) else here
                    found.extend(values_of(entry, place))
    return found


def assert_supported(result: Extraction[Any]) -> int:
    """All that a reader of the article could hold against the result; the number of values."""
    text = result.article.text
    count = 0
    for record in result.records:
        assert record.evidence
        for span in (*record.evidence, *record.grounding.values()):
            assert text[span.start : span.end] == span.text
        for path, name, value in values_of(record):
            count += 1
            span = record.grounding[path]
            if name in COPIED:
                assert value == span.text
                before, after = text[: span.start][-1:], text[span.end :][:1]
                for edge, beyond in ((value[0], before), (value[-1], after)):
                    cased = edge.isalnum() and beyond.isalnum()
                    assert not (cased and (edge.islower() or edge.isupper() or edge.isdigit()))
            elif name == "country":
                mentions = gazetteer().mentions(text)
                carriers = [m for m in mentions if span.start <= m.start and m.end <= span.end]
                place = gazetteer().city(span.text)
                assert value == place or value in {m.code for m in carriers}
            else:
                day = result.published
                found = find_dates(text, day)
                assert (span.start, span.end, value) in {(m.start, m.end, m.edtf) for m in found}
    return count


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(scenes())
def test_whatever_a_model_says_only_supported_values_leave(
    scene: tuple[Article, dict[str, Any]],
) -> None:
    """Truth, half-truth and noise go in; every value that comes out stands in the article."""
    article, script = scene
    if not any(c.isalpha() for c in article.text):
        return
    result = extract_scripted(article, script)
    assert_supported(result)
    assert result.status == "complete"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400) | st.sampled_from(TEXTS))
def test_passages_hold_every_character_once_and_in_place(text: str) -> None:
    """Offsets are exact, in order, without overlap, and only white space lies between."""
    passages = split(Article.model_construct(text=text))
    at = 0
    for number, passage in enumerate(passages, start=1):
        assert passage.number == number
        assert text[passage.start : passage.end] == passage.span.text
        assert not text[at : passage.start].strip()
        assert passage.start >= at
        at = passage.end
    assert not text[at:].strip()


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
)
@example("", "1", "¼")  # which is written 1/4 when it is folded
def test_folded_text_finds_words_where_they_stand(before: str, needle: str, after: str) -> None:
    """What stands between blanks is found, and places in the original are exact."""
    from communique.values.folding import FoldedText, fold

    if not any(c.isalnum() for c in needle) or "&" in before + needle + after:
        return
    text = f"{before} {needle} {after}"
    wanted = fold(needle)
    if not wanted or not wanted[0].isalnum() or not wanted[-1].isalnum():
        return
    places = list(FoldedText(text).find_all(wanted))
    assert places
    for start, end in places:
        assert fold(text[start:end]) == wanted


def test_the_promise_is_tested_on_values_that_do_come_out() -> None:
    """The checks above are not empty: a truthful answer gives many values."""
    script = {
        "meeting": {
            "meetings": [
                meeting(
                    2,
                    person("Anne Dupré", role="Foreign Minister", country="France"),
                    person("Mr. Jan Novak", organization="Ministry of Trade"),
                    place="Lyon",
                    date="on Friday",
                )
            ]
        }
    }
    result = extract_scripted(TEXTS[0], script)
    assert assert_supported(result) >= 7, result.to_json(indent=1)
