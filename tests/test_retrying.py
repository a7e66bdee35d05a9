"""When the wire or the server fails: what is waited for, tried again, and given up. See `scripted_server`."""

from __future__ import annotations

import datetime as dt
import email.utils
import socket
import time

import pytest
from faults import (
    GOOD,
    RATE_LIMIT,
    TALKS_AND_VISAS,
    Serve,
    failure,
    outcomes,
    run,
    run_all,
)
from scripted_server import (
    DRIP,
    HANG,
    SILENT,
    Response,
    completion,
    error,
    reply,
)

from communique import Agreement, Meeting

# Waiting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [{"Retry-After": "0.2"}, {"Retry-After-Ms": "200"}])
def test_a_rate_limit_is_waited_out_as_long_as_the_server_asks(
    serve: Serve, headers: dict[str, str]
) -> None:
    """429 with Retry-After, in seconds or in milliseconds: that wait, then the answer."""
    server = serve([error(429, RATE_LIMIT, headers=headers), GOOD])
    started = time.monotonic()
    result = run(server)
    assert time.monotonic() - started >= 0.2
    assert result.status == "complete"
    assert outcomes(result) == ["rate_limited", "ok"]


def test_milliseconds_win_over_seconds(serve: Serve) -> None:
    """Retry-After-Ms is the more exact of the two."""
    headers = {"Retry-After": "500", "Retry-After-Ms": "10"}
    result = run(serve([error(429, RATE_LIMIT, headers=headers), GOOD]))
    assert result.status == "complete"


def test_a_date_in_the_past_means_now(serve: Serve) -> None:
    """Retry-After with an HTTP date that has gone by waits no longer."""
    past = email.utils.format_datetime(dt.datetime(2020, 1, 1, tzinfo=dt.UTC), usegmt=True)
    result = run(serve([error(429, RATE_LIMIT, headers={"Retry-After": past}), GOOD]))
    assert outcomes(result) == ["rate_limited", "ok"]


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("value", [None, "", "soon", "-5", "1.2.3", "²", "Fri, 99 Foo 2025"])
def test_without_a_time_to_wait_the_wait_is_random(serve: Serve, value: str | None) -> None:
    """429 without Retry-After, or with one that says nothing: a random wait, then the answer."""
    headers = {} if value is None else {"Retry-After": value}
    result = run(serve([error(429, RATE_LIMIT, headers=headers), GOOD]))
    assert outcomes(result) == ["rate_limited", "ok"]


@pytest.mark.parametrize("wait", ["3600", "date"])
def test_a_wait_beyond_the_deadline_fails_at_once(serve: Serve, wait: str) -> None:
    """Waiting past the deadline would only delay the same failure."""
    if wait == "date":
        tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
        wait = email.utils.format_datetime(tomorrow, usegmt=True)
    server = serve([error(429, RATE_LIMIT, headers={"Retry-After": wait})])
    result = run(server, deadline_seconds=60)
    assert result.status == "failed"
    assert failure(result) == "rate_limited"
    assert RATE_LIMIT in result.failures[0].message
    assert len(server.requests) == 1


@pytest.mark.usefixtures("soon")
def test_retrying_ends_after_the_given_attempts(serve: Serve) -> None:
    """Options.attempts bounds how often one question is sent."""
    server = serve(lambda _: error(429, RATE_LIMIT))
    result = run(server, attempts=3)
    assert failure(result) == "rate_limited"
    assert outcomes(result) == ["rate_limited"] * 3


@pytest.mark.parametrize("kind", ["code", "type", "message"])
def test_an_empty_account_is_not_waited_for(serve: Serve, kind: str) -> None:
    """429 for want of quota is QuotaExhausted, and asked once."""
    said = {
        "code": error(429, "You have no credit.", code="insufficient_quota"),
        "type": error(429, "You have no credit.", type_="insufficient_quota"),
        "message": error(429, "You exceeded your current quota, check your plan."),
    }
    server = serve([said[kind]])
    result = run(server)
    assert failure(result) == "quota_exhausted"
    assert len(server.requests) == 1


def test_a_rate_limit_that_links_to_quotas_is_still_a_rate_limit(serve: Serve) -> None:
    """Azure's 429 tells where to raise the quota, and how long to wait."""
    message = (
        "Token rate limit exceeded. Retry after 1 second. See https://aka.ms/oai/quotaincrease"
    )
    server = serve([error(429, message, code="429", headers={"Retry-After-Ms": "10"}), GOOD])
    assert run(server).status == "complete"


# Failures that another try may cure, and those that it does not ----------------------------------


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("status", [408, 409, 500, 502, 503])
def test_failures_of_the_server_are_retried(serve: Serve, status: int) -> None:
    """408, 409 and 5xx are asked again."""
    result = run(serve([error(status, "overloaded"), GOOD]))
    assert result.status == "complete"
    assert outcomes(result) == ["server_failed", "ok"]


