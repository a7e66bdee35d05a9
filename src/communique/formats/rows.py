"""Rows of tables as articles: which column holds what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from pydantic import ValidationError

from communique.article import Article
from communique.errors import InputError, SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column, or field of an object, holds what of an article.

    Only `text` must be there. A name with a dot goes into nested objects: ``body.text``.
    """

    id: str = "id"
    text: str = "text"
    published: str = "published"
    source: str = "source"
    url: str = "url"
    title: str = "title"
    language: str = "language"

    @classmethod
    def parse(cls, mapping: str) -> Columns:
        """The columns that ``text=body,id=guid`` names.

        Raises:
            SettingsError: it names something that an article has not, or two things alike.
        """
        given: dict[str, str] = {}
        for part in filter(None, (part.strip() for part in mapping.split(","))):
            name, equals, column = (each.strip() for each in part.partition("="))
            if not equals or not column or name not in {field.name for field in fields(cls)}:
                known = ", ".join(field.name for field in fields(cls))
                raise SettingsError(f"columns: {part!r} is not NAME=COLUMN with a name of {known}")
            if name in given:
                raise SettingsError(f"columns: {name} is given twice")
            given[name] = column
        columns = cls(**given)
        taken = [getattr(columns, field.name) for field in fields(columns)]
        for column in given.values():
            if taken.count(column) > 1:
                raise SettingsError(
                    f"columns: two fields of an article are to come from {column!r}"
                )
        return columns

    def article(self, row: Mapping[str, Any], name: str) -> Article:
        """The article that a row holds; `name`, if any, is its id where the row has none.

        Raises:
            InputError: the text is missing or is no text.
        """
        values: dict[str, Any] = {}
        for field in _FIELDS:
            value = _find(row, getattr(self, field))
            if value is None or value == "":
                continue
            value = _plain(value)
            values[field] = (
                encodable(value) if field != "text" and isinstance(value, str) else value
            )
        if "text" not in values:
            raise InputError(f"{name or 'it'} has no text in {self.text!r}")
        if name:
            values.setdefault("id", name)
        try:
            return Article.model_validate(values)
        except ValidationError as error:
            said = "; ".join(
                f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()
            )
            raise InputError(f"{name or 'it'} is no article ({said})") from None


_FIELDS = tuple(field.name for field in fields(Columns))


def encodable(text: str) -> str:
    """`text` with what is no Unicode, such as a lone surrogate, as its escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _find(row: Mapping[str, Any], column: str) -> Any:
    if column in row or "." not in column:
        return row.get(column)
    value: Any = row
    for part in column.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _plain(value: Any) -> Any:
    """Numbers as ids are their digits; a time is its day."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value
