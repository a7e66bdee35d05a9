"""What is sent to models, how they are chosen, and how extractions run beside each other."""

from __future__ import annotations

import asyncio
import dataclasses
import re
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from asking import meeting, person
from jsonschema import Draft202012Validator
from sanction import Sanction
from scripted_server import HANG, Request, Response, ScriptedServer, completion, error

import communique
from communique import Article, Extraction, ExtractionError, Extractor, Meeting, Options
from communique.errors import MissingKeyError, SettingsError, UnknownModelError
from communique.models.cache import CachedModel
from communique.models.choose import choose_model, default_model

KEY = "sk-secret-123"
MODEL = "openai/gpt-4.1-mini"
TALKS = (
    "PARIS, May 4, 2025. France's Foreign Minister Jean Dupont met Anna Novak, the Czech foreign "
    "minister, in Paris on Friday."
)
TALKS_AND_VISAS = f"{TALKS} They agreed to abolish visas for Czech citizens."
FOUND = meeting(
    2,
    person("Jean Dupont", role="Foreign Minister", country="France"),
    person("Anna Novak", role="foreign minister", country="Czech Republic"),
    place="Paris",
    date="on Friday",
)


def nothing(request: Request) -> Response:
    """The empty answer to whatever is asked."""
    form = request.body["response_format"]["json_schema"]["schema"]
    return completion({name: [] for name in form["properties"]})


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that finds nothing."""
    with ScriptedServer(nothing) as running:
        yield running


def run(
    model: str | None = MODEL,
    article: str | Article = TALKS,
    *,
    records: Any = (Meeting,),
    options: Options | None = None,
    **settings: Any,
) -> Extraction[Any]:
    """One extraction, by default of meetings alone; failures are returned."""
    with Extractor(model, records=records, options=options, **settings) as extractor:
        return extractor.extract(article, raise_on_failure=False)


# The request -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "limit"),
    [
        ("openai/gpt-4.1-mini", "max_completion_tokens"),
        ("azure/gpt-4.1-mini", "max_completion_tokens"),
        ("ollama/gpt-4.1-mini", "max_tokens"),
        ("gpt-4.1-mini", "max_tokens"),
        ("some/owner/gpt-4.1-mini", "max_tokens"),
    ],
)
def test_the_parameters_of_a_request(server: ScriptedServer, model: str, limit: str) -> None:
    """Model, limit, temperature, seed, schema and messages, and nothing else."""
    address = server.address if model.startswith("azure/") else server.base_url
    options = Options(answer_tokens=777, temperature=0.0, seed=42)
    run(model, base_url=address, api_key=KEY, options=options)
    (request,) = server.requests
    form = request.body.pop("response_format")
    messages = request.body.pop("messages")
    name = model if model.startswith("some/") else "gpt-4.1-mini"
    assert request.body == {"model": name, limit: 777, "temperature": 0.0, "seed": 42}
    assert form["type"] == "json_schema"
    assert form["json_schema"].keys() == {"name", "strict", "schema"}
    assert form["json_schema"]["strict"] is True
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", form["json_schema"]["name"])
    assert [message["role"] for message in messages] == ["system", "user"]


def test_parameters_that_are_none_are_not_sent(server: ScriptedServer) -> None:
    """temperature=None and seed=None leave both to the server."""
    run(base_url=server.base_url, api_key=KEY, options=Options(temperature=None, seed=None))
    assert {"temperature", "seed"}.isdisjoint(server.requests[0].body)


@pytest.mark.parametrize(
    ("model", "key", "authorization"),
    [
        (MODEL, KEY, f"Bearer {KEY}"),
        ("ollama/qwen", KEY, f"Bearer {KEY}"),
        ("any", KEY, f"Bearer {KEY}"),
        ("local", KEY, f"Bearer {KEY}"),
    ],
)
def test_the_path_and_the_key(
    server: ScriptedServer, model: str, key: str, authorization: str
) -> None:
    """The key goes into the Authorization header, and nowhere into the address."""
    run(model, base_url=server.base_url, api_key=key)
    request = server.requests[0]
    assert request.target == "/v1/chat/completions"
    assert request.headers["authorization"] == authorization


def test_azures_path_version_and_key(server: ScriptedServer) -> None:
    """Azure has deployments in the path, a version in the query, and a header of its own."""
    run("azure/deployed", base_url=server.address, api_key=KEY)
    (request,) = server.requests
    assert request.path == "/openai/deployments/deployed/chat/completions"
    assert request.query == {"api-version": "2024-10-21"}
    assert request.headers["api-key"] == KEY
    assert "authorization" not in request.headers


def test_openais_key_is_sent_to_openai_only(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key in OPENAI_API_KEY is no business of other servers."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for model in ("ollama/qwen", "any", "local"):
        run(model, base_url=server.base_url)
    assert len(server.requests) >= 3
    assert not any(KEY in str(request.headers) for request in server.requests)


def test_the_embedded_models_server_is_asked_to_keep_the_prompt(server: ScriptedServer) -> None:
    """``local`` with an address speaks to a llama.cpp server that runs already, one by one."""
    result = run(
        "local", TALKS_AND_VISAS, base_url=server.base_url, records=communique.records.BUILT_IN
    )
    assert result.provenance.backend == "local"
    assert all(request.body["cache_prompt"] is True for request in server.requests)


# Schemas -----------------------------------------------------------------------------------------

KEYWORDS = {
    *("type", "properties", "required", "additionalProperties", "items", "enum", "const"),
    *("description", "anyOf", "minItems", "maxItems", "maxLength", "minimum", "maximum"),
}


def faults_of(schema: dict[str, Any], where: str = "$", depth: int = 1) -> list[str]:
    """What in a schema some server does not understand or what bounds nothing."""
    faults = [f"{where}: keyword {word}" for word in schema.keys() - KEYWORDS]
    if depth > 10:
        faults.append(f"{where}: too deep")
    if "anyOf" in schema:
        one, *others = schema["anyOf"]
        if set(schema) != {"anyOf"} or others != [{"type": "null"}]:
            faults.append(f"{where}: anyOf is more than one schema or null")
        return faults + faults_of(one, where, depth)
    kind = schema.get("type")
    if kind == "object":
        properties = schema["properties"]
        if schema.get("required") != list(properties):
            faults.append(f"{where}: a property is not required")
        if schema.get("additionalProperties") is not False:
            faults.append(f"{where}: other properties are allowed")
        for name, inner in properties.items():
            faults += faults_of(inner, f"{where}.{name}", depth + 1)
    elif kind == "array":
        if not schema.get("maxItems") or "minItems" not in schema:
            faults.append(f"{where}: list without bounds")
        faults += faults_of(schema["items"], f"{where}[]", depth + 1)
    elif kind == "string":
        if not (schema.get("maxLength") or schema.get("enum") or "const" in schema):
            faults.append(f"{where}: text without end")
    elif kind != "integer":
        faults.append(f"{where}: type {kind}")
    if len(schema.get("enum", ())) > 1000:
        faults.append(f"{where}: too many choices")
    return faults


def schemas_sent(server: ScriptedServer) -> list[dict[str, Any]]:
    return [r.body["response_format"]["json_schema"]["schema"] for r in server.requests]


@pytest.mark.parametrize("combined", [False, True])
def test_schemas_are_portable(server: ScriptedServer, combined: bool) -> None:
    """Each schema keeps to what all servers understand, a user's own record's too."""
    run(
        article=TALKS_AND_VISAS,
        base_url=server.base_url,
        api_key=KEY,
        records=(*communique.records.BUILT_IN, Sanction),
        options=Options(combined=combined),
    )
    schemas = schemas_sent(server)
    lists = [name for schema in schemas for name in schema["properties"]]
    assert sorted(lists) == ["agreements", "meetings", "sanctions", "visa_policy_statements"]
    assert [fault for schema in schemas for fault in faults_of(schema)] == []
    for schema in schemas:
        Draft202012Validator.check_schema(schema)


def test_the_schema_of_corrections_is_portable() -> None:
    """The repair round's too."""
    wrong = {**FOUND, "place": "London"}
    with ScriptedServer([completion({"meetings": [wrong]}), completion({"corrections": []})]) as s:
        run(base_url=s.base_url, api_key=KEY)
        first, second = schemas_sent(s)
    assert list(second["properties"]) == ["corrections"]
    assert faults_of(second) == []
    assert Draft202012Validator(first).is_valid({"meetings": [wrong]})


