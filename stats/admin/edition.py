"""Editions in the admin: the list with its import, and a page on which one can be judged in a minute."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stats.admin import decisions, files, mapping
from stats.admin.comparison import view as comparison
from stats.admin.importing import ReleaseImport
from stats.admin.lists import ExportedList, ReadOnly
from stats.admin.revisions import revisions
from stats.importexport import wording
from stats.importexport.release import ReleaseResource
from stats.labels import Label
from stats.models import Edition, EditionState, Verdict


@admin.register(Edition)
class EditionAdmin(ReadOnly, ReleaseImport, ExportedList, admin.ModelAdmin):
    """Importing editions, looking at them, and deciding which one counts."""

    import_export_change_list_template = "admin/import_export/change_list_import_export.html"
    change_form_template = "admin/stats/edition/change_form.html"
    resource_classes = (ReleaseResource,)
    list_display = (
        "name",
        "stands",
        "covers_until",
        "new_cells",
        "revised_cells",
        "removed_cells",
        "loaded_at",
        "in_force_since",
    )
    list_display_links = ("name",)
    list_filter = ("state", "dataset")
    list_select_related = ("dataset",)
    search_fields = ("dataset__slug", "dataset__title_en", "dataset__title_fr", "title_en", "title_fr")
    search_help_text = _("Searches titles and short names of datasets.")
    date_hierarchy = "loaded_at"
    ordering = ("-loaded_at", "-id")
    actions = None

    class Media:
        css = {"all": ("stats/admin/desk.css",)}

    @admin.display(description=_("edition"), ordering="dataset__slug")
    def name(self, edition: Edition) -> SafeString:
        """The dataset's title and the edition's number."""
        return format_html(
            '{} <span class="stats-quiet">{} {}</span>', edition.dataset, edition.dataset.slug, edition.number
        )

    @admin.display(description=_("state"), ordering="state")
    def stands(self, edition: Edition) -> SafeString:
        """The state as a coloured word."""
        return state_word(edition)

    @admin.display(description=_("covers until"))
    def covers_until(self, edition: Edition) -> str:
        """The last month covered."""
        until = edition.covered.until
        return wording.period(until) if until else "–"

    @admin.display(description=_("new"))
    def new_cells(self, edition: Edition) -> str:
        """How many cells are new."""
        return _count(edition, "new")

    @admin.display(description=_("revised"))
    def revised_cells(self, edition: Edition) -> str:
        """How many cells were revised."""
        return _count(edition, "revised")

    @admin.display(description=_("removed"))
    def removed_cells(self, edition: Edition) -> str:
        """How many cells are gone."""
        return _count(edition, "removed")

    def get_urls(self) -> list[URLPattern]:
        """Decisions and downloads, before the admin's own."""
        for_staff = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{name}/", for_staff(view), {"model_admin": self}, name=f"stats_edition_{name}")
            for name, view in decisions.VIEWS.items()
        ]
        download = path(
            "<int:pk>/files/<int:file_pk>/",
            for_staff(files.download),
            {"model_admin": self},
            name="stats_edition_file",
        )
        members = path(
            "<int:pk>/members/", for_staff(mapping.view), {"model_admin": self}, name="stats_edition_members"
        )
        compared = [
            path(
                f"<int:pk>/changes/{end}",
                for_staff(view),
                {"model_admin": self},
                name=f"stats_edition_{view.__name__}",
            )
            for end, view in (("", comparison.changes), ("<str:form>/", comparison.difference))
        ]
        return [*own, download, *compared, members, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        """With the files, for the export."""
        queryset: QuerySet[Edition] = super().get_queryset(request)
        return queryset.prefetch_related("files")

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page of one edition."""
        edition: Edition = kwargs["obj"]
        language = get_language() or "en"
        context |= {
            "edition": edition,
            "heading": Label(edition.title_en, edition.title_fr).in_language(language),
            "modelled": Label(edition.modelled_en, edition.modelled_fr).in_language(language),
            "state_word": state_word(edition),
            "covers": wording.spans(edition.covered),
            "cells": edition.cells,
            "totals": edition.cells.get("totals", {}),
            "findings": edition.findings,
            "confidence": wording.confidence_after(finding["rule"] for finding in edition.findings),
            "revisions": revisions(edition),
            "files": [_file(file) for file in edition.files.order_by("pk")],
            "log": edition.decisions.all(),
            "notes": [Label(n.get("en", ""), n.get("fr", "")).in_language(language) for n in edition.notes],
            "choices": decisions.open_to(request, edition),
            "hold": edition.hold,
            "left": _left(edition),
            "unmatched": edition.unmatched.count(),
            "undecided": edition.unmatched.undecided().count(),
            "may_map": mapping.may_map(request),
            "newer": edition.dataset.editions.kept()
            .filter(number__gt=edition.number)
            .order_by("number")
            .first(),
        }
        return super().render_change_form(request, context, *args, **kwargs)


def state_word(edition: Edition) -> SafeString:
    """The state as a coloured word."""
    word = EditionState(edition.state).label
    return format_html('<span class="stats-state" data-state="{}">{}</span>', edition.state, word)


def _left(edition: Edition) -> str:
    """Why the dataset's rule left the edition to a person, as long as nobody has decided."""
    last = edition.decisions.order_by("-id").first()
    return last.note if last is not None and last.verdict == Verdict.LEFT else ""


def _count(edition: Edition, kind: str) -> str:
    count = edition.cells.get(kind)
    return "–" if count is None else wording.number(count)


def _file(file: Any) -> dict[str, Any]:
    return {
        "file": file,
        "form": wording.form_name(file.form),
        "languages": wording.language_names(file.languages.split(",")),
    }
