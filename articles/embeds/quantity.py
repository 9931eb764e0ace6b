"""What kind of number a measure gives: measures become quantities of `articles.numbers` here."""

from __future__ import annotations

from collections.abc import Mapping

from articles.numbers import Quantity
from stats.answers import Provenance
from stats.labels import Label
from stats.questions import Measure

QUANTITIES: Mapping[str, Quantity] = {
    "value": Quantity.COUNT,
    "moving_sum": Quantity.COUNT,
    "monthly_mean": Quantity.COUNT,
    "change": Quantity.COUNT,
    "percent_change": Quantity.PERCENT_CHANGE,
    "contribution": Quantity.POINTS,
    "ratio": Quantity.RATIO,
    "index": Quantity.INDEX,
    "share": Quantity.SHARE,
    "rank": Quantity.RANK,
    "rank_change": Quantity.COUNT,
}
"""What each measure of a question gives; a test holds the names against those that there are."""
CHANGES = frozenset({"change", "percent_change", "contribution", "rank_change"})
"""Measures that rise and fall, and so carry a sign."""
MOVES = frozenset({"change", "percent_change"})
"""Changes of a figure itself, of which a sentence can say that it rose or fell."""
MEASURE_NAMES: Mapping[Measure, Label] = {
    Measure.CHANGE: Label("change", "variation"),
    Measure.PERCENT_CHANGE: Label("change in percent", "variation en pourcentage"),
    Measure.SHARE: Label("share of a whole", "part d’un ensemble"),
    Measure.RATIO: Label("how many times another figure", "combien de fois un autre chiffre"),
    Measure.CONTRIBUTION: Label(
        "contribution to the change of a whole", "contribution à la variation d’un ensemble"
    ),
    Measure.INDEX: Label("index, another period is 100", "indice, une autre période valant 100"),
    Measure.MOVING_SUM: Label("sum of twelve months", "somme de douze mois"),
    Measure.MONTHLY_MEAN: Label("mean of its months", "moyenne de ses mois"),
    Measure.RANK: Label("rank", "rang"),
    Measure.RANK_CHANGE: Label("change in rank", "variation du rang"),
}
"""What dialogs offer to compute, by name; the plain value bears the name of its unit."""


def quantity_of(about: Provenance) -> Quantity:
    """What the figures of an answer are."""
    return QUANTITIES[about.question.measure]


def is_change(about: Provenance) -> bool:
    """Whether the figures of an answer rise and fall."""
    return about.question.measure in CHANGES
