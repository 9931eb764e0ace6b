"""Dimensions in the admin: reached from their dataset, leading to their members."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from stats.admin.lists import ExportedList
from stats.importexport import wording
from stats.ingest import meaning
from stats.models import Dimension


def members_link(dimension: Dimension) -> SafeString | str:
    """How many members there are, leading to their list."""
    if dimension.pk is None:
        return "–"
    address = reverse("admin:stats_member_changelist")
    count = wording.number(dimension.members.count())
    return format_html('<a href="{}?dimension__id__exact={}">{}</a>', address, dimension.pk, count)


@admin.register(Dimension)
class DimensionAdmin(ExportedList, admin.ModelAdmin):
    """Naming a dimension and saying how its labels are read."""

    fields = (
        "dataset",
        "slug",
        "axis",
        "label_en",
        "label_fr",
        "columns",
        "coded",
        "codelist",
        "others",
        "not_stated",
        "members_of",
    )
    readonly_fields = ("dataset", "slug", "axis", "members_of")

    @admin.display(description=_("members"))
    def members_of(self, dimension: Dimension) -> SafeString | str:
        """How many members there are."""
        return members_link(dimension)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Not on the index: a dimension is found on its dataset's page."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: a dataset's dimensions come from the catalogue or a file's headers."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Dimension | None = None) -> bool:
        """Nobody: cells hang on it."""
        return False

    def save_model(self, request: HttpRequest, obj: Dimension, form: Any, change: bool) -> None:
        """Published pages name the dimension."""
        super().save_model(request, obj, form, change)
        if form.changed_data:
            meaning.changed(obj.dataset)
