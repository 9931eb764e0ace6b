"""Adding datasets: the ones of the catalogue that are not stored yet, to be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from stats import catalogue
from stats.ingest.register import from_spec
from stats.models import Dataset
from stats.models.dataset import MeasuresChoices

if TYPE_CHECKING:
    from stats.admin.dataset import DatasetAdmin


def choose(request: HttpRequest, model_admin: DatasetAdmin) -> HttpResponse:
    """The list to tick; on POST the ticked ones are stored, ready for their first import."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    stored = set(Dataset.objects.values_list("slug", flat=True))
    open_ = {slug: spec for slug, spec in catalogue.load().items() if slug not in stored}
    if request.method == "POST":
        chosen = [open_[slug] for slug in request.POST.getlist("slug") if slug in open_]
        for spec in chosen:
            from_spec(spec)
        _say(request, model_admin, len(chosen))
        return HttpResponseRedirect(reverse("admin:stats_dataset_changelist"))
    language = get_language() or "en"
    rows = [
        {
            "slug": spec.slug,
            "title": spec.title.in_language(language),
            "subject": spec.subject.label.in_language(language),
            "measures": MeasuresChoices(spec.measures).label,
            "dimensions": ", ".join(d.label.in_language(language) for d in spec.dimensions),
        }
        for spec in open_.values()
    ]
    context: dict[str, Any] = model_admin.admin_site.each_context(request) | {
        "title": _("Add datasets from the catalogue"),
        "opts": Dataset._meta,
        "media": model_admin.media,
        "rows": rows,
    }
    return TemplateResponse(request, "admin/stats/dataset/add_form.html", context)


def _say(request: HttpRequest, model_admin: DatasetAdmin, count: int) -> None:
    if not count:
        model_admin.message_user(request, _("Nothing was ticked, nothing was added."), messages.WARNING)
        return
    said = ngettext("%(count)s dataset was added.", "%(count)s datasets were added.", count)
    model_admin.message_user(request, said % {"count": count}, messages.SUCCESS)
