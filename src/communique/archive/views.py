"""Views for people who query a store with SQL, or attach it to DuckDB.

``articles_done`` has one row an article of the input and setup; ``meetings``, ``participants``,
``agreements``, ``parties``, ``visa_policy_statements`` and ``evidence`` one row each. Dates are
EDTF, countries ISO 3166-1. A text that came twice counts once, under the name met first, except in
``articles_done``, where ``duplicate_of`` tells.
"""

from __future__ import annotations

_FIRST_NAMES = (
    "entries as e join outcomes as o on o.article=e.article and "
    "e.entry=(select min(entry) from entries as f where f.article=e.article)"
)


def _records(view: str, columns: tuple[str, ...]) -> str:
    values = ", ".join(
        f"r.value->>'$.{column}' as {column.replace('.', '_')}" for column in columns
    )
    return (
        f"create view {view} as select e.name as article, o.setup, "
        f"e.name || '#{view}[' || r.key || ']' as record, {values} "
        f"from {_FIRST_NAMES}, json_each(o.result, '$.{view}') as r"
    )


def _members(view: str, plural: str, path: str) -> str:
    return (
        f"create view {view} as select e.name as article, o.setup, "
        f"e.name || '#{plural}[' || r.key || ']' as record, "
        "m.value->>'$.name' as name, m.value->>'$.role' as role, "
        "m.value->>'$.organization' as organization, m.value->>'$.country' as country "
        f"from {_FIRST_NAMES}, json_each(o.result, '$.{plural}') as r, "
        f"json_each(r.value, '$.{path}') as m"
    )


def _evidence() -> str:
    parts = [
        f"select e.name as article, o.setup, e.name || '#{plural}[' || r.key || ']' as record, "
        "s.value->>'$.start' as start, s.value->>'$.end' as end, s.value->>'$.text' as text "
        f"from {_FIRST_NAMES}, json_each(o.result, '$.{plural}') as r, "
        "json_each(r.value, '$.evidence') as s"
        for plural in ("meetings", "agreements", "visa_policy_statements")
    ]
    return "create view evidence as " + " union all ".join(parts)


_ARTICLES = (
    "create view articles_done as select e.name as article, o.setup, o.status, o.records, "
    "o.rejected, o.finished, e.origin, a.body->>'$.title' as title, "
    "a.body->>'$.source' as source, o.result->>'$.published' as published, "
    "nullif((select f.name from entries as f where f.article=e.article order by f.entry "
    "limit 1), e.name) as duplicate_of from entries as e join articles as a using (article) "
    "join outcomes as o using (article)"
)

VIEWS = ";\n".join(
    (
        _ARTICLES,
        _records("meetings", ("status", "format", "place", "country", "date", "topics")),
        _members("participants", "meetings", "participants"),
        _records("agreements", ("title", "instrument", "status", "date", "subjects")),
        _members("parties", "agreements", "parties"),
        _records(
            "visa_policy_statements",
            (
                "speaker.name",
                "speaker.role",
                "speaker.country",
                "stance",
                "measure",
                "destination.name",
                "destination.country",
                "beneficiaries",
                "statement",
                "quote",
                "date",
            ),
        ),
        _evidence(),
    )
)
"""The views' definitions, as version 2 of the tables makes them."""
