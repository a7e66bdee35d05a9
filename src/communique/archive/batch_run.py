"""A run by a provider's batch API: what ``communique run --batch`` does.

It goes in rounds. A round derives each article from the answers that the store has, puts the
questions without an answer into files, sends those, waits, and keeps the answers. What is sent is
in the store before, under a token that the batch carries at the provider: a run that was killed at
any step finds its batches again and neither loses an answer nor asks twice.
"""

from __future__ import annotations

import asyncio
import tempfile
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from communique.archive.asker import Asker
from communique.archive.batches import (
    Batch,
    asked,
    close,
    drop,
    keep,
    open_batch,
    pending,
    put,
    sent,
    under_way,
)
from communique.archive.kept import KeptModel
from communique.archive.money import Budget, expected
from communique.archive.over_store import signals
from communique.archive.pending import count_pending
from communique.archive.runner import Runner
from communique.errors import BudgetExhausted, ModelError, StoreError
from communique.models.batch import (
    MOST_BYTES,
    MOST_REQUESTS,
    PRICE,
    BatchApi,
    BatchLine,
    BatchState,
)
from communique.prompting import Question

T = TypeVar("T")

POLL_SECONDS = 60.0
_GROUP = 64
_FIND_SECONDS = 2.0
_CUSTOM_ID = "0" * 12
# What is wrong with the account or the request as such, and not with one article.
_FATAL = {"access_denied", "request_rejected", "quota_exhausted"}
_QUOTA = {"billing_hard_limit_reached", "insufficient_quota"}
_TOO_MUCH = "token_limit_exceeded"


async def run_batches(
    runner: Runner,
    *,
    poll_seconds: float = POLL_SECONDS,
    most_requests: int = MOST_REQUESTS,
    most_bytes: int = MOST_BYTES,
) -> None:
    """Work through all articles without an outcome; `runner.reason` tells how it ended.

    A stopped run leaves its batches with the provider; the next one fetches them.

    poll_seconds: how often to ask how far the batches are.
    most_requests, most_bytes: the limits of one file.

    Raises:
        SettingsError: the model has no batch API.
        StoreError: the store cannot be written any more.
    """
    try:
        await runner.begin(batching=True)
        api = BatchApi(runner.model, runner.desk.info.backend, runner.options)
        runner.state.total = await asyncio.wrap_future(
            runner.store.do(partial(count_pending, setup=runner.setup))
        )
        with tempfile.TemporaryDirectory(prefix="communique-") as folder, signals(runner):
            run = _Rounds(runner, api, Path(folder), poll_seconds, most_requests, most_bytes)
            await _until_stopped(runner, run)
    finally:
        await runner.model.close()


