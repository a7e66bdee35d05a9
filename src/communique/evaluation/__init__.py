"""Measuring extractions against gold: precision, recall, F1, and how right the fields are."""

from communique.evaluation.gold import GoldDocument, check_gold, load_gold
from communique.evaluation.scoring import KindScore, Score, score

__all__ = ["GoldDocument", "KindScore", "Score", "check_gold", "load_gold", "score"]
