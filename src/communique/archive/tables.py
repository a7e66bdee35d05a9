"""The store's tables, and how a store of an earlier version becomes one of this version."""

from __future__ import annotations

import sqlite3

from communique.archive.views import VIEWS
from communique.errors import StoreError

APPLICATION_ID = 0x434D5131
"""Tells a store from any other SQLite database (the letters CMQ1)."""

_FIRST = """
create table articles (
  article integer primary key,
  content_id text not null unique,
  body text not null              -- the Article as JSON
);
create table entries (            -- each article of the input, also twice told and unreadable ones
  entry integer primary key,
  name text not null unique,
  origin text not null,
  article integer references articles,
  problem text                    -- why it cannot be read; null where it can
);
create index entries_by_article on entries (article);
create table sources (            -- files that were read to their end and need not be again
  origin text primary key,
  size integer not null,
  modified integer not null       -- nanoseconds
);
create table setups (             -- what is asked of which model
  setup integer primary key,
  digest text not null unique,
  description text not null       -- JSON
);
create table outcomes (
  article integer not null references articles,
  setup integer not null references setups,
  status text not null,           -- complete, partial, failed
  retryable integer not null,
  records integer not null,
  rejected integer not null,
  result text not null,           -- the Extraction as JSON, without the article
  finished text not null,
  primary key (article, setup)
) without rowid;
create table answers (
  key text primary key,
  reply text not null,
  truncated integer not null,
  question text not null,
  kept text not null
) without rowid;
create table runs (
  run integer primary key,
  setup integer not null references setups,
  host text not null,
  pid integer not null,
  started text not null,
  beat real not null,             -- seconds since 1970, while it lives
  ended text,
  reason text
);
create table attempts (           -- the bill: one row a request, written before it is sent
  attempt integer primary key,
  run integer not null references runs,
  article integer references articles,
  key text not null,
  question text not null,
  outcome text,                   -- null: under way, or lost with the process that sent it
  seconds real not null default 0,
  prompt_tokens integer not null default 0,
  cached_tokens integer not null default 0,
  completion_tokens integer not null default 0,
  cost real,
  expected_tokens integer not null default 0,
  expected_cost real
);
create index attempts_by_key on attempts (key);
create table claims (             -- articles that a living run is at work on
  article integer not null,
  setup integer not null,
  run integer not null references runs,
  primary key (article, setup)
) without rowid;
"""

_BATCHES = """
create table batches (            -- files of requests at a provider's batch API
  batch integer primary key,
  setup integer not null references setups,
  run integer not null references runs,
  token text not null unique,     -- in the batch's metadata, so that it is found again
  remote text,                    -- the provider's name for it; null until it is known
  state text not null,            -- sending, under_way, read
  created text not null
);
create table batched (            -- requests of batches; each is an attempt too
  attempt integer primary key references attempts,
  batch integer not null references batches,
  article integer not null,
  key text not null,
  lists text not null,            -- JSON: what the answer must hold
  error text,                     -- null: under way, or answered
  message text
);
create index batched_by_key on batched (key);
create index batched_by_article on batched (article);
create index batched_by_batch on batched (batch)
"""

_AGAIN = """
create table again (              -- articles whose outcome is to be replaced by a new one
  article integer not null references articles,
  setup integer not null references setups,
  primary key (article, setup)
) without rowid;
create index attempts_by_run on attempts (run)
"""

_MALFORMED = """
create table malformed (          -- answers without the form that was asked for; they are paid for
  attempt integer primary key references attempts,
  reply text not null
) without rowid
"""

_COUNTED = """
create index outcomes_by_setup on outcomes (setup, article, status, records, rejected)
"""

# JSON of a `Beginning`: what was read of a file of lines; null of other files.
_GROWING = """
alter table sources add column beginning text
"""

_STEPS = (_FIRST, VIEWS, _BATCHES, _AGAIN, _MALFORMED, _COUNTED, _GROWING)
"""Step n makes version n + 1 of version n. Stores in use keep what a step did: add, never edit."""

VERSION = len(_STEPS)


def open_tables(connection: sqlite3.Connection, path: str) -> None:
    """Bring the database to this version's tables.

    Raises:
        StoreError: it is no store, or one of a later version.
    """
    try:
        (application,) = connection.execute("pragma application_id").fetchone()
        (version,) = connection.execute("pragma user_version").fetchone()
        (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} is no store ({error}): give another path") from None
    if tables and application != APPLICATION_ID:
        raise StoreError(f"{path} is a database, but not a store of communique: give another path")
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a later communique (store version {version}, this one knows "
            f"{VERSION}): update communique"
        )
    connection.execute("pragma journal_mode=wal")
    connection.execute("pragma synchronous=normal")
    connection.execute("pragma foreign_keys=on")
    if version == VERSION:
        return
    # Two processes may come at once: the second one finds the work done.
    connection.execute("begin immediate")
    try:
        (version,) = connection.execute("pragma user_version").fetchone()
        for number in range(version, VERSION):
            for statement in _STEPS[number].split(";\n"):
                if statement.strip():
                    connection.execute(statement)
        connection.execute(f"pragma application_id={APPLICATION_ID}")
        connection.execute(f"pragma user_version={VERSION}")
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
