"""OpenAI's Batch API: questions in files, answered within a day at half the price.

Source: https://platform.openai.com/docs/guides/batch and the types of openai 3. Tested against a
loopback implementation of what is documented there; never run against the real service.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from communique.errors import (
    BatchExpired,
    ModelError,
    RequestRejected,
    SettingsError,
)
from communique.models.base import Attempt, Model, Reply
from communique.models.chat import ChatModel
from communique.models.transport import Deadline, with_retries
from communique.options import Options
from communique.prompting import Question

if TYPE_CHECKING:
    from openai.types import Batch

T = TypeVar("T")

MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
PRICE = 0.5
"""What a request costs in a batch, as a share of its usual price."""

_ENDPOINT: Final = "/v1/chat/completions"
_MARK = "communique"
_BACKENDS = ("openai", "compatible")
_OVER = ("completed", "expired", "cancelled", "failed")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BatchState:
    """A batch at the provider. `complaints` are codes and messages of a batch that it refuses."""

    remote: str
    status: str
    input_file: str
    files: tuple[str, ...]
    complaints: tuple[tuple[str, str], ...]

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in _OVER


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What came of one request of a batch: a reply or an error, and what it took."""

    custom_id: str
    attempt: Attempt
    result: Reply | ModelError


class BatchApi:
    """The batch API of the server that `model` speaks to.

    Raises:
        SettingsError: the model has none.
    """

    def __init__(self, model: Model, backend: str, options: Options) -> None:
        if not isinstance(model, ChatModel) or backend not in _BACKENDS or model.sequential:
            raise SettingsError(
                'batches need OpenAI ("openai/NAME") or a server with the same batch API '
                "(base_url=): run without them"
            )
        self._model = model
        self._options = options

    def line(self, custom_id: str, question: Question) -> bytes:
        """The line of a batch's file that asks `question`."""
        request = {
            "custom_id": custom_id,
            "method": "POST",
            "url": _ENDPOINT,
            "body": self._model.body(question),
        }
        return json.dumps(request, ensure_ascii=False).encode() + b"\n"

    async def upload(self, path: Path) -> str:
        """Send a batch's file; gives its name at the provider."""
        client = self._model.connect()

        async def send() -> str:
            return (await client.files.create(file=path, purpose="batch")).id

        return await self._patiently(send)

    async def create(self, input_file: str, token: str) -> BatchState:
        """Have a sent file answered. Not repeated here: a second batch would cost as much again.

        Raises:
            ModelError: it is unknown whether there is a batch now: ask `find`.
        """
        client = self._model.connect()

        async def make() -> BatchState:
            batch = await client.batches.create(
                input_file_id=input_file,
                endpoint=_ENDPOINT,
                completion_window="24h",
                metadata={_MARK: token},
            )
            return _state(batch)

        return await self._translated(make)

    async def find(self, token: str) -> BatchState | None:
        """The batch that was made with `token`, None if there is none."""
        client = self._model.connect()

        async def look() -> BatchState | None:
            async for batch in client.batches.list(limit=100):
                if (batch.metadata or {}).get(_MARK) == token:
                    return _state(batch)
            return None

        return await self._patiently(look)

    async def state(self, remote: str) -> BatchState:
        """How far a batch is.

        Raises:
            ModelError: the provider did not say, or knows no such batch.
        """
        client = self._model.connect()

        async def look() -> BatchState:
            return _state(await client.batches.retrieve(remote))

        return await self._patiently(look)

    async def download(self, file: str, path: Path) -> None:
        """Fetch a file of results."""
        client = self._model.connect()

        async def fetch() -> None:
            async with client.files.with_streaming_response.content(file) as response:
                await response.stream_to_file(path)

        await self._patiently(fetch)

    async def delete(self, state: BatchState) -> None:
        """Delete a batch's files, which hold the articles; a failure is only logged."""
        client = self._model.connect()
        for file in (state.input_file, *state.files):
            try:
                await self._translated(partial(client.files.delete, file))
            except ModelError as error:
                _log.warning("the file %s is still at the provider: %s", file, error)

    def results(
        self, path: Path, asked: Callable[[str], tuple[str, tuple[str, ...]] | None]
    ) -> Iterator[BatchLine]:
        """What a file of results says.

        `asked` gives the question's name and lists for a custom id, None for one that is not ours.
        Lines that cannot be read are passed over: their requests count as not answered.
        """
        with path.open("rb") as lines:
            for raw in lines:
                try:
                    line = json.loads(raw)
                    custom_id = str(line["custom_id"])
                except (ValueError, KeyError, TypeError):
                    continue
                if (known := asked(custom_id)) is not None:
                    attempt, result = self._read(line, *known)
                    yield BatchLine(custom_id, attempt, result)

    def _read(
        self, line: dict[str, Any], name: str, lists: tuple[str, ...]
    ) -> tuple[Attempt, Reply | ModelError]:
        from openai.types.chat import ChatCompletion

        response = line.get("response")
        if isinstance(response, dict) and response.get("status_code") == 200:
            body = response.get("body")
            completion: Any = ChatCompletion.construct(**body) if isinstance(body, dict) else None
            try:
                attempt, result = self._model.read(completion, name, lists)
            except RequestRejected as no_completion:
                return Attempt(name, no_completion.code, 0.0), no_completion
            price = None if attempt.cost is None else attempt.cost * PRICE
            return replace(attempt, cost=price), result
        error = self._error(line, response if isinstance(response, dict) else {})
        return Attempt(name, error.code, 0.0), error

    def _error(self, line: dict[str, Any], response: dict[str, Any]) -> ModelError:
        told = line.get("error")
        if isinstance(told, dict) and told.get("code") == "batch_expired":
            return BatchExpired("the provider did not come to the request within its day")
        body = response.get("body")
        said = body.get("error") if isinstance(body, dict) else None
        said = said if isinstance(said, dict) else told if isinstance(told, dict) else {}
        status = response.get("status_code")
        code = f"{said.get('code') or ''}{said.get('type') or ''}"
        return self._model.failure_of(status if isinstance(status, int) else 500, code, said)

    async def _translated(self, call: Callable[[], Awaitable[T]]) -> T:
        import openai

        try:
            return await call()
        except (openai.OpenAIError, TimeoutError, ValueError, AttributeError, TypeError) as error:
            raise self._model.failure(error) from None

    async def _patiently(self, call: Callable[[], Awaitable[T]]) -> T:
        deadline = Deadline(self._options.deadline_seconds)
        return await with_retries(partial(self._translated, call), self._options, deadline)


def _state(batch: Batch) -> BatchState:
    data = (batch.errors.data if batch.errors else None) or ()
    return BatchState(
        batch.id,
        batch.status,
        batch.input_file_id,
        tuple(file for file in (batch.output_file_id, batch.error_file_id) if file),
        tuple((each.code or "", each.message or "") for each in data),
    )
