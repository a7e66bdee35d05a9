"""When the server refuses a parameter. See `scripted_server`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from faults import (
    GOOD,
    KEY,
    LISTS,
    MEETING,
    TALKS,
    Serve,
    failure,
    run,
    run_all,
)
from scripted_server import (
    Request,
    Response,
    completion,
    error,
    reply,
)

from communique import Extractor, Meeting

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
