"""When the answer is withheld, of the wrong form, or in the words of another server. See `scripted_server`."""

from __future__ import annotations

import json

import pytest
from faults import (
    GOOD,
    MEETING,
    Serve,
    failure,
    outcomes,
    run,
)
from scripted_server import (
    Response,
    completion,
    error,
    reply,
)

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
        reply(200, "[" * 100_000),
        reply(200, b"\xff\xfe{}"),
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