async def _until_stopped(runner: Runner, run: _Rounds) -> None:
    beating = asyncio.create_task(runner.keep_alive())
    stopping = asyncio.create_task(runner.stopping.wait())
    work = asyncio.create_task(run.work())
    runner.tasks.add(work)
    try:
        await asyncio.wait([work, stopping], return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait([work], timeout=runner.limits.grace_seconds)
    finally:
        for task in (beating, stopping, work):
            task.cancel()
        await asyncio.gather(beating, stopping, work, return_exceptions=True)
        await runner.end()
    if not work.cancelled() and (error := work.exception()) is not None:
        raise error


@dataclass
class _File:
    """A batch's file that is being filled."""

    number: int
    token: str
    path: Path
    requests: int = 0
    size: int = 0


@dataclass
class _Rounds:
    runner: Runner
    api: BatchApi
    folder: Path
    poll_seconds: float
    most_requests: int
    most_bytes: int
    _file: _File | None = None
    _budget: Budget = field(default_factory=Budget)
    _over_budget: str = ""
    _probed: bool = False
    _held: bool = False
    _others: bool = False
    _fresh: bool = True

    async def work(self) -> None:
        """Go through rounds until nothing is left or the run is stopped."""
        try:
            await self._rounds()
        except ModelError as error:
            quota = error.code == "quota_exhausted"
            self.runner.stop("quota" if quota else "fatal", str(error))
        except OSError as error:
            raise StoreError(
                f"a batch's file could not be written ({error}): check the disk of {self.folder}"
            ) from None

    async def _rounds(self) -> None:
        while not self.runner.stopping.is_set():
            await self._fetch()
            if (self._fresh or self._others) and not self.runner.stopping.is_set():
                self._fresh = False
                await self._collect()
            open_ = await self._under_way()
            self.runner.state.in_batches = sum(batch.requests for batch in open_)
            if not self._others and not open_:
                if self._over_budget:
                    self.runner.stop("budget", self._over_budget)
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self.runner.stopping.wait(), self.poll_seconds)

    async def _do(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self.runner.store.do(job))

    async def _under_way(self) -> list[Batch]:
        return await self._do(
            lambda connection: under_way(connection, self.runner.setup, self.runner.run)
        )

    # Answers.

    async def _fetch(self) -> None:
        """Read each batch that is over."""
        for batch in await self._under_way():
            if self.runner.stopping.is_set():
                break
            state = await self._state(batch)
            if state is None or not state.over:
                continue
            self._fresh, self._held = True, False
            if state.status == "failed":
                await self._refused(batch, state)
            else:
                await self._read(batch, state)

    async def _state(self, batch: Batch) -> BatchState | None:
        """How far a batch is; None where that is not known, or there is no such batch."""
        if batch.remote is None:
            found = await self.api.find(batch.token)
            if found is None:
                await self._do(lambda connection: drop(connection, batch.number))
                self._fresh = True
            else:
                await self._sent(batch.number, found)
            return found
        try:
            return await self.api.state(batch.remote)
        except ModelError as error:
            if error.status == 404:
                await self._do(lambda connection: close(connection, batch.number))
                self._fresh = True
            elif not error.retryable:
                raise
            return None

    async def _read(self, batch: Batch, state: BatchState) -> None:
        questions = await self._do(lambda connection: asked(connection, batch.number))

        def known(custom_id: str) -> tuple[str, tuple[str, ...]] | None:
            return questions.get(int(custom_id)) if custom_id.isdecimal() else None

        for file in state.files:
            path = self.folder / "results.jsonl"
            try:
                await self.api.download(file, path)
            except ModelError as error:
                if error.status != 404:
                    raise
                continue  # another run has read and deleted it, or it was kept too long
            lines = self.api.results(path, known)
            while some := list(islice(lines, _GROUP)):
                await self._do(partial(_keep, lines=some))
                self.runner.desk.attempts += [line.attempt for line in some]
        await self._do(lambda connection: close(connection, batch.number))
        await self.api.delete(state)
        if state.status == "cancelled":
            self.runner.stop(
                "interrupted", "a batch was cancelled at the provider; its answers are kept"
            )

    async def _refused(self, batch: Batch, state: BatchState) -> None:
        """A batch of which nothing was answered: send less at once, or end the run."""
        await self._do(lambda connection: drop(connection, batch.number))
        await self.api.delete(state)
        codes = {code for code, _ in state.complaints}
        told = "; ".join(f"{code}: {message}" for code, message in state.complaints)[:300]
        if _TOO_MUCH in codes and await self._under_way():
            self._held = True
        elif _TOO_MUCH in codes and batch.requests > 1:
            self.most_requests = max(1, batch.requests // 2)
        else:
            self.runner.stop(
                "quota" if codes & _QUOTA else "fatal",
                f"the provider refused the batch ({told}); nothing in it was asked",
            )

    # Questions.

    async def _collect(self) -> None:
        """Derive what can be derived, and send what has to be asked."""
        runner, after = self.runner, 0
        self._budget, self._over_budget = await runner.budget(), ""
        self._others = False
        while numbers := await self._do(
            partial(pending, setup=runner.setup, after=after, most=_GROUP)
        ):
            after = numbers[-1]
            claimed = await asyncio.wrap_future(
                runner.store.claim(numbers, runner.setup, runner.run)
            )
            self._others |= "theirs" in claimed.values()
            for number in (n for n, state in claimed.items() if state == "mine"):
                if runner.stopping.is_set():
                    break
                for key, question in (await self._wanted(number)).items():
                    await self._put(number, key, question)
            if runner.stopping.is_set():
                break
        if self._file is not None:
            await self._send(self._file)

    async def _wanted(self, number: int) -> dict[str, Question]:
        """What has to be asked about an article, by key; without that, it is finished."""
        asker = Asker(self.runner)
        (article,) = await asyncio.wrap_future(self.runner.store.articles([number]))
        extraction = await self.runner.extract(article, asker)
        if asker.wanted and not self._probed:
            self._probed = True
            await self._probe(number, next(iter(asker.wanted.values())))
            return await self._wanted(number)
        if not asker.wanted and not asker.waiting:
            await self.runner.finish(number, extraction)
        return asker.wanted

    async def _probe(self, number: int, question: Question) -> None:
        """Ask one question at once: a wrong key, name or parameter shows now, not in a day."""
        try:
            await KeptModel(self.runner.desk, number).answer(question, lambda attempt: None)
        except BudgetExhausted as error:
            self.runner.stop("budget", str(error))
        except ModelError as error:
            if error.code in _FATAL:
                raise

    async def _put(self, article: int, key: str, question: Question) -> None:
        """Put a question into the file at hand; a full one is sent."""
        if self._held or self.runner.stopping.is_set():
            return
        size = len(self.api.line(_CUSTOM_ID, question))
        if self._file is not None and (
            self._file.requests >= self.most_requests or self._file.size + size > self.most_bytes
        ):
            await self._send(self._file)
        tokens, money = expected(self.runner.desk.info, self.runner.options, question)
        share = (tokens, None if money is None else money * PRICE)
        try:
            self._budget.take(*share)
        except BudgetExhausted as error:
            self._over_budget = str(error)
            return
        file = self._file = self._file or await self._open()
        lists = tuple(question.schema["properties"])
        attempt = await self._do(
            lambda connection: put(
                connection, file.number, article, key, question.name, lists, share
            )
        )
        if attempt is not None:
            with file.path.open("ab") as lines:
                lines.write(self.api.line(str(attempt), question))
            file.requests += 1
            file.size += size

    async def _open(self) -> _File:
        token = uuid.uuid4().hex
        number = await self._do(
            partial(open_batch, setup=self.runner.setup, run=self.runner.run, token=token)
        )
        return _File(number, token, self.folder / f"{token}.jsonl")

    async def _send(self, file: _File) -> None:
        self._file = None
        if not file.requests:
            await self._do(lambda connection: drop(connection, file.number))
            return
        try:
            uploaded = await self.api.upload(file.path)
        except ModelError:
            await self._do(lambda connection: drop(connection, file.number))
            raise
        finally:
            file.path.unlink()
        await self._sent(file.number, await self._create(uploaded, file))

    async def _create(self, input_file: str, file: _File) -> BatchState:
        """Make a batch, once: before another try, look whether the last one made it.

        Where that look fails, the batch stays in the store as being sent: the next run looks for it
        by its token.
        """
        for attempt in range(self.runner.options.attempts):
            try:
                return await self.api.create(input_file, file.token)
            except ModelError as error:
                if not error.retryable:
                    if attempt == 0:  # refused, and no try before it may have made one
                        await self._do(lambda connection: drop(connection, file.number))
                    raise
                failure = error
            await asyncio.sleep(failure.retry_after or _FIND_SECONDS * attempt)
            if (found := await self.api.find(file.token)) is not None:
                return found
        await self._do(lambda connection: drop(connection, file.number))
        raise failure

    async def _sent(self, batch: int, state: BatchState) -> None:
        await self._do(partial(sent, batch=batch, remote=state.remote))


def _keep(connection: Connection, lines: list[BatchLine]) -> None:
    for line in lines:
        keep(connection, line)
