"""One article the whole way: passages, questions, answers, checks, records."""

from __future__ import annotations

import datetime as dt
from typing import Any

from communique import prompting
from communique._version import __version__
from communique.article import Article
from communique.extraction import Extraction, Failure, Provenance, Usage
from communique.interview import Interview
from communique.models.base import Model, ModelInfo, Progress
from communique.options import Options
from communique.passages import split
from communique.records.base import Record
from communique.values.reading import Reading


async def extract_article(
    model: Model,
    kinds: tuple[type[Record], ...],
    options: Options,
    article: Article,
    progress: Progress | None = None,
) -> Extraction[Any]:
    """What `article` gives; what failed is in the result and never raised.

    Raises:
        WeightsError: the embedded model cannot be started.
        SettingsError: the model's context has no room for an article.
    """
    reading = Reading(article, split(article))
    info = await model.info()
    run = Interview(model, kinds, options, reading, progress)
    await run.ask_all()
    return Extraction(
        article=article,
        status=run.status,
        records=tuple(run.records),
        rejected=tuple(run.rejected),
        failures=tuple(run.failures),
        usage=Usage(tuple(run.attempts)),
        provenance=_provenance(info, kinds),
        published=reading.published,
        kinds=kinds,
    )


def failed(
    article: Article, info: ModelInfo, kinds: tuple[type[Record], ...], failure: Failure
) -> Extraction[Any]:
    """The extraction of an article that came to nothing as a whole."""
    return Extraction(
        article=article,
        status="failed",
        records=(),
        rejected=(),
        failures=(failure,),
        usage=Usage(),
        provenance=_provenance(info, kinds),
        published=article.published,
        kinds=kinds,
    )


def _provenance(info: ModelInfo, kinds: tuple[type[Record], ...]) -> Provenance:
    return Provenance(
        model=info.name,
        backend=info.backend,
        base_url=info.base_url,
        weights=info.weights,
        prompt=prompting.prompt_digest(kinds),
        schema=prompting.schemas_digest(kinds),
        version=__version__,
        created=dt.datetime.now(dt.UTC),
    )
