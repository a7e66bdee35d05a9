"""From a peer's answer to the fields of gold: names as written, codes and empty values evened out.

Generous on purpose: "Null", "n/a", "In person" and the names of countries in the languages of the
gold corpus all count as what they mean.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

PERSON = ("name", "role", "organization", "country")
PARTY = ("name", "country")
KINDS = {
    "meeting": "meetings",
    "agreement": "agreements",
    "visa_policy_statement": "visa_policy_statements",
}
_NOTHING = {
    *("", "-", "null", "none", "nil", "n/a", "na", "unknown", "unspecified", "not specified"),
    *("not mentioned", "not given", "not stated"),
}
_CODES_BY_HAND = {
    **dict.fromkeys(("eu", "european union", "schengen", "schengen area", "eu countries"), "EU"),
    **dict.fromkeys(("uk", "britain", "great britain", "england"), "GB"),
    "us": "US",
    "usa": "US",
    "u.s.": "US",
    "america": "US",
    "kosovo": "XK",
    "south korea": "KR",
    "north korea": "KP",
    "uae": "AE",
    "turkey": "TR",
}
_CODES_BEYOND_ISO = ("EU", "XK")
_LANGUAGES = ("en", "fr", "de", "ru", "kk")


def text(value: Any) -> str | None:
    """A value as text; None for what means nothing."""
    if isinstance(value, Mapping | list | tuple | bool) or value is None:
        return None
    found = str(value).strip()
    return None if found.casefold() in _NOTHING else found


def items(value: Any) -> list[Any]:
    """The entries of a list; one string is split at its semicolons."""
    if isinstance(value, str):
        return [part for part in value.split(";") if text(part)]
    if isinstance(value, Mapping):
        return [value]
    return [entry for entry in value or [] if entry] if isinstance(value, Sequence) else []


def texts(value: Any) -> list[str]:
    """The texts of a list."""
    return [found for entry in items(value) if (found := text(entry))]


def word(value: Any) -> str | None:
    """A word of a vocabulary: "In person" is `in_person`."""
    found = text(value)
    return found.casefold().replace(" ", "_").replace("-", "_") if found else None


def country(value: Any) -> str | None:
    """The code of a country that is given by code or by name; None where it is neither."""
    found = text(value)
    return _code(found) if found else None


def entity(value: Any, keys: Sequence[str]) -> dict[str, str | None] | None:
    """A person or party, from an object or from a string such as "Name | Role | Body | XX"."""
    if isinstance(value, str):
        parts = [text(part) for part in value.split("|")]
        # With parts missing, the last one is still the country if it reads like one.
        code = country(parts[-1]) if len(parts) > 1 else None
        value = dict(zip(keys[:-1], parts[:-1] if code else parts, strict=False))
        value["country"] = code
    if not isinstance(value, Mapping):
        return None
    found = {key: text(value.get(key)) for key in keys}
    found["country"] = country(value.get("country"))
    return found if any(found.values()) else None


def entities(value: Any, keys: Sequence[str]) -> list[dict[str, str | None]]:
    """The people or parties of a list."""
    return [found for entry in items(value) if (found := entity(entry, keys))]


def record(kind: str, said: Mapping[str, Any], evidence: Sequence[str]) -> dict[str, Any]:
    """A record in the fields of gold, from what a peer said under the same names."""
    common = {"date": text(said.get("date")), "evidence": list(dict.fromkeys(evidence))}
    if kind == "meeting":
        return {
            "status": word(said.get("status")),
            "format": word(said.get("format")),
            "participants": entities(said.get("participants"), PERSON),
            "place": text(said.get("place")),
            "country": country(said.get("country")),
            "topics": texts(said.get("topics")),
            **common,
        }
    if kind == "agreement":
        return {
            "title": text(said.get("title")),
            "instrument": word(said.get("instrument")),
            "status": word(said.get("status")),
            "parties": entities(said.get("parties"), PARTY),
            "subjects": texts(said.get("subjects")),
            **common,
        }
    return {
        "speaker": entity(said.get("speaker"), PERSON),
        "stance": word(said.get("stance")),
        "measure": word(said.get("measure")),
        "destination": entity(said.get("destination"), PARTY),
        "beneficiaries": entities(said.get("beneficiaries"), PARTY),
        "statement": text(said.get("statement")),
        "quote": text(said.get("quote")),
        **common,
    }


def sentences(article: str, language: str | None) -> list[tuple[int, int]]:
    """Where the sentences of a text are, without white space around them."""
    import sentencex

    found = []
    for piece in sentencex.get_sentence_boundaries(language or "en", article):
        start, end = piece["start_index"], piece["end_index"]
        inner = article[start:end]
        if inner.strip():
            start += len(inner) - len(inner.lstrip())
            found.append((start, start + len(inner.strip())))
    return found


def _code(found: str) -> str | None:
    import pycountry

    folded = found.casefold().removeprefix("the ")
    if folded in _CODES_BY_HAND:
        return _CODES_BY_HAND[folded]
    if folded in _names():
        return _names()[folded]
    if found.upper() in _CODES_BEYOND_ISO:
        return found.upper()
    try:
        return str(pycountry.countries.lookup(found).alpha_2)
    except LookupError:
        return None


@functools.cache
def _names() -> dict[str, str]:
    import pycountry
    from babel import Locale

    codes = {each.alpha_2 for each in pycountry.countries} | set(_CODES_BEYOND_ISO)
    return {
        name.casefold(): code
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
        if code in codes
    }


def prediction(document: str, said: dict[str, Any]) -> dict[str, Any]:
    """A line of predictions from the lists of records that a model gave, quotes as evidence."""
    return {"id": document} | {
        plural: [record(kind, each, each["evidence"]) for each in said[plural]]
        for kind, plural in KINDS.items()
    }
