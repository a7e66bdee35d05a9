"""The data of a report: articles, records and who took part, as the page reads them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from communique._version import __version__
from communique.archive.dates import bounds
from communique.archive.graph import label_of, node_of, relation_of
from communique.archive.outcome import Outcome
from communique.errors import InputError, SettingsError, StoreError
from communique.extraction import Extraction
from communique.pages import record_rows, report_page, safe_url
from communique.records import BUILT_IN
from communique.values.gazetteer import gazetteer

MOST = 5000
_ALWAYS = ("article", "kind", "rows")
_USAGE = ("calls", "prompt_tokens", "completion_tokens")
_NO_KINDS = ("rejected", "failures")
# Fields that hold groups of people and whole states.
_GROUPS = ("beneficiaries", "destination")
_SINGULAR = {kind.plural: kind.kind for kind in BUILT_IN}

Result = Outcome[Any] | Extraction[Any] | Mapping[str, Any]
"""What one article gave, or the dict that its `to_dict` gives."""


def save_report(
    results: Iterable[Result],
    path: str | Path,
    *,
    title: str = "Report",
    most: int = MOST,
) -> Path:
    """Write one HTML file to look at, search and filter many articles' records; gives its path.

    It holds the articles' texts, asks for nothing over the network and needs no server. A text
    that came twice is told of and has its records once.

    Args:
        results: outcomes of `extract_many`, extractions, or what their `to_dict` gives.
        path: the file; replaced when the new one is whole.
        title: the page's heading.
        most: how many articles it may hold; browsers become slow with many more.

    Raises:
        InputError: something is no result of communique.
        SettingsError: there are more than `most` articles.
        StoreError: the file cannot be written.
    """
    data = _Report(title)
    for count, result in enumerate(results, start=1):
        if count > most:
            raise SettingsError(
                f"a report holds {most} articles, and there are more: export to Parquet or CSV "
                "instead, or allow more (--most)"
            )
        data.add(result if isinstance(result, Mapping) else result.to_dict())
    path = Path(path)
    if not path.name or path.is_dir():
        raise StoreError(f"{path} is a folder: give the name of a file")
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(report_page(data.to_dict()), encoding="utf-8", errors="replace")
        draft.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error}): check the folder") from None
    return path


class _Report:
    def __init__(self, title: str) -> None:
        self.title = title
        self.kinds: dict[str, int] = {}
        self.columns: list[dict[str, None]] = []
        self.nodes: dict[str, int] = {}
        self.told: list[dict[str, str]] = []
        self.articles: list[dict[str, Any]] = []
        self.records: list[dict[str, Any]] = []
        self.codes: set[str] = set()
        self.named: dict[str, int] = {}

    def add(self, result: Mapping[str, Any]) -> None:
        """Take in what one article gave."""
        try:
            self._add(result)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            name = str(result.get("id", f"the {len(self.articles) + 1}th"))
            raise InputError(
                f"{name} is no result of communique ({type(error).__name__}: {error}): use what "
                "communique export, extract --format json or to_dict gives"
            ) from None

    def _add(self, result: Mapping[str, Any]) -> None:
        number = len(self.articles)
        article = result.get("article") or {}
        text = article.get("text", "")
        usage, provenance = result.get("usage") or {}, result.get("provenance") or {}
        copy = result.get("duplicate_of")
        # Two files of one name make two results of one id; links lead to either.
        name = result["id"]
        self.named[name] = self.named.get(name, 0) + 1
        if self.named[name] > 1:
            name = f"{name} ({self.named[name]})"
        entry = {
            "id": name,
            "status": result["status"],
            "text": text,
            "title": article.get("title"),
            "source": article.get("source"),
            # What no browser should be led to is shown as text.
            "url": safe_url(article.get("url")),
            "address": article.get("url"),
            "language": article.get("language"),
            "published": result.get("published") or article.get("published"),
            "problem": result.get("problem"),
            "copy": copy,
            "rejected": [
                [each[key] for key in ("kind", "field", "value", "reason", "detail")]
                for each in result.get("rejected", ())
            ],
            "failures": [
                [each[key] for key in ("question", "error", "message")]
                for each in result.get("failures", ())
            ],
            # A text that came twice was asked about once.
            "usage": None if copy else [usage.get(key, 0) for key in _USAGE],
            "cost": None if copy else usage.get("cost"),
            "model": f"{provenance['backend']}/{provenance['model']}" if provenance else None,
        }
        records = list(self._records(result, number, _Places(text)))
        self.articles.append({key: value for key, value in entry.items() if value})
        if not entry["copy"]:
            self.records.extend(records)

    def _records(
        self, result: Mapping[str, Any], article: int, places: _Places
    ) -> Iterator[dict[str, Any]]:
        for plural, records in result.items():
            if plural in _NO_KINDS or not isinstance(records, list):
                continue
            kind = self.kinds.setdefault(plural, len(self.kinds))
            if kind == len(self.columns):
                self.columns.append({})
            for place, record in enumerate(records, start=1):
                yield self._record(plural, kind, record, article, place, places)

    def _record(
        self,
        plural: str,
        kind: int,
        record: Mapping[str, Any],
        article: int,
        place: int,
        places: _Places,
    ) -> dict[str, Any]:
        rows = []
        for name, values in record_rows(record):
            self.columns[kind].setdefault(name)
            rows.append(
                [name, [[v.text, v.path, *(places.of(v.span) if v.span else ())] for v in values]]
            )
        codes = sorted(set(_named(record, "country")))
        self.codes.update(codes)
        relation, members = relation_of(plural, record)
        told: dict[str, Any] = {
            "article": article,
            "kind": kind,
            "number": place,
            "rows": rows,
            "evidence": [places.of(span) for span in record["evidence"]],
            "names": _names(record),
            "countries": codes,
            "topics": _topics(record),
            "status": _text(record.get("status")) or _text(record.get("stance")),
            "edtf": _text(record.get("date")),
            "date": bounds(record["date"]) if _text(record.get("date")) else None,
            "relation": relation,
            "nodes": list(dict.fromkeys(self._nodes(members))),
        }
        return {key: value for key, value in told.items() if value or key in _ALWAYS}

    def _nodes(self, members: Iterable[Mapping[str, Any]]) -> Iterator[int]:
        for member in members:
            kind, label = label_of(member, "entity")
            if label is None:
                continue
            country = member["country"] or ""
            node = self.nodes.setdefault(node_of(kind, label, country), len(self.nodes))
            if node == len(self.told):
                self.told.append({"label": label, "kind": kind, "country": country})
            yield node

    def to_dict(self) -> dict[str, Any]:
        """What the page reads; places in texts count UTF-16 units, as browsers do."""
        names = gazetteer().english_names()
        return {
            "title": self.title,
            "version": __version__,
            "created": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "kinds": [
                {
                    "plural": plural,
                    "kind": _SINGULAR.get(plural, plural),
                    "columns": list(self.columns[kind]),
                }
                for plural, kind in self.kinds.items()
            ],
            "countries": {code: names.get(code, code) for code in sorted(self.codes)},
            "nodes": self.told,
            "articles": self.articles,
            "records": self.records,
        }


class _Places:
    """Places in a text, from code points to the UTF-16 units of a browser."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, each in enumerate(text) if ord(each) > 0xFFFF]

    def of(self, span: Mapping[str, Any]) -> list[int]:
        """Start and end of a span."""
        return [int(at) + bisect_left(self._wide, int(at)) for at in (span["start"], span["end"])]


def _named(value: Any, name: str) -> Iterator[str]:
    """All texts in fields called `name`, at any depth."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            elif key not in ("evidence", "grounding"):
                yield from _named(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, name)


def _names(record: Mapping[str, Any]) -> list[str]:
    """The people and bodies of a record; states have their codes, and groups are neither."""
    inner = [
        value
        for key, value in record.items()
        if isinstance(value, dict | list) and key not in ("evidence", "grounding", *_GROUPS)
    ]
    found = dict.fromkeys((*_named(inner, "name"), *_named(inner, "organization")))
    return [name for name in found if gazetteer().code_of(name) is None]


def _topics(record: Mapping[str, Any]) -> list[str]:
    """What a record is about, whatever its kind calls that."""
    topics = [text for name in ("topics", "subjects") for text in _texts(record.get(name))]
    return [*topics, *(each.replace("_", " ") for each in _texts(record.get("measure")))]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _texts(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if _text(each)]
