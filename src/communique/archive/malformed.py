"""Answers that came without the form that was asked for: paid for, and so kept.

They are no answers to go on with, and their questions may be asked again. A later version that can
read one takes it for the answer.
"""

from __future__ import annotations

import sqlite3

from communique.models.base import Attempt, Reply
from communique.models.forms import read_text


def keep(connection: sqlite3.Connection, number: int | None, attempt: Attempt) -> None:
    """Keep what the model wrote in the malformed answer of the request with this number."""
    if attempt.unread is not None:
        row = (number, attempt.unread)
        connection.execute("insert or replace into malformed values (?,?)", row)


def readable(connection: sqlite3.Connection, key: str, lists: tuple[str, ...]) -> Reply | None:
    """The last answer to a question that was malformed when it came and has `lists` now."""
    texts = connection.execute(
        "select m.reply from malformed as m join attempts as a using (attempt) where a.key=? "
        "order by attempt desc",
        (key,),
    )
    replies = (read_text(text, lists) for (text,) in texts)
    return next((reply for reply in replies if reply is not None), None)
