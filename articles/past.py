"""Published articles as they were: the revision that readers saw then, with the figures that counted then.

What was published when is in the log of steps, what counted when in the log of decisions. Both are only ever
added to, so an earlier page is made again rather than kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from articles.models import Action, Article, Page, Revision
from articles.render.manuscript import manuscript
from articles.render.page import Composed, compose, drafted
from stats.models import Decision


@dataclass(frozen=True, slots=True)
class State:
    """What readers saw from a day on, at its end; no revision where the article was withdrawn."""

    day: date
    revision: Revision | None
    editions: Mapping[str, int | None]
    """The number of the edition that counted, by dataset; None where none did."""


Moment = tuple[datetime, str, int | None]
"""When it changed which edition of a dataset counts, the dataset's slug, and the edition's number."""


def states(article: Article) -> tuple[State, ...]:
    """The states of an article's page, a day each, oldest first; none where nothing is known of them."""
    steps = article.steps.filter(action__in=(Action.PUBLISHED, Action.WITHDRAWN)).order_by("at", "pk")
    log = [(step.at, step.revision if step.action == Action.PUBLISHED else None) for step in steps]
    if not log:
        return ()
    numbers = {number for _, number in log if number is not None}
    revisions = {found.number: found for found in article.revisions.filter(number__in=numbers)}
    datasets = {number: _datasets(revision) for number, revision in revisions.items()}
    decided = _decided(set().union(*datasets.values()))
    first = _day(log[0][0])
    days = sorted(
        {first, *(_day(at) for at, _ in log), *(_day(at) for at, *_ in decided if _day(at) > first)}
    )
    found: list[State] = []
    for day in days:
        number = next(number for at, number in reversed(log) if _day(at) <= day)
        counted = _counted(decided, day)
        editions = {slug: counted.get(slug) for slug in sorted(datasets.get(number or 0, ()))}
        state = State(day, revisions.get(number or 0), editions)
        if not found or (found[-1].revision, found[-1].editions) != (state.revision, state.editions):
            found.append(state)
    return tuple(found)


def state_on(article: Article, day: date) -> State | None:
    """The state in which the page was at the end of a day; None before it was first published."""
    return next((state for state in reversed(states(article)) if state.day <= day), None)


def composed(page: Page, state: State, *, day: date) -> Composed:
    """The page of a state, as of a day in it. Figures that are no longer kept are gaps."""
    if state.revision is None:
        raise ValueError(f"{page.path} was withdrawn on {state.day}")
    words = manuscript(page.article, state.revision, page=page)
    # Where no edition counted, the day says so in the place of the figure.
    as_of = {slug: day if number is None else number for slug, number in state.editions.items()}
    at = timezone.make_aware(datetime.combine(state.day, datetime.min.time()))
    return compose(drafted(words, as_of=as_of), at=at, as_of=day)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


def _datasets(revision: Revision) -> frozenset[str]:
    """The datasets of whose figures a revision shows those that count; what cannot be read has none."""
    questions = (node.question for _path, node in revision.words.figures())
    return frozenset(question.dataset for question in questions if question.as_of is None)


def _decided(datasets: set[str]) -> Sequence[Moment]:
    rows = Decision.objects.filter(edition__dataset__slug__in=datasets).order_by("at", "id")
    return list(rows.values_list("at", "edition__dataset__slug", "in_force_after"))


def _counted(decided: Sequence[Moment], day: date) -> dict[str, int | None]:
    return {slug: number for at, slug, number in decided if _day(at) <= day}
