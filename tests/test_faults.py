"""What happens when the wire, the server or the model fails. See `scripted_server`."""

from __future__ import annotations

import copy
import datetime as dt
import email.utils
import json
import logging
import pickle
import socket
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from scripted_server import (
    DRIP,
    HANG,
    SILENT,
    Request,
    Response,
    Script,
    ScriptedServer,
    completion,
    error,
    reply,
)

from communique import Agreement, Extraction, ExtractionError, Extractor, Meeting, Options, errors

KEY = "sk-secret-123"
TALKS = (
    "PARIS, May 4, 2025. France's Foreign Minister Jean Dupont met Anna Novak, the Czech foreign "
    "minister, in Paris on Friday."
)
# The last sentence holds the cue without which nobody is asked about visas.
TALKS_AND_VISAS = f"{TALKS} They agreed to abolish visas for Czech citizens."

DUPONT = {"name": "Jean Dupont", "role": "Foreign Minister", "organization": None}
NOVAK = {"name": "Anna Novak", "role": "foreign minister", "organization": None}
MEETING = {
    "sentence": 2,
    "status": "held",
    "format": "in_person",
    "participants": [{**DUPONT, "country": "France"}, {**NOVAK, "country": "Czech Republic"}],
    "place": "Paris",
    "country": "France",
    "date": "on Friday",
    "topics": [],
    "more_sentences": [],
}
GOOD = completion({"meetings": [MEETING]})
RATE_LIMIT = "Rate limit reached for gpt-4.1-mini"

