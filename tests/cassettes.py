"""Cassettes: what the embedded model's API really answered, played back without network.

Bodies are stored as YAML so that a change of prompt can be read in a diff. Requests are matched by
method, path and body, so a changed prompt does not meet a stale answer: it fails, and the message
says how to record again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import vcr
import yaml
from sanction import Sanction
from vcr.cassette import Cassette

from communique import Article, Extraction, Extractor, Options, Record
from communique.article import read_article
from communique.records import BUILT_IN, Agreement, Meeting

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "cassettes"
ARTICLES = ROOT / "tests" / "articles"
SEEDS = ROOT / "seeds"
_HOST = "http://embedded.invalid"
AS_LARGE = "compatible-model"
"""Any name but ``local``: a model that is not known is asked as a large one."""


@dataclass(frozen=True)
class Scenario:
    """One extraction that is recorded: an article, the kinds asked for, and how.

    With `as_large`, the embedded model is asked as a large one is: one question a kind, for all.
    """

    path: Path
    records: tuple[type[Record], ...] = BUILT_IN
    options: Options = field(default_factory=Options)
    as_large: bool = False

    @property
    def article(self) -> Article:
        """The scenario's article."""
        return read_article(self.path)

    def extractor(self, base_url: str, key: str | None, options: Options) -> Extractor[Any]:
        """One that asks the server of the embedded model at `base_url`."""
        model = AS_LARGE if self.as_large else "local"
        return Extractor(
            model, base_url=base_url, api_key=key, records=self.records, options=options
        )


SCENARIOS = {
    "seed_000": Scenario(SEEDS / "000_88a5829ba9d6ecc7.txt"),
    "seed_004": Scenario(SEEDS / "004_57867833938f9aee.txt"),
    "nothing": Scenario(ARTICLES / "nothing.txt"),
    "addresses_the_reader": Scenario(ARTICLES / "addresses_the_reader.txt"),
    "cut_by_the_token_limit": Scenario(
        SEEDS / "000_88a5829ba9d6ecc7.txt",
        (Meeting, Agreement),
        Options(combined=True, answer_tokens=200),
    ),
    "french": Scenario(ARTICLES / "french.txt", (Meeting, Agreement)),
    "russian": Scenario(ARTICLES / "russian.txt", (Meeting, Agreement)),
    "sanction": Scenario(ARTICLES / "sanction.txt", (Sanction,)),
    "sanction_nowhere": Scenario(ARTICLES / "french.txt", (Sanction,)),
    "repaired": Scenario(ARTICLES / "addresses_the_reader.txt", (Sanction,)),
    "combined": Scenario(ARTICLES / "french.txt", (Meeting, Agreement), Options(combined=True)),
    "as_large": Scenario(SEEDS / "000_88a5829ba9d6ecc7.txt", (Meeting,), as_large=True),
}


class _Readable:
    """A vcrpy serializer that shows JSON bodies as YAML."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = _parsed(request["body"])
            response["body"] = _parsed(response["body"]["string"])
        return yaml.safe_dump(cassette, allow_unicode=True, width=1000, sort_keys=False)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = yaml.safe_load(text)
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = _text(request["body"])
            response["body"] = {"string": _text(response["body"])}
        return cassette


def _parsed(body: str | bytes) -> Any:
    return json.loads(body)


def _text(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False)


def _request(request: Any) -> Any:
    """Keep what identifies a request: no port, no key, no client's version."""
    request.uri = _HOST + "/" + request.uri.split("/", 3)[3]
    kept = {"content-type"}
    request.headers = {k: v for k, v in request.headers.items() if k.lower() in kept}
    return request


def _response(response: dict[str, Any]) -> dict[str, Any]:
    kept = {"content-type", "retry-after"}
    response["headers"] = {k: v for k, v in response["headers"].items() if k.lower() in kept}
    return response


def _recorder(mode: str) -> vcr.VCR:
    recorder = vcr.VCR(
        cassette_library_dir=str(FOLDER),
        match_on=["method", "path", "body"],
        record_mode=mode,
        decode_compressed_response=True,
        before_record_request=_request,
        before_record_response=_response,
    )
    recorder.register_serializer("readable", _Readable())
    recorder.serializer = "readable"
    return recorder


@contextmanager
def recording(name: str) -> Iterator[Cassette]:
    """Record the requests of a scenario anew."""
    with _recorder("all").use_cassette(f"{name}.yaml") as cassette:
        yield cassette


@contextmanager
def replaying(name: str) -> Iterator[None]:
    """Play a cassette back; fail where it was not what was asked for, or not all was asked."""
    again = f"record it again: python tests/record.py {name}"
    if not (FOLDER / f"{name}.yaml").is_file():
        raise AssertionError(f"there is no cassette {name}; {again}")
    with _recorder("none").use_cassette(f"{name}.yaml") as cassette:
        yield
    if not cassette.all_played:
        raise AssertionError(
            f"cassette {name} holds {len(cassette)} answers and {cassette.play_count} were asked "
            f"for: the prompt, the schema or the checks have changed; {again}"
        )


def replay(name: str, **changes: Any) -> Extraction[Any]:
    """The extraction of a scenario, on the model's recorded answers."""
    scenario = SCENARIOS[name]
    with (
        replaying(name),
        scenario.extractor(f"{_HOST}/v1", None, replace(scenario.options, attempts=1)) as extractor,
    ):
        result = extractor.extract(scenario.article, raise_on_failure=False, **changes)
        if any(failure.error == "connection_failed" for failure in result.failures):
            raise AssertionError(
                f"cassette {name} does not hold what was asked: the prompt, the schema or the "
                f"checks have changed; record it again: python tests/record.py {name}"
            )
    return result
