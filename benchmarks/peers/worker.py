"""Both ends of a pipe: a system under test in a process of its own, which can be stopped.

The process may run another interpreter: communique and ContextGem need different versions of
openai. Keys go through the pipe, not on the command line.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

SYSTEMS = {
    "communique": "communique_peer",
    "instructor": "plain_instructor",
    "langextract": "langextract_peer",
    "contextgem": "contextgem_peer",
    "openextract": "openextract_peer",
}


class Worker:
    """A system's process; started when it is asked, and again after it was stopped."""

    def __init__(self, system: str, python: str, log: TextIO) -> None:
        self._command = [python, str(Path(__file__)), system]
        self._log = log
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()

    def ask(self, job: dict[str, Any], expired: Callable[[], bool]) -> dict[str, Any]:
        """The answer to a job: `prediction`, `error`, or `unusable` where a package is missing.

        The process is stopped once `expired`.
        """
        process = self._started()
        assert process.stdin is not None  # noqa: S101 - it is a pipe
        with suppress(OSError):  # it may have ended; its output tells
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        while True:
            try:
                line = self._answers.get(timeout=0.2)
            except queue.Empty:
                if expired():
                    self.stop()
                    return {"error": "the time limit was reached"}
                continue
            if line is None:
                code = process.wait()
                self._process = None
                return {"error": f"the system's process ended with status {code}; see its log"}
            answer: dict[str, Any] = json.loads(line)
            return answer

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._answers = queue.Queue()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                text=True,
                encoding="utf-8",
                # A proxy of the environment must not stand between the clients and loopback.
                env={**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
            )
            reading = (self._process.stdout, self._answers)
            threading.Thread(target=_read, args=reading, daemon=True).start()
        return self._process


def _read(pipe: TextIO, answers: queue.Queue[str | None]) -> None:
    for line in pipe:
        answers.put(line)
    answers.put(None)


def _work(system: str) -> None:
    """Answer jobs from standard input until it ends."""
    # What libraries print goes to the log; answers keep the pipe to themselves.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    module = importlib.import_module(SYSTEMS[system])
    for line in os.fdopen(os.dup(0), encoding="utf-8"):
        job = json.loads(line)
        try:
            answer = {"prediction": module.predict(**job)}
        except ImportError as error:
            answer = {"unusable": str(error)}
        except Exception as error:
            said = f"{type(error).__name__}: {error}".replace(job["api_key"] or "\0", "[key]")
            answer = {"error": said[:2000]}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    _work(sys.argv[1])
