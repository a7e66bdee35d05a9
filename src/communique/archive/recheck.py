"""Checking kept answers again: a new version of the checks costs no request."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from communique.archive.done import to_done
from communique.archive.kept import KeptOnly
from communique.archive.pending import finished
from communique.archive.store import Store
from communique.errors import SettingsError
from communique.extraction import Failure
from communique.options import Options
from communique.pipeline import extract_article
from communique.records import BUILT_IN
from communique.records.base import Record

_GROUP = 256
# Change with each extraction, and tell nothing about its content.
# The code of `NotKept`.
_NOT_KEPT = "not_kept"
_PASSING = ("provenance", "usage")


@dataclass
class Rechecked:
    """How many outcomes stayed the same, changed, or have questions that were never answered."""

    same: int = 0
    changed: int = 0
    unanswered: int = 0


async def recheck(
    store: Store,
    setup: int,
    description: dict[str, Any],
    kinds: tuple[type[Record], ...] = BUILT_IN,
) -> Rechecked:
    """Derive each outcome of `setup` anew from the kept answers; nothing is asked.

    An outcome is replaced only if all its questions are answered in the store, or are those that
    failed before, so that a changed prompt takes nothing away.

    Raises:
        SettingsError: `kinds` are not those that were asked for.
    """
    names = [kind.kind for kind in kinds]
    if names != description["kinds"]:
        raise SettingsError(
            f"the store was made with the records {', '.join(description['kinds'])}: pass the same "
            "classes"
        )
    options = Options(**description["options"])
    result = Rechecked()
    after = 0
    while numbers := await asyncio.wrap_future(
        store.do(partial(finished, setup=setup, after=after, most=_GROUP))
    ):
        for number in numbers:
            (article,) = await asyncio.wrap_future(store.articles([number]))
            before = await asyncio.wrap_future(store.outcome(number, setup))
            answers = KeptOnly(store, description)
            extraction = await extract_article(answers, kinds, options, article)
            if before is None:
                result.unanswered += 1
                continue
            if answers.missing:
                failures = _as_before(extraction.failures, before.result)
                if failures is None:
                    result.unanswered += 1
                    continue
                extraction = replace(extraction, failures=failures)
            done = to_done(number, extraction)
            if _content(done.result) == _content(before.result):
                result.same += 1
                continue
            result.changed += 1
            await asyncio.wrap_future(store.finish(setup, done))
        after = numbers[-1]
    return result


def _as_before(failures: Sequence[Failure], result: str) -> tuple[Failure, ...] | None:
    """The failures with why the questions without an answer failed; None where they did not."""
    told = {failure["question"]: failure for failure in json.loads(result)["failures"]}
    kept = []
    for failure in failures:
        if failure.error == _NOT_KEPT:
            if failure.question not in told:
                return None
            known = told[failure.question]
            failure = Failure(**{**known, "sentences": tuple(known["sentences"])})
        kept.append(failure)
    return tuple(kept)


def _content(result: str) -> dict[str, Any]:
    return {name: value for name, value in json.loads(result).items() if name not in _PASSING}
