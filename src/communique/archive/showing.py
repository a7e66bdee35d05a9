"""How far a run is, in a notebook or wherever tqdm shows bars."""

from __future__ import annotations

from types import TracebackType

from communique.archive.state import RunState


class Bar:
    """A `Progress` that is a bar of tqdm: a widget in a notebook, text elsewhere.

    A context manager: ``with Bar() as bar: list(extract_many(articles, progress=bar))``.
    """

    def __init__(self) -> None:
        from tqdm.auto import tqdm

        self._bar = tqdm(unit=" articles", total=None)

    def update(self, state: RunState) -> None:
        """Show how far the run is."""
        self._bar.total = state.total or None
        self._bar.n = state.done + state.kept
        told: dict[str, float] = {
            "failed": state.failed + state.partial,
            "records": state.records,
            "rejected": state.rejected,
            "tokens": state.prompt_tokens + state.completion_tokens,
            "at once": state.concurrency,
        }
        if state.priced and state.cost:
            told["$"] = round(state.cost, 4)
        self._bar.set_postfix(told, refresh=False)
        self._bar.refresh()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.close()
