"""Many articles beside each other: threads, loops, and what belongs to which."""

from __future__ import annotations

import asyncio
import gc
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor
from typing import Any

import pytest
from asking import meeting, person
from hosted import FOUND, KEY, MODEL, TALKS, met
from scripted_server import HANG, Request, Response, ScriptedServer, completion, error

import communique
from communique import Extraction, ExtractionError, Extractor, Meeting
from communique.errors import SettingsError
from communique.models.choose import choose_model

NAMES = [f"{first} {last}" for first in ("Ada", "Ben", "Eva") for last in ("Alder", "Birch", "Elm")]


def talks_of(name: str) -> str:
    return f"Minister {name} met the envoys of Chile in Lima on Friday."


def read_name(request: Request) -> Response:
    """Finds the meeting of whoever the article names."""
    text = request.body["messages"][1]["content"]
    (name,) = (name for name in NAMES if name in text)
    return completion({"meetings": [meeting(1, person(name), person(country="Chile"))]})


def test_threads_share_an_extractor() -> None:
    """Each thread gets the records of its own article."""
    with (
        ScriptedServer(read_name) as server,
        Extractor(MODEL, base_url=server.base_url, api_key=KEY, records=[Meeting]) as extractor,
        ThreadPoolExecutor(len(NAMES)) as pool,
    ):
        results = list(pool.map(extractor.extract, map(talks_of, NAMES)))
    assert [met(result) for result in results] == NAMES
    assert all(result.usage.calls == 1 for result in results)


def test_threads_share_a_model() -> None:
    """Extractors of several threads may have one model: each has connections of its own."""
    with ScriptedServer(read_name) as server:
        model = choose_model(MODEL, base_url=server.base_url, api_key=KEY)

        def extract_two(names: tuple[str, str]) -> list[str]:
            with Extractor(model, records=[Meeting]) as extractor:
                return [met(extractor.extract(talks_of(name))) for name in names]

        with ThreadPoolExecutor(4) as pool:
            pairs = list(zip(NAMES[::2], NAMES[1::2], strict=False))
            found = list(pool.map(extract_two, pairs))
    assert found == [list(pair) for pair in pairs]


def test_many_extractions_in_one_loop() -> None:
    """asyncio.gather over aextract."""

    async def main(base_url: str) -> list[Extraction[Meeting]]:
        with Extractor(MODEL, base_url=base_url, api_key=KEY, records=[Meeting]) as extractor:
            return await asyncio.gather(*(extractor.aextract(talks_of(name)) for name in NAMES))

    with ScriptedServer(read_name) as server:
        results = asyncio.run(main(server.base_url))
    assert [met(result) for result in results] == NAMES


def test_the_module_level_functions() -> None:
    """Extract and aextract make an Extractor for one article."""
    with ScriptedServer(read_name) as server:
        settings: dict[str, Any] = {"base_url": server.base_url, "records": [Meeting]}
        result = communique.extract(talks_of(NAMES[0]), model="any", **settings)
        later = asyncio.run(communique.aextract(talks_of(NAMES[1]), model="any", **settings))
    assert (met(result), met(later)) == (NAMES[0], NAMES[1])


def test_extract_within_a_running_loop() -> None:
    """As in a notebook: extract blocks, and works."""

    async def main(extractor: Extractor[Meeting]) -> Extraction[Meeting]:
        return extractor.extract(talks_of(NAMES[0]))

    with (
        ScriptedServer(read_name) as server,
        Extractor("any", base_url=server.base_url, records=[Meeting]) as extractor,
    ):
        assert met(asyncio.run(main(extractor))) == NAMES[0]


def test_one_extractor_serves_several_loops() -> None:
    """Connections belong to the extractor's own loop, not to the callers'."""
    with (
        ScriptedServer(read_name) as server,
        Extractor("any", base_url=server.base_url, records=[Meeting]) as extractor,
    ):
        for name in NAMES[:3]:
            assert met(asyncio.run(extractor.aextract(talks_of(name)))) == name


def test_aextract_raises_as_extract_does() -> None:
    """The error of a failed extraction comes through."""
    with (
        ScriptedServer([error(400, "no such thing")]) as server,
        Extractor("any", base_url=server.base_url, records=[Meeting]) as extractor,
        pytest.raises(ExtractionError, match="no such thing"),
    ):
        asyncio.run(extractor.aextract(TALKS))


def test_cancelling_ends_the_request() -> None:
    """The server sees the connection close, and the extractor goes on."""

    async def main(server: ScriptedServer, extractor: Extractor[Meeting]) -> None:
        task = asyncio.create_task(extractor.aextract(TALKS))
        await asyncio.to_thread(server.wait_for, 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with (
        ScriptedServer([HANG, completion({"meetings": [FOUND]})]) as server,
        Extractor("any", base_url=server.base_url, records=[Meeting]) as extractor,
    ):
        asyncio.run(main(server, extractor))
        assert server.abandoned.wait(5)
        assert len(extractor.extract(TALKS).meetings) == 1


def test_a_callers_timeout_ends_the_request() -> None:
    """asyncio.timeout around aextract works as everywhere."""

    async def main(extractor: Extractor[Meeting]) -> None:
        async with asyncio.timeout(0.3):
            await extractor.aextract(TALKS)

    with (
        ScriptedServer(lambda _: HANG) as server,
        Extractor("any", base_url=server.base_url, records=[Meeting]) as extractor,
    ):
        with pytest.raises(TimeoutError):
            asyncio.run(main(extractor))
        assert not server.requests or server.abandoned.wait(5)


def test_closing_ends_what_is_under_way() -> None:
    """A thread that waits for an answer is not left waiting."""
    outcome: list[BaseException] = []

    def work() -> None:
        try:
            extractor.extract(TALKS)
        except (CancelledError, communique.CommuniqueError) as error:
            outcome.append(error)

    with ScriptedServer(lambda _: HANG) as server:
        extractor = Extractor("any", base_url=server.base_url, records=[Meeting])
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        assert server.wait_for(1)
        extractor.close()
        thread.join(5)
        assert not thread.is_alive()
    assert len(outcome) == 1


def test_a_closed_extractor_says_so(server: ScriptedServer) -> None:
    """After close, extract and aextract raise; closing again does nothing."""
    extractor = Extractor("any", base_url=server.base_url, records=[Meeting])
    extractor.extract(TALKS)
    extractor.close()
    extractor.close()
    with pytest.raises(SettingsError, match="closed"):
        extractor.extract(TALKS)
    with pytest.raises(SettingsError, match="closed"):
        asyncio.run(extractor.aextract(TALKS))
    assert len(server.requests) == 1


def test_a_forgotten_extractor_ends_by_itself(
    server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Its thread and its connections go with it, and nobody is told of what it left open."""
    before = set(threading.enumerate())
    extractor = Extractor(MODEL, base_url=server.base_url, api_key=KEY, records=[Meeting])
    extractor.extract(TALKS)
    (thread,) = {each for each in threading.enumerate() if each.name == "communique"} - before
    del extractor
    gc.collect()
    thread.join(5)
    assert not thread.is_alive()
    assert not caplog.text


def test_an_extractor_that_was_never_used_closes() -> None:
    """Nothing was opened, nothing is left."""
    with Extractor("any", base_url="http://127.0.0.1:9/v1"):
        pass
    assert not [t for t in threading.enumerate() if t.name == "communique"]
