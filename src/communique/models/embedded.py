"""The embedded model: llama.cpp in this process, by xllamacpp, behind an API on loopback.

One server serves the whole process. It starts on first use, listens on 127.0.0.1 only, on a free
port, with a key that nobody else knows, and ends with the process, however that ends.
"""

from __future__ import annotations

import os
import secrets
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.errors import WeightsError
from communique.models.base import Listener, ModelInfo, Progress, Reply
from communique.models.chat import ChatModel
from communique.models.clients import Address, client_settings
from communique.models.dialect import Dialect
from communique.models.weights import QWEN, find_weights
from communique.options import Options
from communique.prompting import Question

if TYPE_CHECKING:
    import openai

CONTEXT_TOKENS = 8192
# The prompt cache beside the slot's own; unbounded it grows to gigabytes.
CACHE_MIB = 256


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A started server: its API's address and key, and the name and digest of what it runs."""

    base_url: str
    key: str
    name: str
    weights: str
    handle: Any
    process: int


_lock = threading.Lock()
_running: RunningServer | None = None
# A parent's servers in its forked child: freed there, they would wait for threads left behind.
_inherited: list[RunningServer] = []


def start_server(progress: Progress | None = None) -> RunningServer:
    """The process's server of the embedded model, started if it does not run yet.

    Raises:
        WeightsError: xllamacpp is not installed, or the weights cannot be had or loaded.
    """
    global _running  # one server per process is the point: a model takes 2 GB
    with _lock:
        if _running is not None and _running.process != os.getpid():
            _inherited.append(_running)
            _running = None
        if _running is None:
            _running = _start(progress)
        return _running


def _start(progress: Progress | None) -> RunningServer:
    try:
        import xllamacpp
    except ImportError:
        raise WeightsError(
            'the embedded model is not installed: pip install "communique[local]", or choose '
            'another model, such as "openai/NAME" or "ollama/NAME"'
        ) from None
    path, digest = find_weights(progress=progress)
    if progress:
        progress("loading model", 0, 0)
    key = secrets.token_urlsafe(24)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    name = QWEN.name if digest == QWEN.sha256 else path.stem
    params.model_alias = {name}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    params.ui = False
    params.n_ctx = CONTEXT_TOKENS
    params.n_parallel = 1
    params.cache_ram_mib = CACHE_MIB
    params.verbosity = -1
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads or 1
    try:
        server = xllamacpp.Server(params)
    except (RuntimeError, ValueError) as error:
        raise WeightsError(
            f"llama.cpp cannot load {path.name} ({str(error)[:200]}); check the file, or unset "
            "COMMUNIQUE_WEIGHTS"
        ) from None
    base_url = f"{server.listening_address}/v1"
    return RunningServer(base_url, key, name, digest, server, os.getpid())


class EmbeddedModel:
    """The embedded model as a `Model`: its server starts with the first question."""

    context_tokens = CONTEXT_TOKENS
    sequential = True
    by_sentence = True

    def __init__(self, options: Options, progress: Progress | None = None) -> None:
        self._options = options
        self._progress = progress
        self._chat: ChatModel | None = None
        self._starting = threading.Lock()
        self.answer_tokens = options.answer_tokens

    async def info(self) -> ModelInfo:
        """Say which weights answer; starts the server."""
        return await (await self._started()).info()

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """Answer `question`; see `communique.models.base.Model`."""
        return await (await self._started()).answer(question, listener)

    async def close(self) -> None:
        """Close the connections; the server stays for others in this process."""
        if self._chat is not None:
            await self._chat.close()

    async def _started(self) -> ChatModel:
        if self._chat is None:
            import anyio.to_thread

            server = await anyio.to_thread.run_sync(start_server, self._progress)
            self._chat = self._chat or embedded_chat(
                server.base_url,
                server.key,
                self._options,
                name=server.name,
                weights=server.weights,
            )
        return self._chat


def embedded_chat(
    base_url: str,
    key: str | None,
    options: Options,
    *,
    name: str = QWEN.name,
    weights: str | None = None,
) -> ChatModel:
    """Speak to a server that runs the embedded model at `base_url`."""
    address = Address.of(base_url)

    def make_client(options: Options) -> openai.AsyncOpenAI:
        import openai

        return openai.AsyncOpenAI(
            base_url=address.url,
            api_key=key or "none",
            **client_settings(address, options),
        )

    return ChatModel(
        ModelInfo(name, "local", address.url, weights),
        make_client,
        options,
        secrets=(*address.secrets, *filter(None, [key])),
        dialect=Dialect(extra=(("cache_prompt", True),), goes_on=True),
        context_tokens=CONTEXT_TOKENS,
        sequential=True,
        by_sentence=True,
    )
