"""Runs an archive through a peer as its documentation says; in the peers' own environment.

python faulty_worker.py langextract|instructor ARCHIVE.jsonl OUT.jsonl BASE_URL
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import langextract_example as example
import langextract_peer
import plain_instructor

MODEL = "gpt-4.1-mini"
WORKERS = 8


def instructor(rows: list[dict[str, str]], out: Path, base_url: str) -> None:
    """A loop that catches what an article raises and writes each result as it comes."""

    def one(row: dict[str, str]) -> str | None:
        try:
            plain_instructor.predict(row, base_url, "none", MODEL)
        except Exception as error:
            sys.stderr.write(f"{row['id']}: {type(error).__name__}\n")
            return None
        return row["id"]

    with ThreadPoolExecutor(WORKERS) as pool, out.open("w", encoding="utf-8") as file:
        for name in pool.map(one, rows):
            if name is not None:
                file.write(json.dumps(name) + "\n")
                file.flush()


def langextract(rows: list[dict[str, str]], out: Path, base_url: str) -> None:
    """One call of `extract` with all documents, one chunk each; then its results are saved."""
    import langextract as lx

    items = [
        lx.schema.extraction_item_schema(kind, attributes=attributes)
        for kind, attributes in example.ATTRIBUTES.items()
    ]
    results = lx.extract(
        text_or_documents=[lx.data.Document(row["text"], document_id=row["id"]) for row in rows],
        prompt_description=langextract_peer.PROMPT,
        examples=[
            lx.data.ExampleData(
                text=example.TEXT,
                extractions=[
                    lx.data.Extraction(extraction_class=kind, extraction_text=text, attributes=said)
                    for kind, text, said in example.EXTRACTIONS
                ],
            )
        ],
        config=lx.factory.ModelConfig(
            model_id=MODEL,
            provider="openai",
            provider_kwargs={"api_key": "none", "base_url": base_url, "max_workers": WORKERS},
        ),
        output_schema=lx.schema.extractions_schema(*items),
        max_char_buffer=10**6,
        max_workers=WORKERS,
        batch_length=WORKERS,
        show_progress=False,
    )
    with out.open("w", encoding="utf-8") as file:
        for document in results:
            file.write(json.dumps(document.document_id) + "\n")


if __name__ == "__main__":
    system, archive, out, base_url = sys.argv[1:]
    lines = Path(archive).read_text(encoding="utf-8").splitlines()
    {"instructor": instructor, "langextract": langextract}[system](
        [json.loads(line) for line in lines], Path(out), base_url
    )
