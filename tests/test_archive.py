"""Many articles through one store: each has one outcome, and nothing is paid for twice.

Against scripted servers on loopback.
"""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hosted import KEY, MODEL
from many import finding, many, talks
from scripted_server import Request, Response, Script, ScriptedServer, error

from communique import (
    Article,
    Extraction,
    Limits,
    Meeting,
    Options,
    Outcome,
    Store,
    aextract_many,
    extract_many,
)
from communique.archive.pending import reopen
from communique.archive.showing import Bar
from communique.archive.state import RunState
from communique.errors import SettingsError, StoreError
from communique.testing import ScriptedModel


def asked_about(server: ScriptedServer) -> list[str]:
    """The last line of the article in each request."""
    return [request.body["messages"][1]["content"] for request in server.requests]


def test_each_article_has_one_outcome_with_its_records(serve: Callable[[Script], Any]) -> None:
    """Outcomes carry the articles' names and records grounded in their own text."""
    outcomes = many(serve(finding), [talks(n) for n in range(12)])
    assert sorted(o.name for o in outcomes) == sorted(talks(n).id or "" for n in range(12))
    for outcome in outcomes:
        assert outcome.status == "complete"
        assert outcome.article == talks(int(outcome.name.removeprefix("talks-")))
        (record,) = outcome.records
        assert record.place == "Paris"
        span = record.grounding["place"]
        assert outcome.article.text[span.start : span.end] == "Paris"


def test_order_of_input_is_kept_where_it_is_asked_for(serve: Callable[[Script], Any]) -> None:
    """The first article is the last to be answered and is still given first."""
    last = threading.Event()

    def answer(request: Request) -> Response:
        text = request.body["messages"][1]["content"]
        if "for 2 days" in text:
            last.wait(10)
        elif "for 9 days" in text:
            last.set()
        return finding(request)

    outcomes = many(serve(answer), [talks(n) for n in range(8)], order="input")
    assert [o.name for o in outcomes] == [f"talks-{n}" for n in range(8)]
    assert all(o.records for o in outcomes)


