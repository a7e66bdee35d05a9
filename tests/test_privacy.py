"""Secrets and article texts stay where they belong; errors cross processes. See `scripted_server`."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from collections.abc import Callable

import pytest
from faults import (
    GOOD,
    KEY,
    MEETING,
    TALKS,
    Serve,
    one_broken,
    run,
    run_all,
)
from scripted_server import (
    SILENT,
    Request,
    Response,
    completion,
    error,
    reply,
)

from communique import ExtractionError, Extractor, Meeting, errors

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
