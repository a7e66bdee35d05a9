"""What is sent to models, how they are chosen, and how extractions run beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hosted import FOUND, KEY, MODEL, TALKS, run
from jsonschema import Draft202012Validator
from sanction import Sanction
from scripted_server import Request, Response, Script, ScriptedServer, completion, error

import communique
from communique import Agreement, Article, Extractor, Meeting, Options
from communique.errors import SettingsError

TALKS_AND_VISAS = f"{TALKS} They agreed to abolish visas for Czech citizens."


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


def test_a_proxy_of_the_environment_is_used(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where http_proxy names one, the request goes through it."""
    monkeypatch.setenv("http_proxy", server.address)
    run("any", base_url="http://models.invalid/v1")
    assert server.requests[0].target == "http://models.invalid/v1/chat/completions"


def test_no_proxy_stands_before_a_server_on_this_machine(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The embedded model and Ollama are asked straight, whatever the environment says."""
    for name in ("http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "socks5://127.0.0.1:9")
    for model in ("any", "local"):
        assert run(model, base_url=server.base_url).status == "complete"


def test_a_socks_proxy_needs_what_speaks_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, the error says what to do."""
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"httpx2\[socks\]"):
        run("any", base_url="http://models.invalid/v1")


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


SIGNED = (
    "The two signed a treaty on fishing. The day was warm in Fiji and in Peru the sea was calm."
)
BEGUN = '{"agreements": [{"title": "treaty on fishing", "status": "signed", "parties":'


@pytest.mark.parametrize("repeats", [True, False])
def test_the_embedded_model_goes_on_with_an_answer_that_code_begins(
    serve: Callable[[Script], ScriptedServer], repeats: bool
) -> None:
    """Whether its server repeats the beginning, as llama.cpp does, or gives only what follows."""

    def script(request: Request) -> Response:
        last = request.body["messages"][-1]
        assert last == {"role": "assistant", "content": BEGUN}
        rest = ' ["Fiji", "Peru"]}]}'
        return completion(last["content"] + rest if repeats else rest)

    server = serve(script)
    with Extractor("local", records=[Agreement], base_url=server.base_url, api_key=KEY) as one:
        (found,) = one.extract(SIGNED).agreements
    assert found.title == "treaty on fishing"
    assert [party.country for party in found.parties] == ["FJ", "PE"]
    assert len(server.requests) == 1


MET = "Minister Ana Roy of Fiji met the President of Peru, Paul Bel, in Paris. It was a warm day."


WRITTEN = '{"meetings": [{"status": "held", "format": "in_person", "participants":'
PEOPLE = ' ["Ana Roy", "Paul Bel"], '
THE_REST = '"place": "Rome", "country": "Italy"}]}'


@pytest.mark.parametrize(
    "answer",
    [
        WRITTEN + PEOPLE,
        PEOPLE,
        PEOPLE.rstrip(),
        WRITTEN + PEOPLE + '"place":',
        WRITTEN + PEOPLE + THE_REST,
        PEOPLE + THE_REST,
    ],
    ids=["stops", "only what follows", "no blank", "with the word", "goes on", "both"],
)
def test_an_answer_that_stops_before_what_code_reads_is_whole(
    serve: Callable[[Script], ScriptedServer], answer: str
) -> None:
    """Whether the server stops at the word that ends the model's part, or goes on to the end."""

    def script(request: Request) -> Response:
        assert request.body["stop"] == ['"place":']
        assert request.body["messages"][-1]["content"] == WRITTEN
        return completion(answer)

    server = serve(script)
    with Extractor("local", records=[Meeting], base_url=server.base_url, api_key=KEY) as one:
        result = one.extract(MET)
    assert result.status == "complete"
    (found,) = result.meetings
    assert {p.name for p in found.participants} == {"Ana Roy", "Paul Bel"}
    assert (found.place, found.country) == ("Paris", "FR")
    assert len(server.requests) == 1


def test_an_answer_that_the_limit_cuts_is_not_made_whole(
    serve: Callable[[Script], ScriptedServer],
) -> None:
    """What was cut is told, though its end is known."""
    server = serve(lambda _: completion(WRITTEN + PEOPLE, finish_reason="length"))
    with Extractor("local", records=[Meeting], base_url=server.base_url, api_key=KEY) as one:
        result = one.extract(MET, raise_on_failure=False)
    assert [failure.error for failure in result.failures] == ["truncated"]
    assert result.meetings == ()


@pytest.mark.parametrize("complaint", ["response_format is not supported", "unknown: stop"])
def test_a_server_without_schema_or_stop_words_writes_to_the_end(
    serve: Callable[[Script], ScriptedServer], complaint: str
) -> None:
    """Without a schema the fields may come in any order, and a word ends them anywhere."""

    def script(request: Request) -> Response:
        refused = "stop" if "stop" in complaint else "response_format"
        if refused in request.body and request.body.get(refused) != {"type": "json_object"}:
            return error(400, message=complaint)
        assert "stop" not in request.body
        return completion(PEOPLE + THE_REST)

    server = serve(script)
    with Extractor("local", records=[Meeting], base_url=server.base_url, api_key=KEY) as one:
        (found,) = one.extract(MET).meetings
    assert {p.name for p in found.participants} == {"Ana Roy", "Paul Bel"}


def test_a_begun_answer_without_a_form_is_asked_for_again_as_a_whole(
    serve: Callable[[Script], ScriptedServer],
) -> None:
    """What went wrong is told to the model; its second answer begins and ends with nothing."""

    def script(request: Request) -> Response:
        if request.body["messages"][-1]["role"] == "assistant":
            return completion(f"{WRITTEN} nobody, I think")
        assert "stop" not in request.body
        return completion(WRITTEN + PEOPLE + THE_REST)

    server = serve(script)
    with Extractor("local", records=[Meeting], base_url=server.base_url, api_key=KEY) as one:
        result = one.extract(MET)
    assert result.status == "complete"
    assert {p.name for p in result.meetings[0].participants} == {"Ana Roy", "Paul Bel"}
    assert [r.body["messages"][-1]["role"] for r in server.requests] == ["assistant", "user"]


def test_a_server_that_begins_no_answers_gives_whole_ones(
    serve: Callable[[Script], ScriptedServer],
) -> None:
    """As llama.cpp does for weights that think first; it is asked so once and not again."""

    def script(request: Request) -> Response:
        if request.body["messages"][-1]["role"] == "assistant":
            said = "Assistant response prefill is incompatible with enable_thinking."
            return error(400, message=said)
        return completion(f'{BEGUN} ["Fiji", "Peru"]}}]}}')

    server = serve(script)
    with Extractor("local", records=[Agreement], base_url=server.base_url, api_key=KEY) as one:
        results = [one.extract(SIGNED), one.extract(SIGNED)]
    assert [len(result.agreements) for result in results] == [1, 1]
    roles = [request.body["messages"][-1]["role"] for request in server.requests]
    assert roles == ["assistant", "user", "user"]