LISTS = {
    "meeting": "meetings",
    "agreement": "agreements",
    "visa_policy_statement": "visa_policy_statements",
}


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortens the random waits, which are not what a test is about."""
    monkeypatch.setattr("communique.models.transport.LONGEST_WAIT", 0.01)


@pytest.fixture
def serve() -> Iterator[Callable[[Script], ScriptedServer]]:
    """Starts scripted servers and ends them after the test."""
    servers: list[ScriptedServer] = []

    def start(script: Script) -> ScriptedServer:
        servers.append(ScriptedServer(script).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def run(
    server: ScriptedServer,
    *,
    article: str = TALKS,
    model: str = "openai/gpt-4.1-mini",
    base_url: str | None = None,
    api_key: str = KEY,
    records: Any = (Meeting,),
    raise_on_failure: bool = False,
    **options: Any,
) -> Extraction[Any]:
    """One extraction against `server`, by default of meetings alone."""
    with Extractor(
        model,
        base_url=base_url or server.base_url,
        api_key=api_key,
        records=records,
        options=Options(**options),
    ) as extractor:
        return extractor.extract(article, raise_on_failure=raise_on_failure)


def run_all(server: ScriptedServer, **more: Any) -> Extraction[Any]:
    """One extraction that asks all three questions, at once."""
    with Extractor(
        "openai/gpt-4.1-mini",
        base_url=server.base_url,
        api_key=KEY,
        options=more.pop("options", Options()),
    ) as extractor:
        return extractor.extract(TALKS_AND_VISAS, **more)


def good(request: Request) -> Response:
    """A right answer to any of the three questions."""
    items = [MEETING] if request.question == "meeting" else []
    return completion({LISTS[request.question]: items})


def outcomes(result: Extraction[Any]) -> list[str]:
    return [attempt.outcome for attempt in result.usage.attempts]


def failure(result: Extraction[Any]) -> str:
    """The code of the only failure."""
    (only,) = result.failures
    return only.error


Serve = Callable[[Script], ScriptedServer]


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


# What the model or its guard withholds -----------------------------------------------------------


def test_a_refusal_is_told_and_not_retried(serve: Serve) -> None:
    """The model declines: Refused, asked once."""
    server = serve([completion(None, refusal="I cannot help with that.")])
    result = run(server)
    assert failure(result) == "refused"
    assert outcomes(result) == ["refused"]
    assert len(server.requests) == 1


def test_a_filtered_answer_is_told_and_not_retried(serve: Serve) -> None:
    """finish_reason content_filter: ContentFiltered, asked once."""
    server = serve([completion("", finish_reason="content_filter")])
    assert failure(run(server)) == "content_filtered"
    assert len(server.requests) == 1


def test_a_filtered_prompt_is_told_and_not_retried(serve: Serve) -> None:
    """Azure filters prompts with a 400 whose code is content_filter."""
    message = "The response was filtered due to the prompt triggering the content policy."
    server = serve([error(400, message, code="content_filter", param="prompt")])
    result = run(server, model="azure/deployed", base_url=server.address)
    assert failure(result) == "content_filtered"
    assert len(server.requests) == 1


# Answers of the wrong form -----------------------------------------------------------------------


def test_an_answer_without_json_is_asked_for_again_with_the_complaint(serve: Serve) -> None:
    """The second request shows the model its answer and what is wrong with it."""
    server = serve([completion("There was one meeting."), GOOD])
    result = run(server)
    assert result.status == "complete"
    first, second = (request.body["messages"] for request in server.requests)
    assert second[: len(first)] == first
    answer, complaint = second[len(first) :]
    assert answer["content"] == "There was one meeting."
    assert complaint["role"] == "user"
    assert "Invalid JSON" in complaint["content"]
    assert outcomes(result) == ["malformed", "ok"]


@pytest.mark.parametrize(
    "content",
    ["There was one meeting.", "", None, "{", "[]", {}, {"events": [MEETING]}, {"meetings": None}],
)
def test_an_answer_that_is_twice_of_the_wrong_form_is_malformed(
    serve: Serve, content: object
) -> None:
    """No JSON, or JSON without the list: Malformed after the second answer."""
    server = serve([completion(content), completion(content)])
    result = run(server)
    assert result.status == "failed"
    assert failure(result) == "malformed"
    assert outcomes(result) == ["malformed"] * 2
    assert result.usage.prompt_tokens == 200


@pytest.mark.parametrize(
    "frame", ["```json\n{}\n```", "```\n{}\n```", "Here it is:\n\n{}\n\nAnything else?"]
)
def test_json_in_a_fence_or_between_words_is_read(serve: Serve, frame: str) -> None:
    """Servers that ignore the schema let the model talk around its JSON."""
    server = serve([completion(frame.format(json.dumps({"meetings": [MEETING]}, indent=1)))])
    assert len(run(server).meetings) == 1
    assert len(server.requests) == 1


def test_a_truncated_answer_keeps_its_whole_entries(serve: Serve) -> None:
    """finish_reason length: what is whole stays, and the extraction is partial."""
    text = json.dumps({"meetings": [MEETING, MEETING]})
    server = serve([completion(text[:-60], finish_reason="length")])
    result = run(server)
    assert result.status == "partial"
    assert len(result.meetings) == 1
    assert failure(result) == "truncated"
    assert "Options.answer_tokens" in result.failures[0].message
    assert outcomes(result) == ["truncated"]


@pytest.mark.parametrize("content", [None, "", '{"meetings": [{"sentence": 2, "sta'])
def test_an_answer_that_is_cut_before_its_first_entry(serve: Serve, content: str | None) -> None:
    """A model that spends its tokens on thinking leaves nothing, and that is no empty result."""
    result = run(serve([completion(content, finish_reason="length")]))
    assert result.status == "partial"
    assert result.records == ()
    assert failure(result) == "truncated"


def test_entries_that_are_no_objects_cost_only_themselves(serve: Serve) -> None:
    """A string or a number in the list is reported; its neighbours stay."""
    server = serve([completion({"meetings": ["Dupont met Novak", MEETING, 7]})])
    result = run(server)
    assert len(result.meetings) == 1
    assert result.status == "partial"
    assert [(f.error, f.question) for f in result.failures] == [("malformed_item", "meeting")] * 2
    assert [(r.item, r.value, r.reason) for r in result.rejected] == [
        (1, '"Dupont met Novak"', "malformed"),
        (3, "7", "malformed"),
    ]


def test_fields_of_other_shapes_are_read_where_their_sense_is_plain(serve: Serve) -> None:
    """Participants as strings, a capital letter, numbers as strings and extra keys do no harm."""
    loose = {
        "sentence": "[2]",
        "status": "Held",
        "format": "In person",
        "participants": ["Jean Dupont", {"name": "Anna Novak", "country": "Czech", "age": 50}],
        "place": "Paris",
        "confidence": 0.9,
    }
    result = run(serve([completion({"meetings": [loose], "notes": "none"})]))
    assert result.status == "complete"
    (meeting,) = result.meetings
    assert meeting.status == "held"
    assert meeting.format == "in_person"
    assert [p.name for p in meeting.participants] == ["Jean Dupont", "Anna Novak"]


def test_fields_of_impossible_shapes_are_lost_alone(serve: Serve) -> None:
    """An object where text belongs costs that value; the record and its other values stay."""
    odd = {**MEETING, "place": {"city": "Paris"}, "topics": "trade", "date": ["on Friday"]}
    result = run(serve([completion({"meetings": [odd]})]), repair=False)
    assert result.status == "complete"
    (meeting,) = result.meetings
    assert (meeting.place, meeting.date, meeting.topics) == (None, None, ())
    lost = {(r.field, r.scope) for r in result.rejected}
    assert {("place", "value"), ("date", "value"), ("topics[0]", "value")} <= lost


def test_a_value_that_identifies_a_record_is_reported_with_the_record(serve: Serve) -> None:
    """A status that is none of the choices costs the meeting, and `rejected` says so."""
    bad = {**MEETING, "status": "postponed"}
    result = run(serve([completion({"meetings": [bad, MEETING]})]), repair=False)
    assert len(result.meetings) == 1
    (rejection,) = result.rejected
    assert (rejection.item, rejection.field, rejection.scope) == (1, "status", "record")


# Servers that speak another language -------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        reply(200, "<!doctype html><title>Welcome to nginx!</title>"),
        reply(200, "{broken", {"Content-Type": "application/json"}),
        reply(200, b"\xff\xfe\x00", {"Content-Type": "application/json"}),
        reply(200, {"detail": "hello"}),
        reply(200, []),
        reply(200, {"choices": []}),
        reply(200, {"choices": [{"text": "a completion of old"}]}),
        reply(200, {"choices": [{"message": None, "finish_reason": "stop"}]}),
        reply(200, {"choices": ["text"]}),
        reply(200, {"choices": "text"}),
    ],
    ids=lambda answer: answer.body[:40].decode("latin-1"),
)
def test_what_is_no_chat_completion_is_rejected(serve: Serve, answer: Response) -> None:
    """200 from something that does not speak the protocol: one clear failure."""
    server = serve([answer])
    result = run(server)
    assert failure(result) == "request_rejected"
    assert "base URL" in result.failures[0].message
    assert len(server.requests) == 1


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        "many",
        {"prompt_tokens": None, "completion_tokens": None},
        {"prompt_tokens": 5, "completion_tokens": 5, "prompt_tokens_details": "none"},
        {"prompt_tokens": "5", "completion_tokens": -1},
        {
            "prompt_tokens": 5,
            "completion_tokens": 5,
            "prompt_tokens_details": {"cached_tokens": 500},
        },
    ],
)
def test_odd_token_counts_cost_no_answer(serve: Serve, usage: object) -> None:
    """What a compatible server counts is told where it can be, and never trips the extraction."""
    body = json.loads(completion({"meetings": [MEETING]}).body)
    result = run(serve([reply(200, {**body, "usage": usage})]))
    assert result.status == "complete"
    assert len(result.meetings) == 1
    assert result.usage.prompt_tokens in (0, 5)


def test_content_in_parts_is_read(serve: Serve) -> None:
    """Some servers give the content as a list of parts."""
    body = json.loads(GOOD.body)
    text = body["choices"][0]["message"]["content"]
    body["choices"][0]["message"]["content"] = [{"type": "text", "text": text}]
    assert len(run(serve([reply(200, body)])).meetings) == 1


def test_what_servers_leave_out_is_not_missed(serve: Serve) -> None:
    """A message with its content is enough: no id, no finish_reason, no refusal, no usage."""
    text = json.loads(GOOD.body)["choices"][0]["message"]["content"]
    result = run(serve([reply(200, {"choices": [{"message": {"content": text}}]})]))
    assert result.status == "complete"
    assert len(result.meetings) == 1


# Parameters that a server refuses ----------------------------------------------------------------

COMPLAINTS = {
    "temperature": "Unsupported value: 'temperature' does not support 0 with this model.",
    "seed": "Unrecognized request argument supplied: seed",
    "max_completion_tokens": "Unknown parameter: 'max_completion_tokens'. Use 'max_tokens'.",
    "response_format": "Invalid parameter: 'response_format' of type 'json_schema' is unsupported",
}


def picky(parameter: str) -> Callable[[Request], Response]:
    """A server that refuses `parameter`; of response_format it refuses schemas only."""

    def answer(request: Request) -> Response:
        value = request.body.get(parameter)
        if value is None or (isinstance(value, dict) and value["type"] != "json_schema"):
            return completion({name: [] for name in LISTS.values()})
        return error(400, COMPLAINTS[parameter], param=parameter)

    return answer


@pytest.mark.parametrize("parameter", COMPLAINTS)
def test_a_parameter_that_the_server_refuses_is_left_out(serve: Serve, parameter: str) -> None:
    """A 400 that names a parameter is followed by the same request without just that one."""
    server = serve(picky(parameter))
    assert run(server).status == "complete"
    refused, taken = (request.body for request in server.requests)
    instead = {
        "max_completion_tokens": {"max_tokens": refused["max_completion_tokens"]},
        "response_format": {"response_format": {"type": "json_object"}},
    }
    without = {name: value for name, value in refused.items() if name != parameter}
    assert taken == without | instead.get(parameter, {})


@pytest.mark.parametrize("parameter", COMPLAINTS)
def test_what_a_server_refuses_is_remembered(serve: Serve, parameter: str) -> None:
    """The next article's question is sent as the server takes it."""
    server = serve(picky(parameter))
    with Extractor(
        "openai/gpt-4.1-mini", base_url=server.base_url, api_key=KEY, records=[Meeting]
    ) as extractor:
        extractor.extract(TALKS)
        extractor.extract(TALKS)
    assert len(server.requests) == 3


