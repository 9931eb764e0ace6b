"""The log of decisions in the admin: who let which figures count, when and why. Nobody changes it.

It holds no more of a person than the name at the time, so that a filtered export can be handed out.
"""

from __future__ import annotations

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from stats.admin.lists import ExportedList, ReadOnly
from stats.importexport.listings import DecisionResource
from stats.models import Decision


@admin.register(Decision)
class DecisionAdmin(ReadOnly, ExportedList, admin.ModelAdmin):
    """Reading the log."""

    resource_classes = (DecisionResource,)
    list_display = ("at", "about", "decided", "who", "note", "in_force_after")
    list_filter = ("verdict", "actor", "edition__dataset", "by_name")
    list_select_related = ("edition__dataset",)
    search_fields = ("note", "by_name", "edition__dataset__slug")
    search_help_text = _("Searches notes, names and short names of datasets.")
    date_hierarchy = "at"
    ordering = ("-at", "-id")
    actions = None
    fields = ("at", "about", "decided", "who", "note", "in_force_after")

    class Media:
        css = {"all": ("stats/admin/desk.css",)}

    @admin.display(description=_("edition"), ordering="edition__dataset__slug")
    def about(self, decision: Decision) -> SafeString:
        """The edition, with a way to its page."""
        address = reverse("admin:stats_edition_change", args=[decision.edition_id])
        return format_html('<a href="{}">{}</a>', address, decision.edition)

    @admin.display(description=_("verdict"), ordering="verdict")
    def decided(self, decision: Decision) -> SafeString:
        """The verdict as a coloured word."""
        return format_html(
            '<span class="stats-state" data-state="{}">{}</span>',
            decision.verdict,
            decision.get_verdict_display(),
        )

    @admin.display(description=_("decided by"), ordering="by_name")
    def who(self, decision: Decision) -> str:
        """The person, the rule or a command."""
        return decision.decider
