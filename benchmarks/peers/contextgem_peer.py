"""ContextGem: one JSON object concept for each kind, with references to sentences.

Set up as its page "Troubleshooting Issues with Small Models" says: one concept a call, few
paragraphs a call, plain structures, an example for each.
"""

from __future__ import annotations

import os
from typing import Any

import fields
import langextract_example as example
import mapping

# ContextGem's own prompt takes 3,000 tokens, and each sentence comes in its XML: with more
# paragraphs a call does not leave room for an answer in 8,192 tokens.
PARAGRAPHS = 10

Text = str | None
_PERSON: dict[str, Any] = {"name": Text, "role": Text, "organization": Text, "country": Text}
_PARTY: dict[str, Any] = {"name": Text, "country": Text}
# Vocabularies are plain strings: ContextGem validates strictly and drops the whole answer for one
# wrong word, and asks the same again at temperature 0. The descriptions tell the words.
STRUCTURES: dict[str, dict[str, Any]] = {
    "meeting": {
        "status": Text,
        "format": Text,
        "participants": [_PERSON],
        "place": Text,
        "country": Text,
        "date": Text,
        "topics": [str],
    },
    "agreement": {
        "title": Text,
        "instrument": Text,
        "status": Text,
        "parties": [_PARTY],
        "date": Text,
        "subjects": [str],
    },
    "visa_policy_statement": {
        "speaker": _PERSON,
        "stance": Text,
        "measure": Text,
        "destination": _PARTY,
        "beneficiaries": [_PARTY],
        "statement": Text,
        "quote": Text,
        "date": Text,
    },
}
_KEYS = {
    **dict.fromkeys(("participants", "speaker"), mapping.PERSON),
    **dict.fromkeys(("parties", "beneficiaries", "destination"), mapping.PARTY),
}


def predict(document: dict[str, Any], base_url: str, api_key: str, model: str) -> dict[str, Any]:
    """The records of one document, as a line of predictions."""
    # litellm would else fetch a list of prices from the network when it is imported.
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    from contextgem import Document, DocumentLLM, JsonObjectConcept, JsonObjectExample

    llm = DocumentLLM(
        model=f"openai/{model}",
        api_base=base_url,
        api_key=api_key,
        temperature=fields.TEMPERATURE,
        max_tokens=fields.ANSWER_TOKENS,
        output_language="adapt",
    )
    line: dict[str, Any] = {"id": document["id"]} | {p: [] for p in mapping.KINDS.values()}
    failures = []
    for kind, plural in mapping.KINDS.items():
        concept = JsonObjectConcept(
            name=plural.replace("_", " ").capitalize(),
            description="\n\n".join(
                (fields.TASK, fields.GUIDES[kind], fields.VALUES, fields.published(document))
            ),
            structure=STRUCTURES[kind],
            examples=[JsonObjectExample(content=_example(kind))],
            add_references=True,
            reference_depth="sentences",
        )
        article = Document(paragraphs=_paragraphs(document), concepts=[concept])
        try:
            (done,) = llm.extract_concepts_from_document(
                article,
                max_items_per_call=1,
                max_paragraphs_to_analyze_per_call=PARAGRAPHS,
            )
        except Exception as error:  # one kind's failure leaves the others
            failures.append(f"{kind}: {type(error).__name__}: {error}")
            continue
        line[plural] = [
            mapping.record(kind, item.value, [s.raw_text for s in item.reference_sentences])
            for item in done.extracted_items
        ]
    if len(failures) == len(mapping.KINDS):
        raise RuntimeError("; ".join(failures))
    return {**line, "failures": failures}


def _paragraphs(document: dict[str, Any]) -> list[Any]:
    """The article's paragraphs with their sentences.

    ContextGem's own segmentation downloads a SaT model; its documentation offers this way for a
    segmentation of one's own.
    """
    from contextgem import Paragraph, Sentence

    return [
        Paragraph(
            raw_text=text,
            sentences=[
                Sentence(raw_text=text[start:end])
                for start, end in mapping.sentences(text, document.get("language"))
            ],
        )
        for text in filter(None, map(str.strip, document["text"].split("\n")))
    ]


def _example(kind: str) -> dict[str, Any]:
    """LangExtract's example record of a kind, with objects where that has strings."""
    (said,) = (said for name, _, said in example.EXTRACTIONS if name == kind)
    return {
        name: _object(name, value) if isinstance(value, str) else [_object(name, v) for v in value]
        for name, value in said.items()
        if value is not None
    } | {name: None for name, value in said.items() if value is None}


def _object(name: str, value: str) -> Any:
    if name not in _KEYS:
        return value
    return dict(zip(_KEYS[name], map(mapping.text, value.split("|")), strict=True))
