"""The page of one article: its text with the words that carry records, and the records beside it.

A click on a value lights its words by CSS alone (``:target``), so the page needs no script and its
Content-Security-Policy forbids all. Everything from the article and the model is escaped.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from jinja2 import Environment

_HEIGHT = 640
_COLOURS = 4
_HIDDEN = ("evidence", "grounding")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a record, its path in it, and the span of the words that carry it, if any do."""

    text: str
    path: str
    span: Mapping[str, Any] | None

    @property
    def anchor(self) -> str | None:
        """The id of the words on the page."""
        return f"s{int(self.span['start'])}-{int(self.span['end'])}" if self.span else None


@dataclass(frozen=True, slots=True)
class Card:
    """A record: its kind, rows of a label and its values, and sentences of evidence."""

    kind: str
    plural: str
    number: int
    rows: tuple[tuple[str, tuple[Value, ...]], ...]
    evidence: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with its classes, and the anchors that begin before it."""

    text: str
    classes: str
    anchors: tuple[str, ...]


def article_page(
    data: Mapping[str, Any], kinds: Sequence[tuple[str, str]], *, in_frame: bool = False
) -> str:
    """The page of an extraction.

    data: what `Extraction.to_dict` gives.
    kinds: the kinds of records that were asked for, each with its plural.
    in_frame: whether it is for `framed`: links within it then lead into the frame's own document.
    """
    cards = tuple(
        _card(kind, plural, number, record)
        for kind, plural in kinds
        for number, record in enumerate(data[plural], start=1)
    )
    segments = tuple(_segments(data, kinds))
    anchors = sorted({anchor for segment in segments for anchor in segment.anchors})
    article = data["article"]
    return (
        environment()
        .get_template("article.html.j2")
        .render(
            data=data,
            in_frame=in_frame,
            article=article,
            title=article.get("title") or data["id"],
            url=safe_url(article.get("url")),
            cards=cards,
            segments=segments,
            anchors=anchors,
            kinds=[(kind.replace("_", " "), place) for place, (kind, _) in enumerate(kinds)],
        )
    )


def framed(page: str, title: str) -> str:
    """`page` for a notebook: in a frame without scripts, so that nothing reaches the notebook."""
    return (
        f'<iframe title="{html.escape(title)}" sandbox="allow-popups" '
        f'style="width:100%;height:{_HEIGHT}px;border:0" srcdoc="{html.escape(page)}"></iframe>'
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates that escape all that is put into them."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("communique.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def record_rows(record: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The fields of a record that hold something, each with its values; an entity is a row."""
    grounding = record["grounding"]

    def values(value: Any, path: str) -> Iterator[Value]:
        if isinstance(value, Mapping):
            for name, inner in value.items():
                yield from values(inner, f"{path}.{name}")
        elif isinstance(value, list | tuple):
            for place, inner in enumerate(value):
                yield from values(inner, f"{path}[{place}]")
        elif value is not None:
            yield Value(str(value), path, grounding.get(path))

    for name, value in record.items():
        if name in _HIDDEN:
            continue
        many = isinstance(value, list | tuple) and any(isinstance(e, Mapping) for e in value)
        for place, entry in enumerate(value if many else [value]):
            found = tuple(values(entry, f"{name}[{place}]" if many else name))
            if found:
                yield name, found


def _card(kind: str, plural: str, number: int, record: Mapping[str, Any]) -> Card:
    rows: list[tuple[str, tuple[Value, ...]]] = []
    last = ""
    for name, values in record_rows(record):
        rows.append(("" if name == last else name.replace("_", " "), values))
        last = name
    evidence = tuple(Value(e["text"], "evidence", e) for e in record["evidence"])
    return Card(kind.replace("_", " "), plural, number, tuple(rows), evidence)


def _segments(data: Mapping[str, Any], kinds: Sequence[tuple[str, str]]) -> Iterator[Segment]:
    """The text cut where any span begins or ends: spans overlap, and elements may not."""
    text = data["article"]["text"]
    marks: dict[tuple[int, int], set[str]] = {}
    for place, (_, plural) in enumerate(kinds):
        for record in data[plural]:
            for span in record["evidence"]:
                marks.setdefault((span["start"], span["end"]), set()).add(f"k{place % _COLOURS}")
            for span in record["grounding"].values():
                marks.setdefault((span["start"], span["end"]), set()).add("v")
    cuts = sorted({0, len(text), *(place for span in marks for place in span)})
    for start, end in pairwise(cuts):
        covering = [span for span in marks if span[0] <= start and end <= span[1]]
        classes = {name for span in covering for name in marks[span]}
        classes |= {f"s{first}-{last}" for first, last in covering}
        anchors = tuple(f"s{first}-{last}" for first, last in marks if first == start)
        yield Segment(text[start:end], " ".join(sorted(classes)), anchors)


def safe_url(url: str | None) -> str | None:
    """`url` where it leads to a page: other schemes may run code."""
    try:
        sound = url is not None and urlsplit(url).scheme in ("http", "https")
    except ValueError:
        sound = False
    return url if sound else None