@pytest.mark.usefixtures("soon")
def test_a_gateways_page_is_retried_and_quoted_on_one_short_line(serve: Serve) -> None:
    """A 502 comes from a proxy, as HTML."""
    page = "<html>\n<head><title>502 Bad Gateway</title></head>\n" + "<p>nginx</p>\n" * 100
    result = run(serve(lambda _: reply(502, page)), attempts=2)
    assert outcomes(result) == ["server_failed"] * 2
    message = result.failures[0].message
    assert "502 Bad Gateway" in message
    assert "\n" not in message
    assert len(message) < 400


@pytest.mark.parametrize("status", [400, 404, 413, 422])
def test_a_request_that_the_server_refuses_is_not_repeated(serve: Serve, status: int) -> None:
    """Other 4xx are RequestRejected, with what the server says."""
    server = serve([error(status, "The model `x` does not exist")])
    result = run(server)
    assert failure(result) == "request_rejected"
    assert "The model `x` does not exist" in result.failures[0].message
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_accepted_ends_the_extraction(serve: Serve, status: int) -> None:
    """After AccessDenied a model that is asked one by one gets no other question."""
    server = serve([error(status, "Incorrect API key provided", code="invalid_api_key")])
    result = run(server, model="local", article=TALKS_AND_VISAS, records=(Meeting, Agreement))
    assert [f.error for f in result.failures] == ["access_denied"] * 2
    assert result.status == "failed"
    assert len(server.requests) == 1


def test_a_key_that_is_not_accepted_is_not_tried_again(serve: Serve) -> None:
    """Questions that were asked at once are asked once each."""
    server = serve(lambda _: error(401, "Incorrect API key provided"))
    result = run_all(server, raise_on_failure=False)
    assert [f.error for f in result.failures] == ["access_denied"] * 3
    assert len(set(server.questions)) == len(server.questions) <= 3


@pytest.mark.usefixtures("soon")
def test_no_server_at_the_address(serve: Serve) -> None:
    """A refused connection is ConnectionFailed, and tells the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    result = run(serve([]), base_url=address, attempts=2)
    assert failure(result) == "connection_failed"
    assert address in result.failures[0].message
    assert outcomes(result) == ["connection_failed"] * 2


@pytest.mark.usefixtures("soon")
def test_a_server_that_speaks_no_tls(serve: Serve) -> None:
    """An https:// address of a server without TLS is a failed connection."""
    server = serve([GOOD])
    address = server.base_url.replace("http:", "https:")
    result = run(server, base_url=address, attempts=1)
    assert failure(result) == "connection_failed"
    assert address in result.failures[0].message


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "broken", [completion({"meetings": []}, fault="cut"), SILENT], ids=["cut", "silent"]
)
def test_a_connection_that_breaks_is_retried(serve: Serve, broken: Response) -> None:
    """An answer that ends in the middle, or never begins, is asked for again."""
    result = run(serve([broken, GOOD]))
    assert outcomes(result) == ["connection_failed", "ok"]
    assert len(result.meetings) == 1


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("server_does", [HANG, DRIP], ids=["hang", "drip"])
def test_one_request_takes_no_longer_than_allowed(serve: Serve, server_does: Response) -> None:
    """Neither silence nor a trickle of blanks outlasts Options.request_seconds."""
    started = time.monotonic()
    result = run(serve([server_does, GOOD]), request_seconds=0.3)
    assert 0.3 <= time.monotonic() - started < 5
    assert outcomes(result) == ["deadline_exceeded", "ok"]


def test_a_server_that_never_answers(serve: Serve) -> None:
    """When all attempts hang, the failure says so and how to allow more time."""
    result = run(serve([HANG]), request_seconds=0.2, attempts=1)
    assert failure(result) == "deadline_exceeded"
    assert "Options.request_seconds" in result.failures[0].message


def test_one_question_takes_no_longer_than_its_deadline(serve: Serve) -> None:
    """Options.deadline_seconds ends a request that is under way."""
    started = time.monotonic()
    result = run(serve([HANG]), deadline_seconds=0.3)
    assert time.monotonic() - started < 5
    assert failure(result) == "deadline_exceeded"
    assert "Options.deadline_seconds" in result.failures[0].message
    assert outcomes(result) == ["deadline_exceeded"]


def test_the_deadline_holds_for_all_retries_together(serve: Serve) -> None:
    """A second round for the form's sake gets no time of its own."""
    result = run(serve([completion("no JSON"), HANG]), deadline_seconds=0.4)
    assert failure(result) == "deadline_exceeded"