# Messages ----------------------------------------------------------------------------------------

END = "END OF ARTICLE\n\n"


def test_the_constant_part_comes_first(server: ScriptedServer) -> None:
    """The system message is the same for all articles and all questions."""
    with Extractor(MODEL, base_url=server.base_url, api_key=KEY) as extractor:
        extractor.extract(TALKS_AND_VISAS)
        extractor.extract(
            Article(text="Aru Bek visited Minsk on Monday. Visas stay.", title="Trip")
        )
    systems = {request.body["messages"][0]["content"] for request in server.requests}
    assert len(server.requests) == 6
    assert len(systems) == 1
    assert "Minsk" not in systems.pop()


def test_the_article_comes_before_the_question(server: ScriptedServer) -> None:
    """All questions about an article share everything up to the question."""
    run(
        article=TALKS_AND_VISAS,
        base_url=server.base_url,
        api_key=KEY,
        records=communique.records.BUILT_IN,
    )
    texts = [request.body["messages"][1]["content"] for request in server.requests]
    assert len(texts) == 3
    (shared,) = {text.partition(END)[0] for text in texts}
    assert shared.startswith("ARTICLE\n")
    for sentence in ("Jean Dupont met Anna Novak", "They agreed to abolish visas"):
        assert sentence in shared
    for request, text in zip(server.requests, texts, strict=True):
        (plural,) = request.body["response_format"]["json_schema"]["schema"]["properties"]
        question = text.partition(END)[2]
        assert plural in question
        assert "Novak" not in question


