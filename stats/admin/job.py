"""Import jobs in the admin: the list, and a page that follows one from the queue to its edition."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stats.admin.lists import ExportedList, ReadOnly
from stats.importexport.listings import JobResource
from stats.ingest import jobs, signs
from stats.ingest.outcome import Status
from stats.models import ImportJob, JobState
from stats.models.job import ACTIVE

CANCELLING = "stats.import_edition"
"""Who may bring figures in may stop that too."""

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

    def get_urls(self) -> list[URLPattern]:
        """Cancelling, before the admin's own."""
        view = self.admin_site.admin_view(_cancel)
        name = "stats_importjob_cancel"
        return [path("<int:pk>/cancel/", view, {"model_admin": self}, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page of one job."""
        job: ImportJob = kwargs["obj"]
        status = job.outcome.get("status")
        sign = signs.last(job.pk) if job.state == JobState.RUNNING else None
        context |= {
            "title": self.name(job),
            "job": job,
            "state_word": state_word(job),
            "active": job.state in ACTIVE,
            "percent": sign.percent if sign else _by_stage(job),
            "left": _left(sign.left) if sign else "",
            "waits_for": job.waits_for,
            "stopping": job.state == JobState.RUNNING and job.cancelled_by is not None,
            "may_cancel": job.state in ACTIVE and request.user.has_perm(CANCELLING),
            "waits_because": job.outcome.get("waits_because", ""),
            "said": SAID[Status(status)] if status else "",
            "error": job.outcome.get("error", ""),
            "cells": job.outcome.get("cells", {}),
            "totals": job.outcome.get("cells", {}).get("totals", {}),
            "findings": job.outcome.get("findings", []),
            "files": job.files.order_by("pk"),
            "let_go": job.outcome.get("files", []),
        }
        return super().render_change_form(request, context, *args, **kwargs)


@require_POST
def _cancel(request: HttpRequest, pk: int, model_admin: JobAdmin) -> HttpResponse:
    """End an import: at once where it waits, at its next step where it runs."""
    if not request.user.has_perm(CANCELLING):
        raise PermissionDenied
    job = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    assert request.user.is_authenticated  # noqa: S101 (who has a permission is somebody)
    jobs.cancel(job, by=request.user)
    job.refresh_from_db()
    if job.state == JobState.CANCELLED:
        model_admin.message_user(request, str(_("Cancelled. Nothing was changed.")), messages.SUCCESS)
    elif job.state not in ACTIVE:
        model_admin.message_user(request, str(_("This import was over already.")), messages.WARNING)
    return HttpResponseRedirect(reverse("admin:stats_importjob_change", args=[pk]))


def _by_stage(job: ImportJob) -> int:
    """The percentage of a job that has given no sign."""
    return int(100 * job.pace.fraction(job.stage)) if job.state == JobState.RUNNING else 0


def _left(seconds: int | None) -> str:
    """The time that is left, in words; empty where nobody can say."""
    if seconds is None:
        return ""
    if seconds < 90:
        count = max(1, seconds)
        said = ngettext("about %(count)s second left", "about %(count)s seconds left", count)
    else:
        count = round(seconds / 60)
        said = ngettext("about %(count)s minute left", "about %(count)s minutes left", count)
    return said % {"count": count}


def state_word(job: ImportJob) -> SafeString:
    """The state as a coloured word."""
    return format_html(
        '<span class="stats-state" data-state="{}">{}</span>', job.state, JobState(job.state).label
    )
