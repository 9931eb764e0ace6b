"""Decisions about an edition: a page that asks and says what will happen, and a POST that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from stats.findings import Refused
from stats.ingest import decide
from stats.models import Edition, Verdict

if TYPE_CHECKING:
    from stats.admin.edition import EditionAdmin

PERMISSION = "stats.accept_edition"


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision: the last part of its address, its words, and the verb that carries it out."""

    verdict: Verdict
    name: str
    button: Promise
    question: Promise
    done: Promise
    verb: Callable[..., None]
    needs_note: bool = False


ACCEPT = Choice(
    verdict=Verdict.ACCEPTED,
    name="accept",
    button=gettext_lazy("Accept"),
    question=gettext_lazy(
        "Readers will see these figures from now on, and all pages that use them are made again."
    ),
    done=gettext_lazy("Accepted: this edition is in force."),
    verb=decide.accept,
)
HOLD = Choice(
    verdict=Verdict.HELD,
    name="hold",
    button=gettext_lazy("Hold"),
    question=gettext_lazy(
        "It goes on waiting, and leaves the list of what is to be decided. "
        "It can be accepted or refused at any time."
    ),
    done=gettext_lazy("Held: nothing changes for readers."),
    verb=decide.hold,
    needs_note=True,
)
REFUSE = Choice(
    verdict=Verdict.REFUSED,
    name="refuse",
    button=gettext_lazy("Refuse"),
    question=gettext_lazy(
        "Its figures are let go. Its files and this decision stay on record; it cannot be accepted later."
    ),
    done=gettext_lazy("Refused: nothing changes for readers."),
    verb=decide.refuse_edition,
)
TAKE_BACK = Choice(
    verdict=Verdict.TAKEN_BACK,
    name="take_back",
    button=gettext_lazy("Take back"),
    question=gettext_lazy(
        "The edition before it is in force again, exactly as it was. This one can be accepted again."
    ),
    done=gettext_lazy("Taken back."),
    verb=decide.take_back,
)
CHOICES = (ACCEPT, HOLD, REFUSE, TAKE_BACK)


def open_to(request: HttpRequest, edition: Edition) -> list[Choice]:
    """What this person may decide about an edition as it stands."""
    if not request.user.has_perm(PERMISSION):
        return []
    possible = decide.open_to(edition)
    return [choice for choice in CHOICES if choice.verdict in possible]


def _view(choice: Choice) -> Callable[..., HttpResponse]:
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, pk: int, model_admin: EditionAdmin) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        edition = get_object_or_404(model_admin.get_queryset(request), pk=pk)
        if request.method == "GET":
            return _asked(request, edition, choice, model_admin)
        try:
            choice.verb(edition, by=request.user, note=request.POST.get("note", "").strip())
        except Refused as refusal:
            model_admin.message_user(request, str(refusal), messages.ERROR)
        else:
            model_admin.message_user(request, str(choice.done), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:stats_edition_change", args=[edition.pk]))

    return view


def _asked(request: HttpRequest, edition: Edition, choice: Choice, model_admin: EditionAdmin) -> HttpResponse:
    context: dict[str, Any] = model_admin.admin_site.each_context(request) | {
        "title": _("%(decision)s %(edition)s?") % {"decision": choice.button, "edition": edition},
        "opts": Edition._meta,
        "media": model_admin.media,
        "edition": edition,
        "choice": choice,
        "possible": choice in open_to(request, edition),
        "hold": edition.hold,
        "in_force": edition.dataset.in_force,
        "warnings": [finding for finding in edition.findings if finding.get("severity") == "warning"],
    }
    return TemplateResponse(request, "admin/stats/edition/decide.html", context)


VIEWS = {choice.name: _view(choice) for choice in CHOICES}
"""The views by the last part of their addresses."""
