"""Filters of the list of changed cells: a plain form whose state is the address."""

from __future__ import annotations

from typing import Any, cast

import polars as pl
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stats.classification.pair import GONE, NEW, REVISED, SUPPRESSION, Pair
from stats.codebook import Dimension, Member
from stats.models.dataset import ChangeKindChoices
from stats.periods import Period

WHAT = {
    NEW: _("New"),
    REVISED: _("Revised"),
    GONE: _("Removed"),
    SUPPRESSION: _("Hidden or shown anew"),
}
"""What can have happened to a cell, in words."""


class Filters(forms.Form):
    """Which changed cells are listed, and which edition they are compared with."""

    against = forms.TypedChoiceField(label=_("Against edition"), coerce=int, empty_value=None, required=False)
    kind = forms.ChoiceField(label=_("Kind of change"), required=False)
    what = forms.ChoiceField(label=_("What happened"), required=False)
    period = forms.CharField(label=_("Period"), required=False, max_length=12, help_text=_("2021 or 2021-07"))

    def __init__(self, data: Any, *, pair: Pair, kinds: set[str], numbers: list[int]) -> None:
        """Offer what there is: the kinds that occur, the members of each dimension, other editions."""
        super().__init__(data | {"against": str(pair.before.number)})
        self.pair = pair
        everything = [("", _("All"))]
        offered: dict[str, list[tuple[str, Any]]] = {
            "against": [(str(number), str(number)) for number in numbers],
            "kind": [*everything, *(c for c in ChangeKindChoices.choices if c[0] in kinds)],
            "what": [*everything, *WHAT.items()],
        }
        for name, choices in offered.items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices
        for dimension in pair.dimensions:
            self.fields[dimension.slug] = forms.TypedChoiceField(
                label=dimension.label.in_language(get_language() or "en"),
                choices=[*everything, *_members(dimension)],
                coerce=int,
                empty_value=None,
                required=False,
            )

    def clean_period(self) -> Period | None:
        """A year, quarter or month."""
        text = self.cleaned_data["period"].strip()
        if not text:
            return None
        try:
            return Period.parse(text)
        except ValueError as error:
            raise forms.ValidationError(
                _("%(text)s is not a period: 2021, 2021-Q3 or 2021-07 is expected."), params={"text": text}
            ) from error

    def chosen(self, cells: pl.DataFrame) -> pl.DataFrame:
        """The cells that the form asks for; all of them where it cannot be read."""
        if not self.is_valid():
            return cells
        wanted = self.cleaned_data
        conditions = [pl.col(name) == wanted[name] for name in ("kind", "what") if wanted[name]]
        conditions += [
            pl.col(axis) == wanted[dimension.slug]
            for axis, dimension in zip(self.pair.axes, self.pair.dimensions, strict=True)
            if wanted[dimension.slug]
        ]
        if wanted["period"]:
            inside = [wanted["period"], *wanted["period"].months]
            conditions.append(pl.col("period").is_in([period.code for period in inside]))
        return cells.filter(*conditions) if conditions else cells


def _members(dimension: Dimension) -> list[tuple[str, str]]:
    return [(str(member.id), path(dimension, member)) for member in (dimension.total, *dimension.members)]


def path(dimension: Dimension, member: Member) -> str:
    """A member's name after those of the groups that it is part of."""
    language = get_language() or "en"
    names = [one.label.in_language(language) or one.code for one in (member, *dimension.ancestors(member))]
    return " › ".join(reversed(names))
