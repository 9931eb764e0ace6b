"""The steps of the workflow in the admin: each is asked about on a page of its own, and done on POST."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles import publishing, tasks, translating, workflow
from articles.errors import ArticleError
from articles.models import LIVE, Article, Stage
from articles.models.status import may_move
from stats.models import Dataset

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin


class NoteForm(forms.Form):
    """What is said with a step."""

    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(forms.Form):
    """A step that nobody understands without its reason."""

    note = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class WithdrawForm(forms.Form):
    """What readers are told."""

    note = forms.CharField(
        label=_("Note to readers"),
        required=False,
        help_text=_("Stands at the article’s address, in the language of the article."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ScheduleForm(forms.Form):
    """When an article is published."""

    moment = forms.SplitDateTimeField(
        label=_("At"),
        required=False,
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date"},
            time_attrs={"type": "time", "step": "1"},
            date_format="%Y-%m-%d",
            time_format="%H:%M:%S",
        ),
        help_text=_("In the newsroom’s time zone."),
    )
    dataset = forms.ModelChoiceField(
        Dataset.objects.order_by("title_en"),
        label=_("With the next edition of"),
        required=False,
        empty_label=_("No edition: by the clock"),
        help_text=_("It is published when that edition is accepted, and not before the moment above."),
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


@dataclass(frozen=True, slots=True)
class Choice:
    """One step: the last part of its address, its words, who may take it, when, and the verb that does it.

    A verb that makes another article leads there.
    """

    name: str
    button: Promise
    question: Promise
    done: Promise
    permission: str
    possible: Callable[[Article], bool]
    verb: Callable[..., object]
    form: type[forms.Form] = NoteForm


def _towards(stage: Stage, *, since: frozenset[Stage] | None = None) -> Callable[[Article], bool]:
    return lambda article: may_move(article.stage, stage) and (since is None or article.stage in since)


def _schedule(
    *, article: Article, by: User, at: datetime, moment: datetime | None, dataset: Dataset | None, note: str
) -> None:
    workflow.schedule(article=article, by=by, now=at, at=moment, dataset=dataset, note=note)
    if dataset is None:
        tasks.publish_at(article.pk, moment, now=at)


SUBMIT = Choice(
    name="submit",
    button=_("Ask for a review"),
    question=_("Those who may approve articles get a mail, and find it on their desk."),
    done=_("Handed on: it waits for a review."),
    permission="articles.change_article",
    possible=_towards(Stage.IN_REVIEW),
    verb=workflow.submit,
)
APPROVE = Choice(
    name="approve",
    button=_("Approve"),
    question=_("Exactly these words may then be published. Whoever changes them asks for a review again."),
    done=_("Approved: it can be published."),
    permission="articles.approve_article",
    possible=_towards(Stage.APPROVED, since=frozenset({Stage.IN_REVIEW})),
    verb=workflow.approve,
)
SEND_BACK = Choice(
    name="send_back",
    button=_("Send back"),
    question=_("Its writers get it back with your reason. What was scheduled is off."),
    done=_("Sent back to the writer."),
    permission="articles.approve_article",
    possible=_towards(Stage.WRITING),
    verb=workflow.send_back,
    form=ReasonForm,
)
SCHEDULE = Choice(
    name="schedule",
    button=_("Schedule"),
    question=_(
        "It is published by itself at a moment, with the next edition of a dataset, or when both have come."
    ),
    done=_("Scheduled."),
    permission="articles.publish_article",
    possible=workflow.may_be_scheduled,
    verb=_schedule,
    form=ScheduleForm,
)
UNSCHEDULE = Choice(
    name="unschedule",
    button=_("Take off the schedule"),
    question=_("It stays approved and is not published by itself."),
    done=_("Off the schedule."),
    permission="articles.publish_article",
    possible=_towards(Stage.APPROVED, since=frozenset({Stage.SCHEDULED})),
    verb=workflow.unschedule,
)
WITHDRAW = Choice(
    name="withdraw",
    button=_("Withdraw"),
    question=_(
        "Readers no longer get it: its address says that it was withdrawn. It can be published again."
    ),
    done=_("Withdrawn. Readers are told that it was taken away."),
    permission="articles.publish_article",
    possible=lambda article: article.status in LIVE,
    verb=publishing.withdraw,
    form=WithdrawForm,
)
TRANSLATE = Choice(
    name="translate",
    button=_("Translate"),
    question=_(
        "An article in the other language is begun beside this one: the same passages, figures and embeds, "
        "and no words yet."
    ),
    done=_("Begun: the original stands beside the text."),
    permission="articles.add_article",
    possible=translating.may_be_translated,
    verb=translating.translate,
    form=forms.Form,
)
CHOICES = (SUBMIT, APPROVE, SEND_BACK, SCHEDULE, UNSCHEDULE, WITHDRAW, TRANSLATE)


def open_to(request: HttpRequest, article: Article) -> list[Choice]:
    """What this person may do with an article as it stands."""
    return [one for one in CHOICES if request.user.has_perm(one.permission) and one.possible(article)]


def _view(choice: Choice) -> Callable[..., HttpResponse]:
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
        if not request.user.has_perm(choice.permission):
            raise PermissionDenied
        article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
        form = choice.form(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                made = choice.verb(
                    article=article,
                    by=cast("User", request.user),
                    at=timezone.now(),
                    **form.cleaned_data,
                )
            except ArticleError as error:
                form.add_error(None, str(error))
            else:
                model_admin.message_user(request, str(choice.done), messages.SUCCESS)
                onward = made if isinstance(made, Article) else article
                return HttpResponseRedirect(reverse("admin:articles_article_change", args=[onward.pk]))
        return _asked(request, article, choice, form, model_admin)

    return view


def _asked(
    request: HttpRequest, article: Article, choice: Choice, form: forms.Form, model_admin: ArticleAdmin
) -> HttpResponse:
    context = model_admin.admin_site.each_context(request) | {
        "title": choice.button,
        "opts": Article._meta,
        "article": article,
        "choice": choice,
        "form": form,
        "media": model_admin.media + form.media,
        "possible": choice.possible(article),
    }
    return TemplateResponse(
        request, "admin/articles/article/step.html", context, status=422 if form.errors else 200
    )


VIEWS = {choice.name: _view(choice) for choice in CHOICES}
"""The views by the last part of their addresses."""