@pytest.mark.parametrize("parameter", COMPLAINTS)
def test_questions_asked_at_once_learn_of_a_refusal_together(serve: Serve, parameter: str) -> None:
    """Three questions in flight meet the same refusal; each is asked again and answered."""
    server = serve(picky(parameter))
    assert run_all(server).status == "complete"
    assert len(server.requests) <= 6


def test_several_refusals_one_after_the_other(serve: Serve) -> None:
    """A server that takes hardly anything is still asked what it can answer."""

    def strict(request: Request) -> Response:
        for parameter, complaint in COMPLAINTS.items():
            if parameter in request.body:
                return error(400, complaint)
        return completion({"meetings": [MEETING]})

    server = serve(strict)
    assert run(server).status == "complete"
    assert set(server.requests[-1].body) == {"model", "messages", "max_tokens"}


def test_a_validators_complaint_is_understood(serve: Serve) -> None:
    """FastAPI answers 422 with a list of places in place of a message."""
    detail = [
        {"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "Extra inputs", "input": 1}
    ]
    server = serve([reply(422, {"detail": detail}), GOOD])
    assert run(server).status == "complete"
    assert "seed" not in server.requests[1].body


def test_a_refusal_that_nothing_cures_comes_to_an_end(serve: Serve) -> None:
    """A server that complains of both names of the limit whatever is sent is not asked forever."""
    server = serve(lambda _: error(400, "max_tokens or max_completion_tokens is too large"))
    assert failure(run(server, deadline_seconds=5)) == "request_rejected"
    assert len(server.requests) <= 3


# Partial and failed extractions ------------------------------------------------------------------


def one_broken(request: Request) -> Response:
    """Fails one question of three."""
    return error(400, "no such thing") if request.question == "agreement" else good(request)


def test_one_question_of_three_fails(serve: Serve) -> None:
    """By default a partial extraction raises, and the error holds what was found."""
    server = serve(one_broken)
    with pytest.raises(ExtractionError, match=r"partial.*agreement.*no such thing") as caught:
        run_all(server)
    result = caught.value.result
    assert result.status == "partial"
    assert len(result.meetings) == 1
    assert [(f.question, f.error) for f in result.failures] == [("agreement", "request_rejected")]
    assert result.failures[0].sentences == (2, 3)


def test_a_partial_extraction_is_returned_where_that_is_wanted(serve: Serve) -> None:
    """raise_on_failure=False returns the same result."""
    result = run_all(serve(one_broken), raise_on_failure=False)
    assert result.status == "partial"
    assert len(result.meetings) == 1


def test_all_questions_fail(serve: Serve) -> None:
    """Without one answer the extraction has failed, which is not the same as nothing found."""
    with pytest.raises(ExtractionError) as caught:
        run_all(serve(lambda _: error(400, "no such thing")))
    assert caught.value.result.status == "failed"
    assert len(caught.value.result.failures) == 3
    assert "and 2 more" in str(caught.value)


def test_nothing_found_is_complete(serve: Serve) -> None:
    """Empty lists are an answer."""
    result = run(serve([completion({"meetings": []})]))
    assert (result.status, result.records) == ("complete", ())


def test_a_failed_repair_keeps_what_was_found(serve: Serve) -> None:
    """When the second chance is not answered, the first answer counts and the gap is told."""
    doubtful = {**MEETING, "place": "London"}
    server = serve([completion({"meetings": [doubtful]}), error(400, "no more")])
    result = run(server)
    assert len(result.meetings) == 1
    assert [(f.question, f.error) for f in result.failures] == [
        ("meeting repair", "request_rejected")
    ]
    assert [(r.field, r.value) for r in result.rejected] == [("place", "London")]


# Usage -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("soon")
def test_each_attempt_is_counted(serve: Serve) -> None:
    """Failed, malformed and good attempts, with tokens, cached tokens and seconds."""
    server = serve(
        [
            error(500),
            completion("no JSON", prompt_tokens=90, completion_tokens=5),
            completion({"meetings": []}, prompt_tokens=120, cached_tokens=64, completion_tokens=9),
        ]
    )
    usage = run(server).usage
    assert usage.calls == 3
    assert [a.outcome for a in usage.attempts] == ["server_failed", "malformed", "ok"]
    assert [a.prompt_tokens for a in usage.attempts] == [0, 90, 120]
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (210, 64, 14)
    assert all(a.seconds > 0 for a in usage.attempts)
    assert usage.seconds == pytest.approx(sum(a.seconds for a in usage.attempts))


def test_a_known_models_price_is_told(serve: Serve) -> None:
    """Cached tokens cost less; the whole is more than nothing."""
    fresh = run(serve([completion({"meetings": []}, prompt_tokens=1000)])).usage.cost
    cached = run(
        serve([completion({"meetings": []}, prompt_tokens=1000, cached_tokens=900)])
    ).usage.cost
    assert fresh is not None
    assert cached is not None
    assert 0 < cached < fresh


@pytest.mark.parametrize("model", ["openai/unheard-of", "somebody/gpt-4.1-mini"])
def test_an_unknown_price_is_none(serve: Serve, model: str) -> None:
    """A model without a known price costs None, which is not 0."""
    result = run(serve([GOOD]), model=model)
    assert result.usage.cost is None
    assert result.usage.prompt_tokens == 100


def test_a_server_that_counts_no_tokens(serve: Serve) -> None:
    """Without usage in the answer there are no tokens and no price."""
    usage = run(serve([completion({"meetings": []}, usage=False)])).usage
    assert (usage.calls, usage.prompt_tokens, usage.cost) == (1, 0, None)


# Secrets and privacy -----------------------------------------------------------------------------

USER, PASSWORD = "archivist", "pa55-w0rd"
BASIC = "YXJjaGl2aXN0OnBhNTUtdzByZA=="
SECRETS = (KEY, USER, PASSWORD, BASIC)


def gossip(request: Request) -> Response:
    """A server that repeats each credential it was sent."""
    headers = " ".join(f"{name}={value}" for name, value in request.headers.items())
    text = f"denied: {KEY}, {USER}:{PASSWORD}, {headers}"
    return error(401, text, code="invalid_api_key")


def with_credentials(url: str) -> str:
    return url.replace("http://", f"http://{USER}:{PASSWORD}@")


@pytest.mark.parametrize(
    "model", ["openai/gpt-4.1-mini", "azure/deployed", "ollama/qwen", "any", "local"]
)
@pytest.mark.parametrize(
    "script",
    [gossip, lambda _: error(500), lambda _: SILENT],
    ids=["gossip", "failure", "silence"],
)
def test_no_secret_reaches_errors_results_or_logs(
    serve: Serve,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    model: str,
    script: Callable[[Request], Response],
) -> None:
    """Neither the key nor the address's user and password are told, even if the server does."""
    monkeypatch.setattr("communique.models.transport.LONGEST_WAIT", 0.01)
    caplog.set_level(logging.DEBUG)
    server = serve(script)
    address = server.address if model.startswith("azure") else server.base_url
    with pytest.raises(ExtractionError) as caught:
        run(
            server,
            model=model,
            base_url=with_credentials(address),
            attempts=2,
            raise_on_failure=True,
        )
    told = [
        str(caught.value),
        repr(caught.value),
        "".join(traceback.format_exception(caught.value)),
        caught.value.result.to_json(),
        repr(caught.value.result),
        caplog.text,
    ]
    assert caplog.records
    for text in told:
        assert [secret for secret in SECRETS if secret in text] == []


def test_an_addresss_user_and_password_are_sent(serve: Serve) -> None:
    """They are not told, but they are used."""
    server = serve([GOOD])
    run(server, base_url=with_credentials(server.base_url))
    assert server.requests[0].headers["authorization"] == f"Basic {BASIC}"


@pytest.mark.parametrize("padded", [f"{KEY}\n", f"  {KEY}\r\n"])
def test_a_key_read_with_its_line_end_is_taken(serve: Serve, padded: str) -> None:
    """Keys come from files and shells."""
    server = serve([GOOD])
    assert run(server, api_key=padded).status == "complete"
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("key", ["sk-sec\nret-123", "sk-secret-123\N{RIGHT DOUBLE QUOTATION MARK}"])
def test_a_key_that_cannot_be_sent_is_refused_without_telling_it(serve: Serve, key: str) -> None:
    """A line end or a typographic quote within a key would break the header."""
    with pytest.raises(errors.SettingsError, match="key") as caught:
        run(serve([]), api_key=key)
    assert "ret-123" not in str(caught.value)


def test_a_placeholder_for_a_key_is_no_secret(serve: Serve) -> None:
    """Without a key, the server's words are quoted whole."""
    message = "model not found, none pulled; try: ollama pull qwen"
    server = serve([error(404, message)])
    for model in ("ollama/qwen", "any"):
        with Extractor(model, base_url=server.base_url, records=[Meeting]) as extractor:
            result = extractor.extract(TALKS, raise_on_failure=False)
        if model == "ollama/qwen":
            assert message in result.failures[0].message


def test_the_articles_text_is_not_logged(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """Good, malformed and failed answers leave no word of the article or the answer in the logs."""
    caplog.set_level(logging.DEBUG)
    scripts = [
        [GOOD],
        [completion("Dupont met Novak")] * 2,
        [completion({"meetings": "Dupont met Novak"})] * 2,
        [completion({"meetings": ["Dupont met Novak", MEETING]})],
        [error(400, "bad request")],
    ]
    for script in scripts:
        run(serve(script))
    assert caplog.records
    assert "Novak" not in caplog.text
    assert "Dupont" not in caplog.text


def test_failures_do_not_quote_the_article(serve: Serve) -> None:
    """Messages name the article by its id; a validator's echo of the request is left out."""
    detail = [{"loc": ["body", "messages"], "msg": "Field is odd", "input": TALKS}]
    with pytest.raises(ExtractionError) as caught:
        run(serve([reply(422, {"detail": detail})]), raise_on_failure=True)
    assert "Field is odd" in str(caught.value)
    assert "Novak" not in str(caught.value)
    assert caught.value.result.article.content_id in str(caught.value)


# Errors cross processes --------------------------------------------------------------------------

MODEL_ERRORS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.ModelError)
]


