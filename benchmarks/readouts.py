"""Readouts of meetings and calls: are the main participants, the place and the date right?

    python benchmarks/readouts.py readouts.jsonl --cache answers.db --save predictions.jsonl
    python benchmarks/readouts.py readouts.jsonl --predictions predictions.jsonl

A line of the corpus has `id`, `text`, `published`, `source`, `language`, and partial gold:
`participants`, a list of lists of aliases (one alias of each must occur in a name, office or body),
`place` and `date`, lists of what counts as right. Each text reports one main meeting; others that
it mentions are not marked. The predicted meeting with most of the participants is taken for it.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from communique import Article, Extractor, Meeting, Options
from communique.archive.kept import KeepingModel
from communique.models.base import Model
from communique.models.choose import choose_model

Json = dict[str, Any]


def predict(documents: list[Json], options: argparse.Namespace) -> dict[str, Json]:
    """Extract the meetings of each text."""
    found: dict[str, Json] = {}
    with ExitStack() as stack:
        settings = Options()
        model: Model = choose_model(options.model, base_url=options.base_url, options=settings)
        if options.cache:
            model = KeepingModel(model, options.cache, settings)
        extractor = stack.enter_context(Extractor(model, records=[Meeting], options=settings))
        out = stack.enter_context(options.save.open("w")) if options.save else None
        for number, document in enumerate(documents, start=1):
            known = {key: document.get(key) for key in ("published", "source", "language")}
            article = Article(id=document["id"], text=document["text"], **known)
            result = extractor.extract(article, raise_on_failure=False)
            found[document["id"]] = result.to_dict()
            sys.stderr.write(f"{number}/{len(documents)} {document['id']} {result.status}\n")
            if out:
                out.write(result.to_json() + "\n")
                out.flush()
    return found


def is_one_of(aliases: list[str], participant: Mapping[str, Any]) -> bool:
    """Whether an alias occurs in what is given of a participant."""
    given = " ".join(str(participant.get(k) or "") for k in ("name", "role", "organization"))
    return any(_plain(alias) in _plain(given) for alias in aliases)


def _plain(text: str) -> str:
    """Without case and accents: the aliases have none."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c))


def main_meeting(document: Json, prediction: Json) -> tuple[Json, list[bool], list[Json]] | None:
    """The predicted meeting nearest to the text's own, which of its people it has, and who else."""
    rated = []
    for meeting in prediction["meetings"]:
        people, gold = meeting["participants"], document["participants"]
        hits = [any(is_one_of(aliases, p) for p in people) for aliases in gold]
        wrong = [p for p in people if not any(is_one_of(aliases, p) for aliases in gold)]
        rated.append((sum(hits), -len(wrong), len(rated), (meeting, hits, wrong)))
    return max(rated)[3] if rated else None


def report(documents: list[Json], predictions: Mapping[str, Json]) -> dict[str, int]:
    """Count what is right, and tell on stderr what is not."""
    count = dict.fromkeys(("texts", "participants", "dated", "date", "placed", "place"), 0)
    for document in documents:
        count["texts"] += 1
        best = main_meeting(document, predictions[document["id"]])
        meeting, hits, wrong = best or ({}, [False], [])
        right = all(hits) and not wrong
        count["participants"] += right
        if not right:
            names = [p["name"] or p["role"] or p["country"] for p in wrong]
            sys.stderr.write(
                f"{document['id']}: {document['participants']} {hits}, wrong {names}\n"
            )
        if document["date"]:
            count["dated"] += 1
            count["date"] += meeting.get("date") in document["date"]
        if document["place"]:
            place = str(meeting.get("place") or "").casefold()
            same = (p.casefold() for p in document["place"])
            count["placed"] += 1
            count["place"] += bool(place) and any(place in p or p in place for p in same)
    return count


def main() -> None:
    """Extract or read predictions, and print the shares that are right."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", help="as for communique extract")
    parser.add_argument("--base-url", help="address of an OpenAI-compatible server")
    parser.add_argument("--cache", type=Path, help="keep answers there")
    parser.add_argument("--save", type=Path, help="write predictions there")
    parser.add_argument("--predictions", type=Path, help="read these instead of extracting")
    options = parser.parse_args()
    lines = options.corpus.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()]
    if options.predictions:
        kept = options.predictions.read_text(encoding="utf-8").splitlines()
        predictions = {data["id"]: data for data in map(json.loads, kept)}
    else:
        predictions = predict(documents, options)
    counts = report(documents, predictions)
    sys.stdout.write(
        f"{counts['participants']} of {counts['texts']} texts with every main participant and no "
        f"wrong one; date right in {counts['date']} of {counts['dated']}, place in "
        f"{counts['place']} of {counts['placed']}\n"
    )


if __name__ == "__main__":
    main()
