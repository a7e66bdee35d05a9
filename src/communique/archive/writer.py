"""One thread that owns the store's connection and commits what is asked of it in groups.

A commit costs about the same for one row as for a hundred; whoever waits for a job to be done
waits for the commit that holds it.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from communique.errors import StoreError

T = TypeVar("T")
R = TypeVar("R")
Job = Callable[[sqlite3.Connection], T]

_MOST = 256
_Work = tuple[Job[Any], "Future[Any]"]


class Writer:
    """Runs jobs on `connection`, each whole or not at all. To be closed.

    Where one of a group fails, the others are run again: a job may change nothing but the store.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._jobs: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="communique-store", daemon=True)
        self._thread.start()

    def submit(self, job: Job[T]) -> Future[T]:
        """Have `job` done; the future is done when it is committed.

        Raises:
            StoreError: the store is closed.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise StoreError("the store is closed: open it again")
            self._jobs.put((job, future))
        return future

    def close(self) -> None:
        """Do what was submitted, then close the connection. May be called twice."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        open_ = True
        while open_:
            first = self._jobs.get()
            if first is None:
                break
            group = [first]
            while len(group) < _MOST:
                try:
                    work = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if work is None:
                    open_ = False
                    break
                group.append(work)
            self._commit(group)
        self._connection.close()

    def _commit(self, group: list[_Work]) -> None:
        done: list[tuple[Any, BaseException | None]]
        try:
            try:
                done = self._transaction(group, self._plainly)
            except sqlite3.OperationalError:
                raise
            except Exception:
                # One of the jobs failed, and may not take the others with it.
                done = self._transaction(group, self._alone)
        except sqlite3.Error as error:
            lost = StoreError(
                f"the store could not be written ({error}): check the disk, then run again; "
                "nothing that was written before is lost"
            )
            done = [(None, lost)] * len(group)
        for (_, future), (result, failure) in zip(group, done, strict=True):
            # Whoever asked may have been cancelled in the meantime.
            if future.set_running_or_notify_cancel():
                if failure is None:
                    future.set_result(result)
                else:
                    future.set_exception(failure)

    def _transaction(self, group: list[_Work], do: Callable[[Job[Any]], R]) -> list[R]:
        try:
            self._connection.execute("begin immediate")
            done = [do(job) for job, _ in group]
            self._connection.execute("commit")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("rollback")
            raise
        return done

    def _plainly(self, job: Job[Any]) -> tuple[Any, None]:
        return job(self._connection), None

    def _alone(self, job: Job[Any]) -> tuple[Any, BaseException | None]:
        self._connection.execute("savepoint job")
        try:
            result = job(self._connection)
        except Exception as error:
            self._connection.execute("rollback to job")
            self._connection.execute("release job")
            if isinstance(error, sqlite3.OperationalError):
                raise
            return None, error
        self._connection.execute("release job")
        return result, None
