"""The mapping step in the admin: what the unmatched labels of a waiting edition are, all on one page.

Plain radio buttons, so that it is done by keyboard and without scripts; what is not decided stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stats.codebook import TOTAL
from stats.findings import Refused, refuse
from stats.importexport import wording
from stats.ingest.mapping import Answer, decide
from stats.models import Dimension, Edition, EditionState, Mapped, Member, Unmatched
from stats.permissions import MAPPING

if TYPE_CHECKING:
    from stats.admin.edition import EditionAdmin

OTHER = "other"
"""The choice of a member that is not suggested."""


@dataclass(frozen=True, slots=True)
class Option:
    """A suggested member and why it is suggested."""

    value: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """One unmatched label with what is chosen: a `Mapped`, `OTHER`, or `same:` and a suggested code."""

    one: Unmatched
    name: str
    options: tuple[Option, ...]
    chosen: str
    other: str
    renames: bool

    @property
    def chooses_other(self) -> bool:
        """Whether a member is chosen that is not suggested."""
        return self.chosen == OTHER


def may_map(request: HttpRequest) -> bool:
    """Whether this person may say what labels are."""
    return any(request.user.has_perm(permission) for permission in MAPPING)


@require_http_methods(["GET", "POST"])
def view(request: HttpRequest, pk: int, model_admin: EditionAdmin) -> HttpResponse:
    """The page, and what is done with its answers."""
    if not request.user.is_authenticated or not may_map(request):
        raise PermissionDenied
    edition = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    labels = list(edition.unmatched.select_related("dimension", "member__parent", "by"))
    if request.method == "POST":
        try:
            changed = decide(edition, list(_answers(labels, request.POST)), by=request.user)
        except Refused as refusal:
            model_admin.message_user(request, str(refusal), messages.ERROR)
        else:
            said = ngettext("%(count)s decision was saved.", "%(count)s decisions were saved.", changed)
            model_admin.message_user(request, said % {"count": changed}, messages.SUCCESS)
            left = edition.unmatched.undecided().exists()
            name = "admin:stats_edition_members" if left else "admin:stats_edition_change"
            return HttpResponseRedirect(reverse(name, args=[edition.pk]))
    return _page(request, edition, labels, model_admin)


def _page(
    request: HttpRequest, edition: Edition, labels: list[Unmatched], model_admin: EditionAdmin
) -> HttpResponse:
    questions = [_question(one, request.POST) for one in labels]
    context: dict[str, Any] = model_admin.admin_site.each_context(request) | {
        "title": _("Labels of %(edition)s that match no member") % {"edition": edition},
        "opts": Edition._meta,
        "media": model_admin.media,
        "edition": edition,
        "questions": questions,
        "undecided": sum(one.decision == Mapped.UNDECIDED for one in labels),
        "open": edition.state == EditionState.WAITING,
        "choices": [(dimension, _members(dimension, edition)) for dimension in _dimensions(labels)],
    }
    return TemplateResponse(request, "admin/stats/edition/members.html", context)


def _question(one: Unmatched, given: Mapping[str, str]) -> Question:
    language = get_language() or "en"
    options = tuple(
        Option(f"same:{s.code}", s.label.in_language(language), wording.reasons(s)) for s in one.suggested
    )
    stands: str = one.decision
    if one.member is not None:
        stands = f"same:{one.member.code}"
    known = {option.value for option in options}
    if stands.startswith("same:") and stands not in known:
        stands = OTHER
    return Question(
        one=one,
        name=one.label.in_language(language),
        options=options,
        chosen=given.get(f"is-{one.pk}", stands),
        other=given.get(f"other-{one.pk}", one.member.code if one.member and stands == OTHER else ""),
        renames=f"renames-{one.pk}" in given if given else one.renames,
    )


def _answers(labels: list[Unmatched], given: Mapping[str, str]) -> Iterator[Answer]:
    """What the form says of each label. A button for all says it of those that are left open."""
    for one in labels:
        chosen = given.get(f"is-{one.pk}", "")
        if not chosen and given.get("all") == "new":
            chosen = Mapped.NEW
        elif not chosen and given.get("all") == "likeliest" and one.suggested:
            chosen = f"same:{one.suggested[0].code}"
        if chosen in (Mapped.UNDECIDED, Mapped.NEW):
            yield Answer(one, Mapped(chosen))
            continue
        code = given.get(f"other-{one.pk}", "").strip() if chosen == OTHER else chosen.removeprefix("same:")
        member = Member.objects.filter(dimension=one.dimension, code=code).select_related("parent").first()
        if member is None:
            raise refuse(
                "mapping.no-member",
                _("%(label)s: choose a member by its code; %(code)s is none.")
                % {"label": one, "code": repr(code)},
            )
        yield Answer(one, Mapped.SAME, member, renames=f"renames-{one.pk}" in given)


def _dimensions(labels: list[Unmatched]) -> list[Dimension]:
    return list({one.dimension_id: one.dimension for one in labels}.values())


def _members(dimension: Dimension, edition: Edition) -> list[Member]:
    """The members that a label may be: those that were there before the edition."""
    return list(dimension.members.filter(since__lt=edition.number).exclude(code=TOTAL))
