"""communique itself, with its default options."""

from __future__ import annotations

from typing import Any


def predict(document: dict[str, Any], base_url: str, api_key: str, model: str) -> dict[str, Any]:
    """The records of one document, as a line of predictions."""
    from communique import Article, Extractor
    from communique.models.weights import QWEN

    article = Article(
        id=document["id"],
        text=document["text"],
        published=document.get("published"),
        source=document.get("source"),
        language=document.get("language"),
    )
    # "local" tells communique that the server runs its embedded model.
    name = "local" if model in ("local", QWEN.name) else model
    with Extractor(name, base_url=base_url, api_key=api_key) as extractor:
        result = extractor.extract(article, raise_on_failure=False)
    failures = [f"{failure.question}: {failure.message}" for failure in result.failures]
    if result.status == "failed":
        raise RuntimeError("; ".join(failures))
    found = result.to_dict()
    plurals = [kind.plural for kind in result.kinds]
    return {"id": document["id"], **{p: found[p] for p in plurals}, "failures": failures}
