"""The words of the form's lists."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from articles.explorer.choosing import Show

SHOWN = {
    Show.RANKING: gettext_lazy("Ranking"),
    Show.TABLE: gettext_lazy("Table"),
    Show.BAR: gettext_lazy("Bar chart"),
    Show.LINE: gettext_lazy("Line chart"),
    Show.FIGURE: gettext_lazy("Single figure"),
    Show.STATEMENT: gettext_lazy("Statement on a series"),
}
LENGTHS = {
    "year": gettext_lazy("year"),
    "quarter": gettext_lazy("quarter"),
    "month": gettext_lazy("month"),
}
PLURALS = {
    "year": gettext_lazy("years"),
    "quarter": gettext_lazy("quarters"),
    "month": gettext_lazy("months"),
}
