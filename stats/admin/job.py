"""Import jobs in the admin: the list, and a page that follows one from the queue to its edition."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from stats.admin.lists import ExportedList, ReadOnly
from stats.importexport.listings import JobResource
from stats.ingest.outcome import Status
from stats.models import ImportJob, JobState
from stats.models.job import ACTIVE

SAID = {
    Status.IN_FORCE: _("The edition is in force."),
    Status.WAITING: _("The edition is loaded and waits for a decision."),
    Status.REFUSED: _("The file was refused. Nothing was changed."),
    Status.NOTHING_NEW: _("The newest edition says all of it already. Nothing was changed."),
}
"""What came of a job, in a sentence."""


@admin.register(ImportJob)
class JobAdmin(ReadOnly, ExportedList, admin.ModelAdmin):
    """Watching imports."""

    change_form_template = "admin/stats/importjob/change_form.html"
    resource_classes = (JobResource,)
    list_display = ("name", "stands", "about", "edition", "created_by", "created_at", "finished_at")
    list_filter = ("state", "dataset", "created_at")
    list_select_related = ("dataset", "edition__dataset", "created_by")
    search_fields = ("files__name", "dataset__slug", "dataset__title_en", "dataset__title_fr")
    search_help_text = _("Searches file names and datasets.")
    actions = None

    class Media:
        css = {"all": ("stats/admin/desk.css",)}
        js = ("stats/admin/job.js",)

    @admin.display(description=_("import"), ordering="id")
    def name(self, job: ImportJob) -> str:
        """The number of the job."""
        return str(_("Import %(number)s")) % {"number": job.pk}

    @admin.display(description=_("state"), ordering="state")
    def stands(self, job: ImportJob) -> SafeString:
        """The state as a coloured word."""
        return state_word(job)

    @admin.display(description=_("dataset"), ordering="dataset__slug")
    def about(self, job: ImportJob) -> str:
        """The dataset, once it is known."""
        return str(job.dataset) if job.dataset else "–"

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page of one job."""
        job: ImportJob = kwargs["obj"]
        status = job.outcome.get("status")
        context |= {
            "title": self.name(job),
            "job": job,
            "state_word": state_word(job),
            "active": job.state in ACTIVE,
            "said": SAID[Status(status)] if status else "",
            "error": job.outcome.get("error", ""),
            "cells": job.outcome.get("cells", {}),
            "totals": job.outcome.get("cells", {}).get("totals", {}),
            "findings": job.outcome.get("findings", []),
            "files": job.files.order_by("pk"),
        }
        return super().render_change_form(request, context, *args, **kwargs)


def state_word(job: ImportJob) -> SafeString:
    """The state as a coloured word."""
    return format_html(
        '<span class="stats-state" data-state="{}">{}</span>', job.state, JobState(job.state).label
    )
