"""Translating: an article in the other language is begun from the newest revision and follows it.

What it follows is kept, so that whoever translates is told when the original says something else since.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import writing
from articles.counterparts.beginning import CarriedOver, begun
from articles.document.line import line_markup
from articles.document.nodes import Binding
from articles.document.serialise import serialise
from articles.document.words import Words
from articles.embeds.view import FigureView
from articles.embeds.wordings import carried_over
from articles.errors import NotAllowed
from articles.models import Article
from articles.render.addresses import other_language
from articles.render.resolve import resolve
from stats.labels import Language


def may_be_translated(article: Article) -> bool:
    """Whether it stands alone."""
    return article.in_other_language is None


@transaction.atomic
def translate(*, article: Article, by: User, at: datetime) -> Article:
    """An article in the other language with the same structure, figures and embeds, and no words.

    NotAllowed where there is one already, or nothing is saved that could be translated.
    """
    original = Article.objects.select_for_update().get(pk=article.pk)
    if not may_be_translated(original):
        raise NotAllowed(_("The article has a counterpart already."))
    revision = original.revisions.order_by("-number").first()
    if revision is None:
        raise NotAllowed(_("The article has not been saved yet."))
    if revision.words.faults:
        raise NotAllowed(_("The article holds what cannot be read; mend it first."))
    language = other_language(original.language)
    words = begun(revision.words, _in_language(revision.words, language))
    translation = Article(
        **{name: line_markup(line) for name, line in words.lines.items()},
        body=serialise(words.body),
        language=language,
        slug=Article.objects.in_language(language).free_address(original.slug),
        author=by,
        counterpart=original,
        follows=revision,
    )
    writing.save(article=translation, by=by, at=at)
    return translation


def follow(*, article: Article, number: int) -> None:
    """Note on a translation that it says what a revision of its original says; saving is the caller's."""
    original = article.in_other_language
    found = original.revisions.filter(number=number).first() if original is not None else None
    if found is not None:
        article.follows = found


def _in_language(words: Words, language: Language) -> CarriedOver:
    """Figures with their wording, and with the characters that a writer sees, in a language."""
    moved = [
        replace(node, wording=carried_over(node.wording, node.question, language), fallback="")
        for _path, node in words.figures()
        if isinstance(node, Binding)
    ]
    resolved = resolve(((str(number), node) for number, node in enumerate(moved)), language)
    seen = {}
    for number, node in enumerate(moved):
        view = resolved.views.get(str(number))
        seen[node.question.key, node.wording] = view.text if isinstance(view, FigureView) else ""

    def carried(binding: Binding) -> Binding:
        name = carried_over(binding.wording, binding.question, language)
        return Binding(binding.question, name, seen[binding.question.key, name])

    return carried
