"""What a run would take: the prompts of a sample counted, the answers taken from experience."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from communique.archive.identity import describe_setup
from communique.archive.pending import count_pending, sample_pending
from communique.archive.store import Store
from communique.models.base import Attempt, Listener, Model, ModelInfo, Reply
from communique.models.batch import PRICE
from communique.models.prices import cost
from communique.options import Options
from communique.pipeline import extract_article
from communique.prompting import Question
from communique.records.base import Record
from communique.windows import estimate_tokens

SAMPLE = 50
# Tokens of one answer where the store has none of its own to go by: nothing found, and three
# meetings with their participants.
_FEWEST, _MOST = 15, 600
# So many requests say more than those.
_ENOUGH = 20
# Estimates of tokens err high by up to a third, in texts with many names.
_ERROR = 0.7


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the articles that are to do would take; pairs are a low and a high estimate.

    articles: how many there are to do; `sample` of them were looked at.
    requests: without and with one repair for each question.
    prompt_tokens, completion_tokens: in all.
    cost: US dollars, None where the model's price is not known.
    basis: where the size of answers comes from.
    """

    model: str
    articles: int
    sample: int
    requests: tuple[int, int]
    prompt_tokens: tuple[int, int]
    completion_tokens: tuple[int, int]
    cost: tuple[float, float] | None
    basis: str

    def to_dict(self) -> dict[str, Any]:
        """All of it, for JSON."""
        return asdict(self)


async def estimate(
    store: Store,
    model: Model,
    kinds: tuple[type[Record], ...],
    options: Options,
    *,
    batch: bool = False,
) -> Estimate:
    """Estimate what the articles without an outcome would take. Nothing is asked.

    `batch` says whether they are to be asked by the provider's batch API.

    The embedded model is started, since its identity tells what is done already.
    """
    info = await model.info()
    description = describe_setup(model, info, options, kinds)
    setup = await asyncio.wrap_future(store.setup(description))
    articles = await asyncio.to_thread(store.look, partial(count_pending, setup=setup))
    sample = await asyncio.to_thread(store.look, partial(sample_pending, setup=setup, most=SAMPLE))
    counter = _Counter(model, info)
    for number in sample:
        (article,) = await asyncio.wrap_future(store.articles([number]))
        await extract_article(counter, kinds, options, article)
    seen = await asyncio.to_thread(store.look, partial(_answers, setup=setup))
    scale = articles / len(sample) if sample else 0.0
    questions = counter.questions * scale
    few, many, basis = seen or (_FEWEST, _MOST, f"{_FEWEST} to {_MOST} tokens an answer")
    repairs = 2 if options.repair else 1
    prompts = counter.tokens * scale
    requests = (round(questions), round(questions * repairs))
    prompt = (round(prompts * _ERROR), round(prompts * repairs))
    completion = (round(questions * few), round(questions * many * repairs))
    prices = [
        cost(info.backend, info.name, read, 0, written)
        for read, written in zip(prompt, completion, strict=True)
    ]
    low, high = (price and price * (PRICE if batch else 1.0) for price in prices)
    return Estimate(
        model=f"{info.backend}/{info.name}",
        articles=articles,
        sample=len(sample),
        requests=requests,
        prompt_tokens=prompt,
        completion_tokens=completion,
        cost=(low, high) if low is not None and high is not None else None,
        basis=basis,
    )


def _answers(connection: sqlite3.Connection, setup: int) -> tuple[float, float, str] | None:
    """The tokens of an answer in this store so far: their mean less and more a half."""
    count, mean = connection.execute(
        "select count(*), avg(completion_tokens) from attempts "
        "where outcome='ok' and run in (select run from runs where setup=?)",
        (setup,),
    ).fetchone()
    if count < _ENOUGH or not mean:
        return None
    return mean / 2, mean * 1.5, f"{mean:.0f} tokens an answer in {count} requests of this store"


class _Counter:
    """A `Model` that finds nothing and counts what it is asked."""

    def __init__(self, model: Model, info: ModelInfo) -> None:
        self._info = info
        self.context_tokens = model.context_tokens
        self.answer_tokens = model.answer_tokens
        self.sequential = model.sequential
        self.by_sentence = model.by_sentence
        self.questions = 0
        self.tokens = 0

    async def info(self) -> ModelInfo:
        return self._info

    async def answer(self, question: Question, listener: Listener) -> Reply:
        self.questions += 1
        self.tokens += sum(estimate_tokens(m["content"]) for m in question.messages)
        listener(Attempt(question.name, "ok", 0.0))
        return Reply('{"' + '": [], "'.join(question.schema["properties"]) + '": []}')

    async def close(self) -> None:
        """Nothing is open."""
