"""The interview: all questions about one article, and what comes of the answers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from communique import prompting
from communique.answers import Item, correct, read_answer, read_corrections
from communique.checking import Checked, Problem, check
from communique.errors import (
    AccessDenied,
    ConnectionFailed,
    ModelError,
    QuotaExhausted,
    SettingsError,
)
from communique.extraction import Failure, Rejection, Status
from communique.leads import lead
from communique.merging import merge
from communique.models.base import Attempt, Model, Progress
from communique.options import Options
from communique.passages import Passage
from communique.prompting import Question
from communique.recognition.signals import language_is_known
from communique.records.base import Record
from communique.records.cues import candidates, sentences_to_ask
from communique.records.evidence import with_needed
from communique.records.shape import shape_of
from communique.values.base import is_nothing
from communique.values.reading import Reading
from communique.windows import estimate_tokens, windows

T = TypeVar("T")

# Failures after which asking the same server another question is no use.
_HOPELESS = (AccessDenied, QuotaExhausted, ConnectionFailed)
# A repair question repeats the failing entries and reasons; this much of the context is for it.
_REPAIR_TOKENS = 900
# How many values one repair question asks about; more take another question.
_MOST_PROBLEMS = 16
# A long article has many windows; a server should not get them all in one breath.
_AT_ONCE = 8


_UNREAD = "the answer is not the JSON that was asked for"
_CUT = (
    "the token limit cut the answer; entries after the cut are missing. Raise "
    "Options.answer_tokens or lower Options.window_tokens"
)


@lru_cache(maxsize=64)
def _constant_tokens(brief: prompting.Brief) -> int:
    """How many tokens a question about one kind has at most without the article."""
    longest = max(estimate_tokens(prompting.question_text((k,), brief)) for k in brief.kinds)
    return estimate_tokens(prompting.system_message(brief)) + longest


def _chunks(entries: Sequence[T], most: int) -> list[Sequence[T]]:
    return [entries[at : at + most] for at in range(0, len(entries), most)]


@dataclass
class Interview:
    """One article's questions, and what has come of them so far."""

    model: Model
    kinds: tuple[type[Record], ...]
    options: Options
    reading: Reading
    progress: Progress | None
    records: list[Record] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    answered: int = 0
    done: int = 0
    total: int = 0
    hopeless: ModelError | None = None

    @property
    def brief(self) -> prompting.Brief:
        """What every question begins with."""
        small = self.model.by_sentence
        known = small and language_is_known(self.reading.article.text)
        return prompting.Brief(self.kinds, guided=small, terse=known)

    @property
    def status(self) -> Status:
        if not self.answered and self.failures:
            return "failed"
        return "partial" if self.failures else "complete"

    async def ask_all(self) -> None:
        """Ask each question about each window; the findings are final when it returns."""
        groups = [self.kinds] if self.options.combined else [(kind,) for kind in self.kinds]
        # A dateline tells of no event, and its date would be given to all of them.
        shown = [p for p in self.reading.passages if not self.reading.in_dateline(p.span)]
        parts = windows(shown or self.reading.passages, self._window_budget())
        questions = [
            (told, part)
            for part in parts
            for group in groups
            if (told := tuple(kind for kind in group if candidates(kind, part)))
        ]
        self.total = len(questions)
        if self.model.sequential or len(questions) == 1:
            for group, part in questions:
                await self._ask(group, part)
        else:
            places = asyncio.Semaphore(_AT_ONCE)

            async def ask(group: tuple[type[Record], ...], part: tuple[Passage, ...]) -> None:
                async with places:
                    await self._ask(group, part)

            asked = (ask(group, part) for group, part in questions)
            # What ends the article may not end its other questions, which are paid for.
            for result in await asyncio.gather(*asked, return_exceptions=True):
                if result is not None:
                    raise result
        self._settle()

    def _window_budget(self) -> int:
        around = estimate_tokens(prompting.article_text(self.reading, ()))
        fixed = around + _constant_tokens(self.brief)
        room = self.model.context_tokens - self.model.answer_tokens - fixed - _REPAIR_TOKENS
        if room < 200:
            raise SettingsError(
                f"the model's context of {self.model.context_tokens} tokens has no room for an "
                "article beside the questions and the answer: lower Options.answer_tokens, ask for "
                "fewer kinds of records, or use a model with a larger context"
            )
        return min(room, self.options.window_tokens or room)

    async def _ask(self, kinds: tuple[type[Record], ...], passages: tuple[Passage, ...]) -> None:
        small, kind, alone = self.model.by_sentence, kinds[0], len(kinds) == 1
        if alone and kind.by_sentence and small:
            await self._check(kind, await self._ask_by_sentence(kind, passages), passages)
        else:
            if self._asks_about_all(kinds, passages):
                question = prompting.ask(kinds, self.reading, passages, self.brief)
                items = await self._items(question, kinds, passages)
                for each in kinds:
                    of_kind = [item for item in items if item.kind is each]
                    await self._check(each, of_kind, passages)
            for each in kinds if small else ():
                if self.hopeless is None and not each.by_sentence:
                    await self._look_closer(each, passages)
        self.done += 1
        self._tell(f"asked for {'+'.join(kind.kind for kind in kinds)}")

    def _asks_about_all(
        self, kinds: tuple[type[Record], ...], passages: tuple[Passage, ...]
    ) -> bool:
        """Whether to ask about all sentences at once.

        Where code knows the words of the language, it knows which ones to ask about, or that none
        names whoever a record cannot do without.
        """
        if len(kinds) > 1 or not self.brief.terse:
            return True
        (kind,) = kinds
        return not sentences_to_ask(kind, passages, self.reading) and any(
            kind.names_enough(p, self.reading) for p in candidates(kind, passages, self.reading)
        )

    async def _ask_by_sentence(
        self, kind: type[Record], passages: tuple[Passage, ...]
    ) -> list[Item]:
        """Ask about each sentence that may tell of a record, and number what comes of all."""
        found: list[Item] = []
        for sentence in sentences_to_ask(kind, passages, self.reading):
            found.extend(await self._about(sentence, kind, passages, len(found) + 1))
        return found

    async def _about(
        self, sentence: Passage, kind: type[Record], passages: tuple[Passage, ...], number: int = 1
    ) -> list[Item]:
        """What one sentence tells of, numbered from `number`; asked only for what code cannot read.

        Where that is nothing, a record that stands as code reads it needs no model.
        """
        found = lead(kind, sentence, self.reading, passages, self.brief.terse)
        answered: Sequence[Item] = ()
        if not found.whole:
            question = prompting.ask_about(
                sentence, kind, self.reading, passages, self.brief, found.foreknown
            )
            answered = await self._items(question, (kind,), (sentence,))
        return found.items(answered, number)

    def _carrying(self, kind: type[Record]) -> set[int]:
        """Where the sentences begin on which records stand so far."""
        return {s.start for r in self.records if type(r) is kind for s in r.evidence}

    async def _look_closer(self, kind: type[Record], passages: tuple[Passage, ...]) -> None:
        """Ask about each sentence that tells of a record and carries none yet.

        "They discussed ..." only goes on with what was found right before; other sentences may
        tell of a second event.
        """
        before = self._carrying(kind)
        for sentence in sentences_to_ask(kind, passages, self.reading):
            carrying = self._carrying(kind)
            goes_on = kind.carry_on and re.search(kind.carry_on, sentence.span.text)
            if sentence.start in (carrying if goes_on else before):
                continue
            adds = (
                kind.adds
                and re.search(kind.adds, sentence.span.text)
                and not kind.shows(sentence, self.reading)
            )
            if adds and any(start < sentence.start for start in carrying):
                continue
            await self._check(kind, await self._about(sentence, kind, passages), passages)

    async def _items(
        self,
        question: Question,
        kinds: tuple[type[Record], ...],
        passages: tuple[Passage, ...],
    ) -> Sequence[Item]:
        """The items of the answer to `question` about `passages`; none where there is no answer."""
        self._tell(f"asking for {question.name}")
        try:
            if self.hopeless is not None:
                raise self.hopeless
            reply = await self.model.answer(question, self.attempts.append)
        except ModelError as error:
            self._fail(question.name, passages, error)
            return ()
        self.answered += 1
        answer = read_answer(reply, kinds)
        if answer.unread:
            self._failed(question.name, passages, "malformed", _UNREAD)
        if answer.cut:
            self._failed(question.name, passages, "truncated", _CUT)
        for kind, number, text in answer.broken:
            self._failed(question.name, passages, "malformed_item", "an entry is no object")
            self.rejected.append(
                Rejection(kind.kind, number, "", text, "malformed", "not an object", "record")
            )
        return answer.items

    async def _check(
        self, kind: type[Record], items: Sequence[Item], passages: tuple[Passage, ...]
    ) -> None:
        guided = self.model.by_sentence
        results = [check(item, self.reading, passages, guided) for item in items]
        if self.options.repair and any(
            self._goes_back(kind, p) for r in results for p in r.problems
        ):
            results = await self._repair(kind, results, passages)
        for result in results:
            if result.record is not None:
                self.records.append(result.record)
            self._reject(result)

    def _goes_back(self, kind: type[Record], problem: Problem) -> bool:
        """Whether a problem is worth a repair question.

        Of a kind that code reads for a small model, only what costs a record goes back: more
        brought nothing, and took half of the time.
        """
        guided = self.model.by_sentence and any(each.recogniser for each in shape_of(kind))
        return problem.repairable and (problem.fatal or not guided)

    async def _repair(
        self, kind: type[Record], results: list[Checked], passages: tuple[Passage, ...]
    ) -> list[Checked]:
        """Send what fails back once, with the reasons, and check what comes in its place."""
        failing = [
            (index, problem)
            for index, result in enumerate(results)
            for problem in result.problems
            if self._goes_back(kind, problem)
        ]
        corrections: dict[tuple[int, str], str | None] = {}
        for some in _chunks(failing, _MOST_PROBLEMS):
            corrections |= await self._corrections(kind, results, some, passages)
        return [
            self._again(
                result, {path: v for (i, path), v in corrections.items() if i == index}, passages
            )
            for index, result in enumerate(results)
        ]

    async def _corrections(
        self,
        kind: type[Record],
        results: Sequence[Checked],
        failing: Sequence[tuple[int, Problem]],
        passages: tuple[Passage, ...],
    ) -> dict[tuple[int, str], str | None]:
        """What the model gives in place of failing values, by the result's index and the path."""
        question = prompting.repair(
            kind,
            self.reading,
            passages,
            self.brief,
            {results[i].item.number: results[i].item.data for i, _ in failing},
            [
                prompting.Complaint(results[i].item.number, p.path, p.value, p.detail)
                for i, p in failing
            ],
        )
        self._tell(f"asking for {question.name}")
        try:
            reply = await self.model.answer(question, self.attempts.append)
        except ModelError as error:
            self._fail(question.name, passages, error)
            return {}
        given = read_corrections(reply, len(failing))
        return {
            (index, problem.path): given[number]
            for number, (index, problem) in enumerate(failing, start=1)
            if number in given
        }

    def _again(
        self, result: Checked, values: dict[str, str | None], passages: tuple[Passage, ...]
    ) -> Checked:
        """The item with corrected values, checked again."""
        if not values:
            return result
        corrected = correct(result.item, values)
        again = check(corrected, self.reading, passages, self.model.by_sentence)
        open_paths = {problem.path for problem in again.problems}
        # A value that the model takes back is lost like one that fails twice: it is told.
        withdrawn = tuple(
            p
            for p in result.problems
            if p.path in values and is_nothing(values[p.path] or "") and p.path not in open_paths
        )
        return replace(again, problems=(*again.problems, *withdrawn))

    def _reject(self, result: Checked) -> None:
        lost = result.record is None
        for problem in result.problems:
            self.rejected.append(
                Rejection(
                    kind=result.item.kind.kind,
                    item=result.item.number,
                    field=problem.path,
                    value=problem.value,
                    reason=problem.reason,
                    detail=problem.detail,
                    scope="record" if lost and problem.fatal else "value",
                )
            )

    def _settle(self) -> None:
        """Make one record of each event; reject what is none with all that is told of it."""
        told = [
            record
            for kind in self.kinds
            for record in kind.together(tuple(r for r in self.records if type(r) is kind))
        ]
        # In the order in which the article tells of them.
        merged = sorted(merge(told), key=lambda record: record.evidence[0].start)
        judged = [(record, record.fault(self.reading.article)) for record in merged]
        kept = (record for record, fault in judged if fault is None)
        shown = (with_needed(record, self.reading) for record in kept)
        # Who is shown by the same sentence may turn out to be in the same event.
        self.records = list(merge(shown))
        for record, fault in judged:
            if fault is not None:
                said = " ".join(span.text for span in record.evidence)[:300]
                self.rejected.append(
                    Rejection(record.kind, 0, "", said, "no_such_event", fault, "record")
                )

    def _fail(self, name: str, passages: tuple[Passage, ...], error: ModelError) -> None:
        if isinstance(error, _HOPELESS):
            self.hopeless = error
        self._failed(name, passages, error.code, str(error), error.retryable)

    def _failed(
        self,
        name: str,
        passages: tuple[Passage, ...],
        code: str,
        message: str,
        retryable: bool = False,
    ) -> None:
        sentences = (passages[0].number, passages[-1].number)
        self.failures.append(Failure(name, sentences, code, message, retryable))

    def _tell(self, stage: str) -> None:
        if self.progress:
            self.progress(stage, self.done, self.total)
