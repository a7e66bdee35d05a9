"""Who met whom and who signed with whom, as a graph for Gephi and networkx."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from communique.archive.export import rows
from communique.archive.store import Store
from communique.errors import SettingsError, StoreError

if TYPE_CHECKING:
    import networkx

By = Literal["entity", "country"]

_TOLD = {"meetings": ("met", "participants"), "agreements": ("signed", "parties")}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# How a meeting or an agreement must stand for two to have met or signed.
_HAPPENED = {"meetings": ("held",), "agreements": ("signed", "in_force")}


def export_graph(store: Store, setup: int, path: Path, by: By = "entity") -> Path:
    """Write the graph of a store's records as GraphML; gives the path.

    Nodes are people, bodies and states, with `label`, `kind` (``person``, ``body``, ``office``,
    ``state``) and `country`; by country, states alone. An edge joins two that met (in a meeting
    that was held) or that are parties to an agreement signed or in force: `relation` is ``met`` or
    ``signed``, `weight` how many records say so, `first` and `last` their dates in EDTF, `records`
    which they are. Names are equal where they are to the letter, white space and case aside: nobody
    is taken for somebody else, and one person under two spellings is two nodes.

    Raises:
        SettingsError: networkx is not installed.
        StoreError: the file cannot be written.
    """
    try:
        import networkx
    except ImportError:
        raise SettingsError('graphs need networkx: pip install "communique[graph]"') from None
    graph: networkx.MultiGraph[str] = networkx.MultiGraph()
    for row in rows(store, setup):
        if row.result is None or row.duplicate_of is not None:
            continue
        for plural in _TOLD:
            for number, record in enumerate(row.result.get(plural, ()), start=1):
                relation, members = relation_of(plural, record)
                if relation:
                    nodes = _nodes(graph, members, by)
                    _join(graph, nodes, relation, record["date"], f"{row.name}/{plural}/{number}")
    try:
        networkx.write_graphml(graph, path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error}): check the folder") from None
    return path


def relation_of(
    plural: str, record: Mapping[str, Any]
) -> tuple[str | None, list[Mapping[str, Any]]]:
    """How a record joins its members, ``met`` or ``signed`` or None, and who they are."""
    relation, members = _TOLD.get(plural, (None, ""))
    if relation is None or record["status"] not in _HAPPENED[plural]:
        return None, []
    return relation, record[members]


def node_of(kind: str, label: str, country: str) -> str:
    """The node of a name: two of one name from two states are two."""
    # A name of unknown state stands for itself.
    return _clean("|".join((kind, _folded(label), "" if kind == "state" else country)))


def _nodes(
    graph: networkx.MultiGraph[str], members: Iterable[Mapping[str, Any]], by: By
) -> list[str]:
    """The nodes of a record's members, in their order; new ones are added."""
    found: dict[str, None] = {}
    for member in members:
        kind, label = label_of(member, by)
        if label is None:
            continue
        country = member["country"] or ""
        node = node_of(kind, label, country)
        if node not in graph:
            graph.add_node(node, label=_clean(label), kind=kind, country=country)
        found[node] = None
    return list(found)


def label_of(member: Mapping[str, Any], by: By) -> tuple[str, str | None]:
    """What a member is, ``person``, ``body``, ``office`` or ``state``, and what it is called."""
    if by == "country":
        return "state", member["country"]
    if "role" not in member:  # a party: a state is known by its code, whatever it is called
        return ("state", member["country"]) if member["country"] else ("body", member["name"])
    if member["name"]:
        return "person", member["name"]
    if member["organization"]:
        return "body", member["organization"]
    return ("office", member["role"]) if member["role"] else ("state", member["country"])


def _join(
    graph: networkx.MultiGraph[str], nodes: list[str], relation: str, date: str | None, name: str
) -> None:
    for one, other in combinations(nodes, 2):
        if not graph.has_edge(one, other, relation):
            graph.add_edge(
                one, other, key=relation, relation=relation, weight=0, first="", last="", records=""
            )
        edge = graph.edges[one, other, relation]
        edge["weight"] += 1
        edge["records"] += f"{' ' if edge['records'] else ''}{_clean(name)}"
        if date:
            edge["first"] = min(edge["first"] or date, date)
            edge["last"] = max(edge["last"], date)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _clean(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub(" ", text)
