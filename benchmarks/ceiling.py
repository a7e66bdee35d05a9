"""What code lets through when a small model answers each question perfectly: no model is run.

    python benchmarks/ceiling.py benchmarks/gold/visas.jsonl
    python benchmarks/ceiling.py benchmarks/gold/visas.jsonl --half a --missed

Each question about a sentence is answered with the gold records whose evidence it is, the others
with all. What is still missed is lost by code: no question was asked, or the right answer was
refused or changed. Of items whose id begins with ``a`` the misses may be read; those with ``b``
are for judging, and nobody reads them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale

from communique import Extractor
from communique.evaluation import GoldDocument, load_gold, mistakes, score
from communique.evaluation.gold import KINDS
from communique.passages import split
from communique.prompting import Question
from communique.testing import ScriptedModel
from communique.wire import MORE, SENTENCE

STATES = Locale("en").territories


class Oracle:
    """Answers questions about one document from its gold."""

    def __init__(self, document: GoldDocument) -> None:
        self.records = {KINDS[kind]: told for kind, told in document.records.items()}
        self.passages = split(document.article)
        self.text = document.text

    def __call__(self, question: Question) -> dict[str, Any] | None:
        """The gold records that a question asks for, in the form that it asks for."""
        (plural,) = question.schema["properties"]
        if plural not in self.records:
            return None
        form = question.schema["properties"][plural]["items"]["properties"]
        asked = re.search(r"Now only sentence \[(\d+)\]", question.messages[1]["content"])
        entries = [
            {name: self.value(record, name, schema) for name, schema in form.items()}
            for record in self.records[plural]
            if asked is None or int(asked[1]) in self.numbers(record)
        ]
        return {plural: entries}

    def numbers(self, record: dict[str, Any]) -> list[int]:
        """The sentences of a record's evidence."""
        places = [(self.text.find(said), len(said)) for said in record["evidence"]]
        return [
            p.number
            for p in self.passages
            if any(p.start < at + length and at < p.end for at, length in places)
        ]

    def value(self, record: dict[str, Any], name: str, schema: dict[str, Any]) -> Any:
        """A value of a gold record as a model would write it."""
        if name == SENTENCE:
            return self.numbers(record)[0]
        if name == MORE:
            return self.numbers(record)[1:]
        # Gold dates are finished days, and a model copies phrases: those are code's to read.
        value = None if name == "date" else record.get(name)
        whole = '"role"' in json.dumps(schema)
        if name == "country":
            return state(value)
        if isinstance(value, list):
            return [entity(each, whole) for each in value]
        return entity(value, whole)


def state(code: Any) -> Any:
    """The English name of a state."""
    return "European Union" if code == "EU" else STATES.get(code, code)


def entity(value: Any, whole: bool) -> Any:
    """A person, body or state as asked for: whole, or by its name; other values as they are."""
    if not isinstance(value, dict):
        return value
    if whole:
        return {**value, "country": state(value.get("country"))}
    return value.get("name") or value.get("organization") or state(value.get("country"))


def main() -> None:
    """Print what is found of each kind, and with ``--missed`` what is not."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices=["a", "b"], help="only items whose id begins with it")
    parser.add_argument("--missed", action="store_true", help="print what is missed or false")
    options = parser.parse_args()
    documents = [d for d in load_gold(options.gold) if d.id.startswith(options.half or "")]
    found: dict[str, Any] = {}
    questions = 0
    for document in documents:
        model = ScriptedModel(Oracle(document), context_tokens=8192, by_sentence=True)
        with Extractor(model) as extractor:
            found[document.id] = extractor.extract(document.article).to_dict()
        questions += len(model.questions)
    for kind, figures in score(documents, found).kinds.items():
        if figures.gold or figures.predicted:
            sys.stdout.write(
                f"{kind:24}{figures.found:4} of {figures.gold} found, {figures.predicted} given, "
                f"F1 {figures.f1:.3f}\n"
            )
    sys.stdout.write(f"{questions} questions about {len(documents)} documents\n")
    for document in documents if options.missed else ():
        for mistake in mistakes(document, found[document.id]):
            sys.stdout.write(f"{mistake}\n")


if __name__ == "__main__":
    main()
