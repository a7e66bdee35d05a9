"""Windows: an article too long for one prompt is read in overlapping parts.

All windows share the sentences' numbers. Each begins with the article's first sentences, which
tell where and who, and repeats the end of the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.passages import Passage

HEAD = 2
OVERLAP = 4
# Digits, brackets and the line's end around each sentence.
_PER_PASSAGE = 5


def estimate_tokens(text: str) -> int:
    """How many tokens a text has at most, by its characters: tokenizers differ, so it errs high."""
    ascii_count = len(text.encode("ascii", "ignore"))
    return int(ascii_count / 3.2 + (len(text) - ascii_count) / 1.3) + 1


def windows(passages: Sequence[Passage], budget: int) -> list[tuple[Passage, ...]]:
    """Parts of `passages` that hold them all, each of about `budget` estimated tokens or fewer."""
    sizes = [estimate_tokens(p.span.text) + _PER_PASSAGE for p in passages]
    if sum(sizes) <= budget:
        return [tuple(passages)]
    head = HEAD if sum(sizes[:HEAD]) <= budget // 4 else 0
    room = budget - sum(sizes[:head])
    parts: list[tuple[Passage, ...]] = []
    start = 0
    while start < len(passages):
        first = start
        # The overlap may take a third of the room at most, or windows would not advance.
        while first > 0 and start - first < OVERLAP and sum(sizes[first - 1 : start]) <= room // 3:
            first -= 1
        end, used = start, sum(sizes[first:start])
        while end < len(passages) and (end == start or used + sizes[end] <= room):
            used += sizes[end]
            end += 1
        parts.append((*passages[: min(head, first)], *passages[first:end]))
        start = end
    return parts
