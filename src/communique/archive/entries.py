"""Taking note of an entry: is its article new, known, or does its name stand for another?"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Literal

from communique.article import Article
from communique.formats.reading import Entry

# What a name stands for, and the name by which its article was first met.
_HELD = """
select held.article, held.origin, body,
  (select name from entries as other where other.article=held.article order by entry limit 1)
from entries as held left join articles using (article) where name=?"""
_NOTHING = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding an entry.

    `state` is ``new`` for an article that the store had not, ``known`` for one that it had, by
    this name or another, ``clash`` for one whose name stands for another text already: it is not
    added. `article` is the article's number, None for a clash and where there is no article.
    `first` is the name by which the store first met the article; `differs` tells whether its text
    there has other white space, so that spans of the one do not fit the other.
    """

    article: int | None
    state: Literal["new", "known", "clash"]
    first: str
    differs: bool = False


def add(connection: sqlite3.Connection, entry: Entry) -> Added:
    """Take note of `entry`; within a transaction."""
    named, origin, body, first = connection.execute(_HELD, (entry.name,)).fetchone() or _NOTHING
    # Most of what an archive holds when it is read again; a digest would cost several times this.
    if entry.article is not None and body is not None and body == _body(entry.article):
        return Added(named, "known", first or entry.name)
    if entry.article is None:
        if named is not None:
            return Added(None, "clash", entry.name)
        # Of two bad rows with one id, each is told.
        other = origin is not None and origin != entry.origin
        name = f"{entry.name} at {entry.origin}" if other else entry.name
        connection.execute(
            "insert or replace into entries (name, origin, problem) values (?,?,?)",
            (name, entry.origin, entry.problem),
        )
        return Added(None, "new" if origin is None else "known", entry.name)
    content = entry.article.content_id
    name = entry.name
    number, body = connection.execute(
        "select article, body from articles where content_id=?", (content,)
    ).fetchone() or (None, None)
    differs = body is not None and json.loads(body)["text"] != entry.article.text
    if named is not None and named != number:
        if not entry.placed:
            return Added(None, "clash", entry.name)
        # Rows were put in before it: it is the text that counts, not where it stands.
        if number is not None and _is_of_the_file(connection, number, name):
            return Added(number, "known", _first(connection, number), differs)
        name, named = f"{name}~{content[-8:]}", None
    state: Literal["new", "known"] = "known"
    if number is None:
        state = "new"
        number = int(
            connection.execute(
                "insert into articles (content_id, body) values (?,?)",
                (content, _body(entry.article)),
            ).lastrowid
            or 0
        )
    if named is None:
        connection.execute(
            "insert or replace into entries (name, origin, article) values (?,?,?)",
            (name, entry.origin, number),
        )
    return Added(number, state, _first(connection, number), differs)


def _body(article: Article) -> str:
    return article.model_dump_json(exclude_none=True)


def _is_of_the_file(connection: sqlite3.Connection, article: int, name: str) -> bool:
    """Whether an article was met in the file of the row that is called `name`."""
    file = name.rpartition(":")[0] + ":"
    return any(
        other.startswith(file)
        for (other,) in connection.execute("select name from entries where article=?", (article,))
    )


def _first(connection: sqlite3.Connection, article: int) -> str:
    (name,) = connection.execute(
        "select name from entries where article=? order by entry limit 1", (article,)
    ).fetchone()
    return str(name)
