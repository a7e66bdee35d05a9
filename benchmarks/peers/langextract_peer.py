"""LangExtract: one extraction class for each kind, attributes for its fields.

Set up as its README says for OpenAI-compatible endpoints: `ModelConfig` with the openai provider,
an example, and an `output_schema` for the vocabularies; fences are left to the provider.
"""

from __future__ import annotations

from typing import Any

import fields
import langextract_example as example
import mapping

# Its default, 1,000 characters, is made for entities; a record gathers facts from several
# paragraphs, and each chunk's records stand alone. Most articles fit into one chunk of this size.
CHUNK = 3000
# "Helps with coreference resolution across chunk boundaries."
CONTEXT = 600

CLASSES = (
    "Extract meetings, agreements and visa policy statements, in order of appearance. The "
    "extraction text is the sentence that carries the record, copied exactly; do not paraphrase. "
    "All fields are attributes of the extraction."
)
STRINGS = (
    "Each participant, and the speaker, is one string: name | role | organization | country. Each "
    "party, beneficiary and the destination is one string: name | country. Write null for a part "
    "that is not given."
)
PROMPT = "\n\n".join((fields.TASK, CLASSES, *fields.GUIDES.values(), fields.VALUES, STRINGS))


def predict(document: dict[str, Any], base_url: str, api_key: str, model: str) -> dict[str, Any]:
    """The records of one document, as a line of predictions."""
    import langextract as lx

    items = [
        lx.schema.extraction_item_schema(kind, attributes=attributes)
        for kind, attributes in example.ATTRIBUTES.items()
    ]
    schema = lx.schema.extractions_schema(*items)
    schema["properties"]["extractions"]["maxItems"] = 3 * fields.MOST_RECORDS
    result = lx.extract(
        text_or_documents=document["text"],
        prompt_description=PROMPT,
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
            model_id=model,
            provider="openai",
            provider_kwargs={
                "api_key": api_key,
                "base_url": base_url,
                "temperature": fields.TEMPERATURE,
                "max_output_tokens": fields.ANSWER_TOKENS,
                "max_workers": 1,  # parallel requests would only wait for each other
            },
        ),
        output_schema=schema,
        # The example's day is told too, so that its resolved dates make sense.
        additional_context=(
            f"{fields.published(document)} The example was published on {example.PUBLISHED}."
        ),
        max_char_buffer=CHUNK,
        context_window_chars=CONTEXT,
        max_workers=1,
        show_progress=False,
    )
    line: dict[str, Any] = {"id": document["id"]} | {p: [] for p in mapping.KINDS.values()}
    bounds = mapping.sentences(document["text"], document.get("language"))
    for found in result.extractions or []:
        where = found.char_interval
        # The README's advice: what cannot be located in the text may come from the example.
        if found.extraction_class not in mapping.KINDS or where is None:
            continue
        evidence = [
            document["text"][start:end]
            for start, end in bounds
            if start < where.end_pos and end > where.start_pos
        ]
        record = mapping.record(found.extraction_class, found.attributes or {}, evidence)
        line[mapping.KINDS[found.extraction_class]].append(record)
    return line