def test_the_repair_question_shares_the_prefix() -> None:
    """What goes back with reasons follows the same article."""
    wrong = {**FOUND, "place": "London"}
    with ScriptedServer([completion({"meetings": [wrong]}), completion({"corrections": []})]) as s:
        run(base_url=s.base_url, api_key=KEY)
        first, second = ([m["content"] for m in r.body["messages"]] for r in s.requests)
    assert first[0] == second[0]
    assert first[1].partition(END)[:2] == second[1].partition(END)[:2]
    assert "London" in second[1]


def test_nothing_in_an_article_is_read_as_a_template(server: ScriptedServer) -> None:
    """Braces, dollars and percent signs arrive as they are."""
    text = "Aru Bek met {{7*7}} {% if %} $plural ${ask} %s {0} <b> envoys in Minsk."
    run(article=text, base_url=server.base_url, api_key=KEY)
    assert text in server.requests[0].body["messages"][1]["content"]


# Which model -------------------------------------------------------------------------------------


def test_the_model_of_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COMMUNIQUE_MODEL, OPENAI_API_KEY and OPENAI_BASE_URL together choose model, key, server."""
    monkeypatch.setenv("COMMUNIQUE_MODEL", "openai/some-model")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    result = run(None)
    assert server.requests[0].body["model"] == "some-model"
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert (result.provenance.model, result.provenance.backend) == ("some-model", "openai")
    assert result.provenance.base_url == server.base_url


def test_the_server_and_key_of_the_environment_for_any_model(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COMMUNIQUE_BASE_URL and COMMUNIQUE_API_KEY hold for models of any name."""
    monkeypatch.setenv("COMMUNIQUE_MODEL", "mistral-small")
    monkeypatch.setenv("COMMUNIQUE_BASE_URL", server.base_url)
    monkeypatch.setenv("COMMUNIQUE_API_KEY", KEY)
    result = run(None)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert result.provenance.backend == "compatible"


@pytest.mark.parametrize("host", ["{}", "http://{}", "http://{}/"])
def test_ollamas_host_of_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """OLLAMA_HOST is given with or without a scheme."""
    monkeypatch.setenv("OLLAMA_HOST", host.format(server.address.removeprefix("http://")))
    run("ollama/qwen3:4b")
    assert server.requests[0].target == "/v1/chat/completions"
    assert server.requests[0].body["model"] == "qwen3:4b"


@pytest.mark.parametrize(
    ("host", "base_url"),
    [
        (None, "http://127.0.0.1:11434/v1"),
        ("127.0.0.1", "http://127.0.0.1:11434/v1"),
        ("somewhere:8080", "http://somewhere:8080/v1"),
        ("[::1]", "http://[::1]:11434/v1"),
        ("https://somewhere", "https://somewhere/v1"),
    ],
)
def test_ollamas_own_port(monkeypatch: pytest.MonkeyPatch, host: str | None, base_url: str) -> None:
    """Without a port or scheme it is 11434, as for Ollama's own client."""
    if host:
        monkeypatch.setenv("OLLAMA_HOST", host)
    assert asyncio.run(choose_model("ollama/qwen3").info()).base_url == base_url


