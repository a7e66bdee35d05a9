"""What is going on, on stderr: a live line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

# Between plain lines about one long step, such as joining the weights.
_PLAIN_SECONDS = 5.0


def safe(text: str) -> str:
    """`text` without what a terminal would obey: control characters and changes of direction."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


class Display:
    """Shows stages and complaints; a context manager."""

    def __init__(self, articles: int) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._articles = articles
        self._seen = 0
        self._name = ""
        self._shown = ""
        self._lock = threading.Lock()
        self._last: tuple[str, float] = ("", 0.0)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._progress.add_task("starting", total=None)

    def __enter__(self) -> Display:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def article(self, name: str) -> None:
        """Say which article is next."""
        self._seen += 1
        of = f" ({self._seen} of {self._articles})" if self._articles > 1 else ""
        self._name = safe(name) + of

    def step(self, stage: str, done: int, total: int) -> None:
        """Show a stage; called from the extractor's thread."""
        line = f"{self._name}: {stage}" if self._name else stage
        with self._lock:
            new = line != self._shown
            self._shown = line
            # Loading a model holds the interpreter: what it is doing must be on the screen before.
            self._progress.update(
                self._task, description=line, completed=done, total=total or None, refresh=new
            )
            if self._console.is_terminal or stage.startswith("asked"):
                return
            last, when = self._last
            now = time.monotonic()
            if last == line and now - when < _PLAIN_SECONDS:
                return
            self._last = (line, now)
            share = f" {100 * done // total}%" if total else ""
            sys.stderr.write(f"{line}{share}\n")
            sys.stderr.flush()

    def complain(self, message: str) -> None:
        """Print a problem that does not end the run."""
        self._console.print(Text(f"communique: {safe(message)}"), soft_wrap=True)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the live line away while data is printed."""
        self._progress.stop()
        yield
        sys.stdout.flush()
        self._progress.start()
