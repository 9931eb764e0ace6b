"""What changed between two states of a text: by passage, sentence and word, and in what its figures mean."""

from articles.comparison.difference import Passage, Piece, compare_lines, compare_texts
from articles.comparison.tokens import Said

__all__ = ["Passage", "Piece", "Said", "compare_lines", "compare_texts"]