def test_azures_settings_of_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Endpoint, key and version come from the variables that Azure documents."""
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.address)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_VERSION", "2025-01-01-preview")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    run("azure/deployed")
    assert server.requests[0].query == {"api-version": "2025-01-01-preview"}
    assert server.requests[0].headers["api-key"] == KEY


@pytest.mark.parametrize("model", [MODEL, "azure/deployed", "ollama/qwen", "any"])
def test_arguments_win_over_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    """model=, base_url= and api_key= are taken, whatever the environment says."""
    for name in ("COMMUNIQUE", "OPENAI", "AZURE_OPENAI"):
        monkeypatch.setenv(f"{name}_BASE_URL", "http://127.0.0.1:9/v1")
        monkeypatch.setenv(f"{name}_API_KEY", "someone-elses")
    monkeypatch.setenv("COMMUNIQUE_MODEL", "openai/someone-elses")
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:9")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "http://127.0.0.1:9")
    assert run(model, base_url=server.base_url, api_key=KEY).status == "complete"
    assert KEY in str(server.requests[0].headers)
    assert "someone-elses" not in str(server.requests[0])


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({}, "local"),
        ({"OPENAI_API_KEY": KEY}, "openai/gpt-5-mini"),
        ({"OPENAI_API_KEY": KEY, "COMMUNIQUE_MODEL": "ollama/qwen"}, "ollama/qwen"),
        ({"OPENAI_API_KEY": "", "COMMUNIQUE_MODEL": ""}, "local"),
    ],
)
def test_the_default_model(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chosen: str
) -> None:
    """COMMUNIQUE_MODEL, else OpenAI where there is a key, else the embedded model."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_model() == chosen


@pytest.mark.parametrize("name", ["gpt-4.1-mini", "openai/", "openai", "claude/opus", " ", "/x"])
def test_a_name_that_says_no_backend(name: str) -> None:
    """Without base_url= a name must begin with a known backend; the error lists the forms."""
    with pytest.raises(UnknownModelError, match="ollama/NAME"):
        Extractor(name)


@pytest.mark.parametrize(
    ("model", "variable"),
    [(MODEL, "OPENAI_API_KEY"), ("azure/deployed", "AZURE_OPENAI_API_KEY")],
)
@pytest.mark.parametrize("key", [None, "", " \n"])
def test_a_hosted_model_without_a_key(model: str, variable: str, key: str | None) -> None:
    """It is missed before anything is asked, and the error names the variable."""
    with pytest.raises(MissingKeyError, match=variable):
        Extractor(model, base_url="http://127.0.0.1:9", api_key=key)


def test_azure_without_an_address() -> None:
    """The error names the variable."""
    with pytest.raises(SettingsError, match="AZURE_OPENAI_ENDPOINT"):
        Extractor("azure/deployed", api_key=KEY)


