"""The article: where everything starts, and what every span points into."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from communique.errors import InputError

CONTENT_ID_VERSION = "a1"


class Span(BaseModel):
    """A stretch of the article: ``article.text[start:end] == text``.

    `start` and `end` count characters (Unicode code points) of the article's text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    text: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _agrees(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError("a span's text must be as long as end - start")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start=start, end=end, text=text[start:end])


def _as_date(value: object) -> object:
    """Accept a timestamp where a date is wanted: feeds give both."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        match = re.match(r"\s*(\d{4}-\d{2}-\d{2})(?:[T ].*)?\s*$", value)
        return match[1] if match else value
    return value


class Article(BaseModel):
    """A text to read, with what is known about it.

    `text` is kept to the letter; all offsets in results count its characters.
    `published` is the day of publication, against which relative dates are resolved;
    where it is None, a dateline in the text may give it. `language` is a BCP 47 code.
    `id` is the caller's own name for the article, or None.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    text: str
    id: str | None = None
    published: Annotated[dt.date | None, BeforeValidator(_as_date)] = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None

    @property
    def content_id(self) -> str:
        """Identity by content: equal for equal text and day, whatever the id or source.

        Version ``a1``: SHA-256 over the ISO date (or nothing), a NUL, and the text in NFC with
        each run of white space as one blank and none at the ends; the first 32 hex digits.
        """
        text = " ".join(unicodedata.normalize("NFC", self.text).split())
        data = f"{self.published or ''}\0{text}".encode("utf-8", "surrogatepass")
        return f"{CONTENT_ID_VERSION}:{hashlib.sha256(data).hexdigest()[:32]}"

    @property
    def label(self) -> str:
        """How messages name this article: its id, else its content id. Never its text."""
        return self.id or self.content_id


def read_article(source: str | Path | Article) -> Article:
    """Make an `Article` of a text, a file's path or an article.

    A file is read as UTF-8, with or without a byte order mark; its stem becomes the id.

    Raises:
        InputError: nothing to read, or bytes that are not text.
    """
    if isinstance(source, Article):
        article = source
    elif isinstance(source, Path):
        article = Article(text=_read_text(source), id=source.stem)
    elif isinstance(source, str):
        article = Article.model_construct(text=source)
    else:
        raise InputError(
            f"cannot read an article from {type(source).__name__}: pass the text as str, "
            "a pathlib.Path to a UTF-8 file, or an Article"
        )
    _require_text(article)
    return article


def _read_text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 text (byte {error.start} is 0x{data[error.start]:02x}): "
            "convert it first, for example with iconv"
        ) from None


def _require_text(article: Article) -> None:
    text = article.text
    if not text or text.isspace():
        raise InputError(f"article {article.label} has no text: nothing was asked of the model")
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"article {article.label} has a lone surrogate at offset {error.start}: "
            "its bytes were decoded wrongly; decode them as UTF-8 with errors='replace'"
        ) from None
    if b"\0" in data:
        raise InputError(
            f"article {article.label} has a NUL character at offset {text.index(chr(0))}: "
            "it looks like a binary file or UTF-16; decode it first"
        )
    if not any(map(str.isalpha, text)):
        raise InputError(f"article {article.label} has no letters: nothing to extract from")
