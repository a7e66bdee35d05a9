"""Which gold sentences a small model would be asked about at all: no model is run.

    python benchmarks/asked.py benchmarks/gold/sentences.jsonl
    python benchmarks/asked.py benchmarks/gold/sentences.jsonl --half a --missed

Each line of the file is a short news item with the sentences that tell of a record, by the
guidelines. Those whose id begins with ``a`` are for finding out what is missed; those with ``b``
are for judging, and nobody reads them. Before a small model is asked about a sentence, code decides
whether it may tell of a record: what it passes over is lost, and what it lets through for nothing
costs a question.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from communique import Agreement, Article, Meeting, VisaPolicyStatement
from communique.passages import Passage, split
from communique.records.base import Record
from communique.records.cues import sentences_to_ask
from communique.values.reading import Reading

KINDS: tuple[type[Record], ...] = (Meeting, Agreement, VisaPolicyStatement)


def places(item: dict[str, Any], kind: str) -> list[list[tuple[int, int]]]:
    """Where the evidence of each gold record of `kind` stands in the text."""
    return [
        [(start := item["text"].find(said), start + len(said)) for said in told["evidence"]]
        for told in item["tells"]
        if told["kind"] == kind
    ]


def meets(sentence: Passage, spans: list[tuple[int, int]]) -> bool:
    """Whether a sentence shares text with any of `spans`."""
    return any(sentence.start < end and start < sentence.end for start, end in spans)


def main() -> None:
    """Count, and print a line for each language and kind."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices=["a", "b"], help="only items whose id begins with it")
    parser.add_argument("--missed", action="store_true", help="print what is not asked about")
    options = parser.parse_args()
    count: Counter[tuple[str, str, str]] = Counter()
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if options.half and not item["id"].startswith(options.half):
            continue
        article = Article(id=item["id"], text=item["text"], published=item["published"])
        reading = Reading(article, split(article))
        for kind in KINDS:
            asked = sentences_to_ask(kind, reading.passages, reading)
            gold = places(item, kind.kind)
            for language in (item["language"], "all"):
                key = (language, kind.kind)
                count[*key, "gold"] += len(gold)
                count[*key, "reached"] += sum(any(meets(s, g) for s in asked) for g in gold)
                count[*key, "asked"] += len(asked)
                count[*key, "in vain"] += sum(not any(meets(s, g) for g in gold) for s in asked)
            for spans in gold if options.missed else ():
                if not any(meets(s, spans) for s in asked):
                    said = " | ".join(item["text"][start:end] for start, end in spans)
                    sys.stdout.write(f"{item['id']} {kind.kind}: {said}\n")
    for language, kind in sorted({key[:2] for key in count}):
        told = {
            what: count[language, kind, what] for what in ("gold", "reached", "asked", "in vain")
        }
        sys.stdout.write(
            f"{language:4}{kind:24}{told['reached']:4} of {told['gold']:3} reached, "
            f"{told['in vain']:3} of {told['asked']:3} questions in vain\n"
        )


if __name__ == "__main__":
    main()
