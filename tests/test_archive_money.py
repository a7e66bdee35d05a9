"""What ends a run before its end: the account, limits on money and tokens, too many failures.

Against scripted servers on loopback.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hosted import KEY, MODEL
from many import finding, many, talks
from scripted_server import Response, Script, ScriptedServer, completion, error

from communique import Limits, Meeting, Options, Outcome, Store, extract_many
from communique.errors import ArchiveStopped, SettingsError


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (error(429, code="insufficient_quota", type_="insufficient_quota"), "quota"),
        (error(401, code="invalid_api_key"), "fatal"),
    ],
)
def test_what_is_wrong_with_the_account_ends_the_run_and_condemns_no_article(
    serve: Callable[[Script], Any], tmp_path: Path, answer: Response, reason: str
) -> None:
    """With the same store the run goes on when the account is in order again."""
    server = serve(lambda request: answer)
    store = tmp_path / "run.db"
    outcomes: list[Outcome[Any]] = []
    with pytest.raises(ArchiveStopped) as stopped:
        outcomes.extend(
            extract_many(
                [talks(n) for n in range(40)],
                records=[Meeting],
                model=MODEL,
                api_key=KEY,
                base_url=server.base_url,
                store=store,
            )
        )
    assert stopped.value.reason == reason
    assert outcomes == []
    assert len(server.requests) < 20
    again = many(serve(finding), [talks(n) for n in range(40)], store)
    assert [o.status for o in again] == ["complete"] * 40


def test_a_limit_on_tokens_is_never_passed(serve: Callable[[Script], Any], tmp_path: Path) -> None:
    """Failed requests count; the run ends resumable and goes on with a higher limit."""
    server = serve(lambda _: completion({"meetings": []}, prompt_tokens=900, completion_tokens=100))
    articles = [talks(n) for n in range(30)]
    store = tmp_path / "run.db"
    options = Options(answer_tokens=200)
    with pytest.raises(ArchiveStopped, match="tokens are spent") as stopped:
        many(server, articles, store, options=options, limits=Limits(max_tokens=12_000))
    assert stopped.value.reason == "budget"
    assert 5 <= len(server.requests) <= 12
    outcomes = many(server, articles, store, options=options)
    assert len(outcomes) == 30
    assert len(server.requests) == 30


def test_a_limit_on_money_needs_a_price(server: ScriptedServer, tmp_path: Path) -> None:
    """It is an error before the first request."""
    with pytest.raises(SettingsError, match="max_tokens"):
        many(server, [talks(1)], tmp_path / "run.db", model="mystery", limits=Limits(max_cost=1))
    assert server.requests == []


def test_a_limit_on_money_is_never_passed(serve: Callable[[Script], Any], tmp_path: Path) -> None:
    """The bill in the store stays below it."""
    server = serve(lambda _: completion({"meetings": []}, prompt_tokens=5000))
    with pytest.raises(ArchiveStopped, match="are spent"):
        many(server, [talks(n) for n in range(40)], tmp_path / "r.db", limits=Limits(max_cost=0.02))
    with Store(tmp_path / "r.db") as store:
        bill = store.bill().result()
    assert 0.005 < bill.cost <= 0.02
    assert bill.calls == len(server.requests)


def test_the_bill_counts_each_request(
    serve: Callable[[Script], Any], tmp_path: Path, soon: None
) -> None:
    """Also refused and failed ones, and the tokens as the server counts them."""
    turns = itertools.cycle([error(500), error(429), completion({"meetings": []})])
    server = serve(lambda _: next(turns))
    outcomes = many(server, [talks(n) for n in range(6)], tmp_path / "run.db")
    assert {o.status for o in outcomes} == {"complete"}
    with Store(tmp_path / "run.db") as store:
        bill = store.bill().result()
    assert bill.calls == len(server.requests)
    assert bill.prompt_tokens == 100 * 6
    assert bill.lost == 0


def test_too_many_failures_end_the_run(
    serve: Callable[[Script], Any], tmp_path: Path, soon: None
) -> None:
    """With fail_over, an archive that fails altogether is not run to its end."""
    server = serve(lambda _: error(400))
    with pytest.raises(ArchiveStopped, match="articles failed") as stopped:
        many(server, [talks(n) for n in range(200)], limits=Limits(fail_over=0.1, concurrency=2))
    assert stopped.value.reason == "failures"
    assert len(server.requests) < 50


def test_an_article_that_the_store_cannot_give_back_ends_the_run_as_told(
    serve: Callable[[Script], ScriptedServer], tmp_path: Path
) -> None:
    """It has a field that this version does not know; the run says so, and asks nobody."""
    path = tmp_path / "run.db"
    server = serve(finding)
    many(server, [talks(1)], path)
    asked = len(server.requests)
    with sqlite3.connect(path) as connection:
        connection.execute("update articles set body=json_set(body, '$.editor', 'Ana')")
        connection.execute("delete from outcomes")
    connection.close()
    with pytest.raises(ArchiveStopped, match="editor"):
        many(server, [talks(1)], path)
    assert len(server.requests) == asked
