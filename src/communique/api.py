"""`extract` and `aextract`: an `Extractor` for one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, overload

from communique.extraction import Extraction
from communique.extractor import BuiltIn, Extractor, Source
from communique.models.base import Model
from communique.options import Options
from communique.records import BUILT_IN
from communique.records.base import Record

R = TypeVar("R", bound=Record)


@overload
def extract(
    article: Source,
    *,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[BuiltIn]: ...


@overload
def extract(
    article: Source,
    *,
    records: Sequence[type[R]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[R]: ...


@overload
def extract(
    article: Source,
    *,
    records: Iterable[type[Record]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Record]: ...


def extract(
    article: Source,
    *,
    records: Iterable[type[Any]] = BUILT_IN,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Any]:
    """Extract the records of one article: its text, a path to it, or an `Article`.

    For the arguments and errors see `Extractor` and `Extractor.extract`. For more than one
    article make an `Extractor` and use it again.
    """
    with Extractor(
        model, records=records, base_url=base_url, api_key=api_key, options=options
    ) as extractor:
        return extractor.extract(article, raise_on_failure=raise_on_failure)


@overload
async def aextract(
    article: Source,
    *,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[BuiltIn]: ...


@overload
async def aextract(
    article: Source,
    *,
    records: Sequence[type[R]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[R]: ...


@overload
async def aextract(
    article: Source,
    *,
    records: Iterable[type[Record]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Record]: ...


async def aextract(
    article: Source,
    *,
    records: Iterable[type[Any]] = BUILT_IN,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Any]:
    """`extract` for asyncio."""
    with Extractor(
        model, records=records, base_url=base_url, api_key=api_key, options=options
    ) as extractor:
        return await extractor.aextract(article, raise_on_failure=raise_on_failure)
