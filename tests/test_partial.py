"""What is left when some question fails, and what it cost. See `scripted_server`."""

from __future__ import annotations

import pytest
from faults import (
    GOOD,
    MEETING,
    Serve,
    one_broken,
    run,
    run_all,
)
from scripted_server import (
    completion,
    error,
)

from communique import ExtractionError

# Partial and failed extractions ------------------------------------------------------------------


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
