"""Checks of the portal in the admin: when it was asked, what it said, what came of it."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from stats.admin.lists import ExportedList, ReadOnly
from stats.importexport.listings import CheckResource
from stats.models import Check


@admin.register(Check)
class CheckAdmin(ReadOnly, ExportedList, admin.ModelAdmin):
    """Watching the refresh."""

    resource_classes = (CheckResource,)
    list_display = ("at", "package", "came_to", "asked", "unmodified", "fetched", "failed", "message")
    list_filter = ("result", "package", "at")
    list_select_related = ("package",)
    date_hierarchy = "at"
    actions = None
    fields = ("at", "package", "result", "message", "asked", "unmodified", "fetched", "failed", "jobs")

    class Media:
        css = {"all": ("stats/admin/desk.css",)}

    @admin.display(description=_("result"), ordering="result")
    def came_to(self, check: Check) -> SafeString:
        """The result as a coloured word."""
        return format_html(
            '<span class="stats-state" data-state="{}">{}</span>', check.result, check.get_result_display()
        )