def test_a_second_run_asks_nothing_and_gives_the_same(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """Kept outcomes equal the first ones in everything."""
    server = serve(finding)
    store = tmp_path / "run.db"
    first = many(server, [talks(n) for n in range(5)], store, order="input")
    second = many(server, [talks(n) for n in range(5)], store, order="input")
    assert len(server.requests) == 5
    assert [o.kept for o in second] == [True] * 5
    assert [o.kept for o in first] == [False] * 5
    for before, after in zip(first, second, strict=True):
        assert before.extraction is not None
        assert after.extraction is not None
        assert after.extraction.to_dict() == before.extraction.to_dict()


def test_a_store_of_an_earlier_version_goes_on(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """It is brought to this version's tables when it is opened, and nothing is asked again."""
    server, store = serve(finding), tmp_path / "run.db"
    many(server, [talks(n) for n in range(3)], store)
    connection = sqlite3.connect(store)
    connection.execute("drop index outcomes_by_setup")
    connection.execute("alter table sources drop column beginning")
    connection.execute("pragma user_version=5")
    connection.close()
    again = many(server, [talks(n) for n in range(4)], store)
    assert len(server.requests) == 4
    assert [o.kept for o in sorted(again, key=lambda o: o.name)] == [True, True, True, False]


def test_more_articles_cost_only_what_is_missing(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """Added articles are asked about, the others are not."""
    server = serve(finding)
    many(server, [talks(n) for n in range(3)], tmp_path / "run.db")
    outcomes = many(server, [talks(n) for n in range(5)], tmp_path / "run.db")
    assert len(outcomes) == 5
    assert len(server.requests) == 5
    assert len(set(asked_about(server))) == 5


def test_a_text_that_comes_twice_is_asked_about_once_and_reported_twice(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """White space and another id make no other article; another day of publication does."""
    server = serve(finding)
    again = Article(id="again", text=f"  {talks(1).text.replace(' ', '  ')}\n")
    other_day = Article(id="later", text=talks(1).text, published="2025-05-05")
    outcomes = many(server, [talks(1), again, other_day], tmp_path / "run.db", order="input")
    assert [o.duplicate_of for o in outcomes] == [None, "talks-1", None]
    assert [len(o.records) for o in outcomes] == [1, 1, 1]
    assert len(server.requests) == 2


def test_evidence_of_a_duplicate_points_into_its_own_text(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """A copy with other white space has other offsets."""
    again = Article(id="again", text="\n\n   " + talks(1).text)
    outcomes = many(serve(finding), [talks(1), again], tmp_path / "run.db", order="input")
    for outcome in outcomes:
        assert outcome.article is not None
        for record in outcome.records:
            for span in (*record.evidence, *record.grounding.values()):
                assert outcome.article.text[span.start : span.end] == span.text


def test_what_cannot_be_read_fails_alone(serve: Callable[[Script], Any], tmp_path: Path) -> None:
    """An empty text, bytes that are no text and a missing file have a problem and no extraction."""
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"Minister \xff\xfe met")
    sources = [talks(1), Article(id="empty", text=" "), broken, tmp_path / "none.txt", talks(2)]
    outcomes = many(serve(finding), sources, tmp_path / "run.db", order="input")
    assert [o.status for o in outcomes] == ["complete", "failed", "failed", "failed", "complete"]
    assert [o.name for o in outcomes if o.problem] == ["empty", "broken", "none"]
    assert "UTF-8" in str(outcomes[2].problem)


def test_an_id_that_stands_for_another_text_is_a_problem(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """In the same input, and in a later one; the first text keeps the id."""
    server = serve(finding)
    clash = Article(id="talks-1", text="Nothing happened.")
    first = many(server, [talks(1), clash], tmp_path / "run.db", order="input")
    second = many(server, [clash, talks(1)], tmp_path / "run.db", order="input")
    assert [bool(o.problem) for o in first] == [False, True]
    assert [bool(o.problem) for o in second] == [True, False]
    assert len(server.requests) == 1


def test_another_prompt_model_or_parameter_is_asked_anew(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """Outcomes belong to what was asked of which model."""
    server = serve(finding)
    for number, settings in enumerate(
        [{}, {"model": "openai/other"}, {"options": Options(temperature=0.7)}], start=1
    ):
        (outcome,) = many(server, [talks(1)], tmp_path / "run.db", **settings)
        assert not outcome.kept
        assert len(server.requests) == number


def test_an_article_whose_questions_failed_is_reported_and_can_be_run_again(
    serve: Callable[[Script], Any], tmp_path: Path, soon: None
) -> None:
    """A failed outcome is kept as such, with its reason, until it is freed."""
    server = serve(lambda _: error(500))
    store = tmp_path / "run.db"
    (outcome,) = many(server, [talks(1)], store, options=Options(attempts=2))
    assert outcome.status == "failed"
    assert outcome.extraction is not None
    assert outcome.extraction.failures[0].error == "server_failed"
    assert len(server.requests) == 2
    (kept,) = many(server, [talks(1)], store, options=Options(attempts=2))
    assert kept.status == "failed"
    assert len(server.requests) == 2


def test_every_answer_is_kept_before_it_is_read(
    serve: Callable[[Script], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in our checking costs no answer, and says that it is ours."""
    server = serve(finding)
    store = tmp_path / "run.db"
    with monkeypatch.context() as broken:
        broken.setattr("communique.interview.check", lambda *_: 1 / 0)
        (outcome,) = many(server, [talks(1)], store)
    assert outcome.extraction is not None
    assert outcome.extraction.failures[0].error == "internal"
    with Store(store) as opened:
        opened.do(partial(reopen, setup=1, statuses=["failed"])).result()
    (again,) = many(server, [talks(1)], store)
    assert again.status == "complete"
    assert len(again.records) == 1
    assert len(server.requests) == 1


def test_a_caller_who_has_seen_enough_ends_the_run(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """The rest is not asked about, and nothing is claimed any more."""
    server = serve(finding)
    outcomes = extract_many(
        (talks(n) for n in itertools.count()),
        records=[Meeting],
        model=MODEL,
        api_key=KEY,
        base_url=server.base_url,
        store=tmp_path / "run.db",
    )
    assert next(outcomes).records
    asked = 0
    while asked != len(server.requests) < 400:  # until everything that may be ahead is ahead
        asked = len(server.requests)
        time.sleep(1)
    assert asked < 400
    outcomes.close()
    with sqlite3.connect(tmp_path / "run.db") as connection:
        assert connection.execute("select count(*) from claims").fetchone() == (0,)


def test_an_article_that_takes_too_long_fails_alone(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """article_seconds is kept, and what was sent is on the bill as lost."""

    def answer(request: Request) -> Response:
        hangs = "for 3 days" in request.body["messages"][1]["content"]
        return Response(fault="hang") if hangs else finding(request)

    limits = Limits(article_seconds=1)
    outcomes = many(
        serve(answer), [talks(n) for n in range(4)], tmp_path / "r.db", order="input", limits=limits
    )
    assert [o.status for o in outcomes] == ["complete", "failed", "complete", "complete"]
    assert outcomes[1].extraction is not None
    assert outcomes[1].extraction.failures[0].error == "deadline_exceeded"
    with Store(tmp_path / "r.db") as store:
        bill = store.bill().result()
    assert bill.lost == 1
    assert bill.lost_tokens > 2048


def test_async_articles_come_as_they_are_there(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """A slow source is not waited for: its first outcome comes before its second article."""
    server = serve(finding)

    async def consume() -> list[str]:
        first_is_done = asyncio.Event()

        async def feed() -> AsyncIterator[Article]:
            yield talks(1)
            await asyncio.wait_for(first_is_done.wait(), 10)
            yield talks(2)

        names = []
        async for outcome in aextract_many(
            feed(), records=[Meeting], model=MODEL, api_key=KEY, base_url=server.base_url
        ):
            names.append(outcome.name)
            first_is_done.set()
        return names

    assert asyncio.run(consume()) == ["talks-1", "talks-2"]


def test_an_error_of_the_callers_own_input_reaches_the_caller(server: ScriptedServer) -> None:
    """What the iterable of articles raises is raised, and not swallowed in a thread."""

    def broken() -> Iterator[Article]:
        yield talks(1)
        raise LookupError("the feed is gone")

    with pytest.raises(LookupError, match="the feed is gone"):
        many(server, broken())


def test_a_model_of_ones_own_is_on_the_bill_too(tmp_path: Path) -> None:
    """Models that know no gate are asked, limited by articles, and counted."""
    outcomes = list(
        extract_many([talks(1), talks(2)], model=ScriptedModel(), store=tmp_path / "run.db")
    )
    assert [o.status for o in outcomes] == ["complete", "complete"]
    with Store(tmp_path / "run.db") as store:
        assert store.bill().result().calls == 4  # meetings and agreements


def test_progress_tells_how_far_the_run_is(
    serve: Callable[[Script], Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any object with `update` is told; a bar of tqdm is one."""
    states: list[tuple[int, int, int, int]] = []

    class Watcher:
        def update(self, state: RunState) -> None:
            states.append((state.done, state.kept, state.records, state.prompt_tokens))

    server = serve(finding)
    many(server, [talks(n) for n in range(5)], tmp_path / "run.db", progress=Watcher())
    assert states[-1] == (5, 0, 5, 500)
    assert [state[0] for state in states] == sorted(state[0] for state in states)
    with Bar() as bar:
        many(server, [talks(n) for n in range(6)], tmp_path / "run.db", progress=bar)
    assert "records=1" in capsys.readouterr().err


def test_two_runs_on_one_store_share_the_work(
    serve: Callable[[Script], Any], tmp_path: Path
) -> None:
    """At the same time, each with its own connection: no article is asked about twice."""
    server = serve(finding)
    articles = [talks(n) for n in range(60)]
    results: list[list[Outcome[Any]]] = []
    threads = [
        threading.Thread(target=lambda: results.append(many(server, articles, tmp_path / "run.db")))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(outcomes) for outcomes in results] == [60, 60]
    assert len(server.requests) == 60


@pytest.mark.parametrize("content", ["text", "database", "later"])
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, content: str) -> None:
    """Text, another program's database, and a store of a later version."""
    path = tmp_path / "file"
    if content == "text":
        path.write_text("Dear diary, " * 100)
    else:
        if content == "later":
            Store(path).close()
        connection = sqlite3.connect(path)
        connection.execute(
            "pragma user_version=999" if content == "later" else "create table notes (note)"
        )
        connection.commit()
        connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="store"):
        Store(path)
    assert path.read_bytes() == before


def test_a_store_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The error says so."""
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "none" / "run.db")


@pytest.mark.parametrize(
    "wrong", [{"concurrency": 0}, {"max_cost": -1}, {"fail_over": 2}, {"article_seconds": 0}]
)
def test_limits_that_make_no_sense(wrong: dict[str, Any]) -> None:
    """An error at once."""
    with pytest.raises(SettingsError):
        Limits(**wrong)


def test_an_outcome_as_json_holds_what_the_extraction_holds(
    serve: Callable[[Script], Any],
) -> None:
    """With the archive's own fields besides; an unreadable article has those alone."""
    good, bad = many(serve(finding), [talks(1), Article(id="e", text="")], order="input")
    data = good.to_dict()
    assert data["id"] == "talks-1"
    assert data["meetings"][0]["place"] == "Paris"
    restored = Extraction.from_dict(data, [Meeting])
    assert good.extraction is not None
    assert restored.records == good.extraction.records
    assert restored.to_dict() == good.extraction.to_dict()
    assert bad.to_dict()["problem"]
