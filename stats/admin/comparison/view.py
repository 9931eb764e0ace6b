"""The views of the comparison: a page for an edition and the one before it, or any other, and the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import polars as pl
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from stats.admin.comparison import page
from stats.admin.comparison.download import TYPES, difference_file
from stats.admin.comparison.filters import Filters
from stats.classification.classify import Sorted, sort_out
from stats.classification.counts import counts
from stats.classification.pair import Pair
from stats.classification.summary import heat, movers, totals
from stats.importexport.said import said
from stats.models import Edition
from stats.queries.pairs import pair_of
from stats.queries.revisions import edition_before

if TYPE_CHECKING:
    from stats.admin.edition import EditionAdmin

LISTED = 25
"""Changed cells on one page of the list."""
MOVERS = 5
"""Series among the largest movers, by number and by share."""


@require_GET
def changes(request: HttpRequest, pk: int, model_admin: EditionAdmin) -> HttpResponse:
    """What an edition changes of the one before it, or of edition `?against=`."""
    edition = _edition(request, pk, model_admin)
    others = edition.dataset.editions.kept().exclude(pk=edition.pk).order_by("-number")
    before = _against(request, edition)
    context: dict[str, Any] = model_admin.admin_site.each_context(request) | {
        "title": _("What edition %(number)s changes") % {"number": edition.number},
        "opts": Edition._meta,
        "media": model_admin.media,
        "edition": edition,
        "before": before,
    }
    if before is not None:
        pair = pair_of(before, edition)
        found = sort_out(pair)
        kinds = set(found.cells["kind"].unique())
        form = Filters(request.GET.dict(), pair=pair, kinds=kinds, numbers=[other.number for other in others])
        context |= _shown(pair, found) | _listed(request, pair, form, form.chosen(found.cells))
    return TemplateResponse(request, "admin/stats/edition/comparison.html", context)


@require_GET
def difference(
    request: HttpRequest, pk: int, form: str, model_admin: EditionAdmin
) -> HttpResponse | StreamingHttpResponse:
    """Every changed cell of the comparison, as csv or xlsx."""
    edition = _edition(request, pk, model_admin)
    before = _against(request, edition)
    if form not in TYPES or before is None:
        raise Http404(f"no difference as {form!r}: csv or xlsx of two editions")
    pair = pair_of(before, edition)
    name = f"{edition.dataset.slug}-{before.number}-{edition.number}"
    return difference_file(form, name, pair, sort_out(pair).cells)


def _edition(request: HttpRequest, pk: int, model_admin: EditionAdmin) -> Edition:
    """An edition whose figures are kept, for people who may look at editions."""
    edition: Edition = get_object_or_404(model_admin.get_queryset(request).select_related("dataset"), pk=pk)
    if not model_admin.has_view_permission(request, edition):
        raise PermissionDenied
    if not Edition.objects.kept().filter(pk=pk).exists():
        raise Http404(f"the figures of {edition} are not kept")
    return edition


def _against(request: HttpRequest, edition: Edition) -> Edition | None:
    asked = request.GET.get("against", "")
    if not asked:
        return edition_before(edition)
    found = edition.dataset.editions.kept().filter(number=asked).first() if asked.isdecimal() else None
    if found is None:
        raise Http404(f"{asked!r} is not the number of another edition with figures")
    return found


def _shown(pair: Pair, found: Sorted) -> dict[str, Any]:
    periods = heat(pair)
    return {
        "cells": counts(pair).as_json(),
        "kinds": [said(change) for change in found.changes],
        "totals": page.total_rows(totals(pair)),
        "headers": page.headers(pair),
        "by_number": page.mover_rows(pair, movers(pair, count=MOVERS, by_part=False)),
        "by_share": page.mover_rows(pair, movers(pair, count=MOVERS, by_part=True)),
        "heat": page.heat_map(periods),
        "periods": page.period_rows(periods),
    }


def _listed(request: HttpRequest, pair: Pair, form: Filters, cells: pl.DataFrame) -> dict[str, Any]:
    largest = [pl.col("delta").abs().fill_null(-1), pl.col("value").fill_null(pl.col("old"))]
    ordered = cells.sort(*largest, "series", "period", descending=[True, True, False, True], nulls_last=True)
    paginator = Paginator(range(ordered.height), LISTED)
    shown = paginator.get_page(request.GET.get("page"))
    first = shown.start_index() - 1 if ordered.height else 0
    kept = {name: value for name, value in request.GET.items() if name != "page" and value}
    return {
        "form": form,
        "rows": page.cell_rows(pair, ordered.slice(first, LISTED)),
        "shown": shown,
        "count": ordered.height,
        "address": urlencode(kept),
    }
