"""Where the explorer's pages are, in the language that is active."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from articles.explorer.address import Asked, asked_of, sayable, write
from articles.explorer.choosing import Show
from stats.questions import Question

FORMS = ("csv", "xlsx", "json")
PICTURES = ("svg", "png")


def dataset_path(slug: str) -> str:
    """The page of a dataset."""
    return reverse("articles:dataset", kwargs={"slug": slug})


def table_path(slug: str, asked: Asked | None = None) -> str:
    """The table tool, with what it is asked."""
    path = reverse("articles:dataset-table", kwargs={"slug": slug})
    return path if asked is None else f"{path}?{write(asked)}"


def download_path(slug: str, asked: Asked, form: str) -> str:
    """What the table tool is asked, as a file."""
    return f"{reverse('articles:dataset-download', kwargs={'slug': slug, 'form': form})}?{write(asked)}"


def members_path(slug: str) -> str:
    """Where members are found by typing."""
    return reverse("articles:dataset-members", kwargs={"slug": slug})


def proof_path(question: Question) -> str:
    """The proof of one figure."""
    return _figure_path("articles:proof", question)


def history_path(question: Question) -> str:
    """What every edition said of one figure."""
    return _figure_path("articles:history", question)


def _figure_path(name: str, question: Question) -> str:
    """A page about a figure, with its question as parameters or, where they cannot say it, as JSON."""
    path = reverse(name, kwargs={"slug": question.dataset})
    asked = asked_of(question, Show.FIGURE)
    if not sayable(asked):
        return f"{path}?{urlencode({'q': question.key})}"
    return f"{path}?{write(asked).removeprefix('show=figure&')}"