@pytest.mark.parametrize("kind", MODEL_ERRORS)
def test_errors_of_models_pickle_with_their_attributes(kind: type[errors.ModelError]) -> None:
    """status, retry_after and notes survive pickling and copying."""
    before = kind("it failed", status=429, retry_after=2.5)
    before.add_note("a note")
    for after in (pickle.loads(pickle.dumps(before)), copy.copy(before)):
        assert type(after) is kind
        assert str(after) == "it failed"
        assert (after.status, after.retry_after, after.code) == (429, 2.5, before.code)
        assert after.__notes__ == ["a note"]
        assert after.retryable == kind.retryable


def test_an_extraction_error_pickles_with_its_result(serve: Serve) -> None:
    """A worker process can hand on what was found."""
    with pytest.raises(ExtractionError) as caught:
        run_all(serve(one_broken))
    after = pickle.loads(pickle.dumps(caught.value))
    assert str(after) == str(caught.value)
    assert after.result == caught.value.result
    assert after.result.meetings[0].participants[0].name == "Jean Dupont"


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, errors.CommuniqueError)
        and not issubclass(kind, errors.ModelError | ExtractionError)
    ],
)
def test_other_errors_pickle(kind: type[errors.CommuniqueError]) -> None:
    """Each error of the tree crosses processes."""
    after = pickle.loads(pickle.dumps(kind("it failed")))
    assert type(after) is kind
    assert str(after) == "it failed"


def test_other_uses_of_openai_log_as_ever(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """Only our own requests are held back."""
    import openai

    caplog.set_level(logging.DEBUG)
    server = serve([GOOD, GOOD])
    run(server)
    assert "Request options" not in caplog.text
    with openai.OpenAI(base_url=server.base_url, api_key="none", max_retries=0) as client:
        messages = [{"role": "user", "content": "of the application"}]
        client.chat.completions.create(model="any", messages=messages)
    assert "of the application" in caplog.text
