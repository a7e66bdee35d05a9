"""Look for words of the prompts' own examples in all kept answers about gold documents.

    python benchmarks/leaks.py benchmarks/gold/dev.jsonl --cache answers.db

The cache is that of ``communique eval``; what it lacks is asked. The last line tells how many
answers were looked at; before it, each that repeats an example. Exit status 1 if one does.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from communique import Extractor, Options
from communique.archive.kept import KeepingModel
from communique.evaluation import leaks, load_gold
from communique.models.base import Listener, Model, Reply
from communique.models.choose import choose_model
from communique.prompting import Question


class _Watched:
    """A `Model` that looks at each answer on its way."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.seen = 0
        self.found: list[str] = []
        self.context_tokens = model.context_tokens
        self.answer_tokens = model.answer_tokens
        self.sequential = model.sequential
        self.by_sentence = model.by_sentence
        self.info = model.info
        self.close = model.close

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """The model's answer, looked at."""
        reply = await self._model.answer(question, listener)
        self.seen += 1
        self.found += [f"{question.name}: {words}" for words in leaks(question, reply.text)]
        return reply


def main() -> None:
    """Extract all documents, and tell which answers repeat an example."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path, required=True, help="answers are kept there")
    parser.add_argument("--model", help="as for communique extract")
    options = parser.parse_args()
    settings = Options()
    kept = KeepingModel(choose_model(options.model, options=settings), options.cache, settings)
    watched = _Watched(kept)
    with Extractor(watched, options=settings) as extractor:
        for document in load_gold(options.gold):
            before = len(watched.found)
            extractor.extract(document.article, raise_on_failure=False)
            for leak in watched.found[before:]:
                sys.stdout.write(f"{document.id} {leak}\n")
    sys.stdout.write(f"{watched.seen} answers, {len(watched.found)} repeat an example\n")
    sys.exit(1 if watched.found else 0)


if __name__ == "__main__":
    main()
