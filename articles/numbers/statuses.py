"""What stands where a number would: suppressed, not available, not applicable.

The short marks for tables are those of IRCC (`--`) and of Statistics Canada's standard symbols (`..`, `...`).
"""

from __future__ import annotations

from articles.numbers.shown import Shown
from articles.numbers.styles import Quantity
from articles.numbers.support import outward
from stats.labels import Label, Language
from stats.values import Bounds, Status

_LONG = {
    Status.SUPPRESSED: Label("suppressed", "supprimé"),
    Status.MISSING: Label("not available", "non disponible"),
    Status.NOT_APPLICABLE: Label("not applicable", "sans objet"),
}
_SHORT = {Status.SUPPRESSED: "--", Status.MISSING: "..", Status.NOT_APPLICABLE: "..."}


def status_text(
    status: Status,
    language: Language,
    *,
    hidden: Bounds | None = None,
    quantity: Quantity = Quantity.COUNT,
    short: bool = False,
) -> str:
    """Why there is no number; with what is `hidden`, as `1 to 4 (suppressed)`. Empty for a normal value."""
    if status is Status.NORMAL:
        return ""
    if short:
        return _SHORT[status]
    words = _LONG[status].in_language(language)
    if status is not Status.SUPPRESSED or hidden is None:
        return words
    shown = Shown(quantity, language)
    dashed = shown.dashed(*outward(shown.scaled_bounds(hidden), finest=shown.finest))
    return f"{dashed.replace('–', ' à ' if language == 'fr' else ' to ')} ({words})"
