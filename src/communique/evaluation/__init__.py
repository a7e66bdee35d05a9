"""Measuring extractions against gold: precision, recall, F1, and how right the fields are."""

from communique.evaluation.comparing import Difference, compare
from communique.evaluation.gold import GoldDocument, check_gold, load_gold
from communique.evaluation.leaking import leaks
from communique.evaluation.mistaking import Mistake, mistakes
from communique.evaluation.scoring import KindScore, Score, score

__all__ = [
    "Difference",
    "GoldDocument",
    "KindScore",
    "Mistake",
    "Score",
    "check_gold",
    "compare",
    "leaks",
    "load_gold",
    "mistakes",
    "score",
]