@pytest.mark.parametrize(
    "url",
    [
        *("localhost:8000", "localhost", "ftp://host/v1", "http://", "http:///v1", "//host/v1"),
        *("http://host:port/v1", "http://host:99999/v1", "http://host:0/v1", "http://[::1/v1"),
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    """base_url= must be an http or https address."""
    with pytest.raises(SettingsError, match="http://localhost:8000/v1"):
        Extractor(MODEL, base_url=url, api_key=KEY)


def test_the_message_about_a_bad_address_does_not_repeat_it() -> None:
    """It may hold a password."""
    with pytest.raises(SettingsError) as caught:
        Extractor(MODEL, base_url="ftp://user:pa55@host", api_key=KEY)
    assert "pa55" not in str(caught.value)


# Kept answers ------------------------------------------------------------------------------------


def run_cached(
    server: ScriptedServer,
    path: Path,
    *,
    article: str = TALKS,
    model: str = MODEL,
    **options: Any,
) -> Extraction[Any]:
    """One extraction with a model whose answers are kept at `path`."""
    chosen = Options(**options)
    inner = choose_model(model, base_url=server.base_url, api_key=KEY, options=chosen)
    with Extractor(
        CachedModel(inner, path, chosen), records=[Meeting], options=chosen
    ) as extractor:
        return extractor.extract(article, raise_on_failure=False)


@pytest.fixture
def finding() -> Iterator[ScriptedServer]:
    """A server that always finds the same meeting."""
    with ScriptedServer(lambda _: completion({"meetings": [FOUND]}, cached_tokens=7)) as running:
        yield running


def test_a_kept_answer_is_not_asked_for_again(finding: ScriptedServer, tmp_path: Path) -> None:
    """The second extraction sends nothing and gives the same records and usage."""
    first = run_cached(finding, tmp_path / "answers.db")
    second = run_cached(finding, tmp_path / "answers.db")
    assert len(finding.requests) == 1
    assert second.records == first.records != ()
    assert second.usage == first.usage
    assert second.usage.cached_tokens == 7


@pytest.mark.parametrize(
    "change",
    [
        {"article": f"{TALKS} It rained."},
        {"model": "openai/another"},
        {"model": "somebody/gpt-4.1-mini"},
        {"temperature": 0.5},
        {"seed": 2},
        {"answer_tokens": 100},
    ],
    ids=str,
)
def test_another_question_is_asked(
    finding: ScriptedServer, tmp_path: Path, change: dict[str, Any]
) -> None:
    """A changed prompt, model or parameter finds no kept answer."""
    run_cached(finding, tmp_path / "answers.db")
    run_cached(finding, tmp_path / "answers.db", **change)
    assert len(finding.requests) == 2


@pytest.mark.parametrize("change", [{"attempts": 2}, {"request_seconds": 5.0}, {"repair": False}])
def test_patience_is_no_part_of_a_question(
    finding: ScriptedServer, tmp_path: Path, change: dict[str, Any]
) -> None:
    """What does not change the request finds the kept answer."""
    run_cached(finding, tmp_path / "answers.db")
    run_cached(finding, tmp_path / "answers.db", **change)
    assert len(finding.requests) == 1


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    """What failed is asked for again."""
    script = [error(400, "not now"), completion({"meetings": [FOUND]})]
    with ScriptedServer(script) as server:
        assert run_cached(server, tmp_path / "answers.db").status == "failed"
        assert run_cached(server, tmp_path / "answers.db").status == "complete"


def test_a_truncated_answer_stays_truncated(tmp_path: Path) -> None:
    """A kept answer that was cut does not pass for a whole one."""
    script = [completion('{"meetings": [', finish_reason="length")]
    with ScriptedServer(script) as server:
        for _ in range(2):
            result = run_cached(server, tmp_path / "answers.db")
            assert result.status == "partial"
            assert result.failures[0].error == "truncated"
        assert len(server.requests) == 1


# Beside each other -------------------------------------------------------------------------------

NAMES = [f"{first} {last}" for first in ("Ada", "Ben", "Eva") for last in ("Alder", "Birch", "Elm")]


def talks_of(name: str) -> str:
    return f"Minister {name} met the envoys of Chile in Lima on Friday."


def read_name(request: Request) -> Response:
    """Finds the meeting of whoever the article names."""
    text = request.body["messages"][1]["content"]
    (name,) = (name for name in NAMES if name in text)
    return completion({"meetings": [meeting(1, person(name), person(country="Chile"))]})


def met(result: Extraction[Any]) -> str | None:
    return result.meetings[0].participants[0].name


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


def test_an_extractor_that_was_never_used_closes() -> None:
    """Nothing was opened, nothing is left."""
    with Extractor("any", base_url="http://127.0.0.1:9/v1"):
        pass
    assert not [t for t in threading.enumerate() if t.name == "communique"]


# Options -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [0, -1])
@pytest.mark.parametrize(
    "name", ["answer_tokens", "request_seconds", "attempts", "deadline_seconds", "window_tokens"]
)
def test_options_that_allow_nothing_are_refused(name: str, value: int) -> None:
    """Limits are greater than 0; the error names the option."""
    with pytest.raises(SettingsError, match=name):
        Options(**{name: value})


def test_options_without_limits() -> None:
    """Where None is a choice it is taken."""
    options = Options(deadline_seconds=None, window_tokens=None, temperature=None, seed=None)
    assert (options.deadline_seconds, options.window_tokens) == (None, None)


def test_options_do_not_change() -> None:
    """They are frozen, so that extractors can share them."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().attempts = 9  # type: ignore[misc]


def test_no_deadline(server: ScriptedServer) -> None:
    """deadline_seconds=None is no limit rather than no time."""
    result = run(base_url=server.base_url, api_key=KEY, options=Options(deadline_seconds=None))
    assert result.status == "complete"
