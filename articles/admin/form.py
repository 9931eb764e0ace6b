"""The form in which an article is written: what it accepts, and what happens when two people write at once.

A text is accepted when every node of it is known and every figure in it can be answered; what cannot be is
named with its place. Nobody overwrites another's words unseen, and nothing that was typed is lost: the second
writer keeps their text on the screen, sees the other's, and decides.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.places import place_in_words
from articles.document.elements import DocumentError
from articles.document.line import as_written
from articles.document.parse import parse
from articles.document.words import LINES, words_of
from articles.editor.field import BodyField, LineField
from articles.models import Article, Revision
from articles.render.resolve import resolve
from stats.labels import Language

if TYPE_CHECKING:
    from django.db.models import Field


class ArticleForm(forms.ModelForm):
    """An article's words. `revision` is the number of the one that the writer started from.

    `overwrite` is the number of the one that the writer has seen and saves over; a button sends it. `window`
    names the window for drafts; `draft` the draft that it goes on with; `follows` the revision of
    the original that a translation now says.
    """

    title = LineField(longest=200)
    standfirst = LineField(longest=500, required=False)
    summary = LineField(longest=300, required=False)
    social = LineField(longest=300, required=False)
    body = BodyField(label=gettext_lazy("Text"), required=False)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    overwrite = forms.IntegerField(required=False, widget=forms.HiddenInput)
    window = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    draft = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    follows = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    begun: Mapping[str, Any] = {}
    """Words and revision of the draft that is taken up."""

    class Meta:
        model = Article
        fields = ("title", "standfirst", "language", "slug", "body", "summary", "social", "counterpart")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: Revision | None = None
        """What somebody else saved meanwhile, for the page to show beside what was typed."""
        self.initial = {**self.initial, **self.begun}
        for name in set(LINES) & set(self.fields):
            told = cast("Field[str, str]", Article._meta.get_field(name))
            cast("LineField", self.fields[name]).called(capfirst(told.verbose_name), told.help_text)
        self.initial.setdefault("window", secrets.token_urlsafe(16))
        if self.instance.pk:
            self.initial.setdefault("revision", self.instance.revision_number)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "counterpart" in self.fields:
            others = Article.objects.exclude(pk=self.instance.pk)
            self.fields["counterpart"].queryset = others  # type: ignore[attr-defined]

    def clean_slug(self) -> str:
        """The address; one made of the title where none was given."""
        slug: str = self.cleaned_data["slug"] or slugify(as_written(self.cleaned_data.get("title", "")))[:90]
        if not slug:
            raise ValidationError(_("An address is needed, such as “permits-in-2021”."))
        if self.cleaned_data["slug"]:
            return slug
        others = Article.objects.exclude(pk=self.instance.pk)
        return others.in_language(self.data.get("language", "")).free_address(slug)

    def clean_body(self) -> str:
        """The text, if it consists of known nodes."""
        # The editor keeps an empty paragraph at the end to write in, which is no part of the text.
        body: str = self.cleaned_data["body"].removesuffix("<p></p>")
        try:
            parse(body)
        except DocumentError as error:
            raise ValidationError(f"{place_in_words(error.path)}: {error.message}") from error
        return body

    def _check_figures(self, cleaned: Mapping[str, Any]) -> None:
        """Name every figure that cannot be answered, at the field in which it stands."""
        language: Language = "fr" if self.data.get("language") == "fr" else "en"
        words = words_of({name: cleaned.get(name) or "" for name in (*LINES, "body")})
        for problem in resolve(words.figures(), language).problems:
            field, _slash, place = problem.path.partition("/")
            where = (field, place) if field in LINES else ("body", problem.path)
            self.add_error(where[0], f"{place_in_words(where[1])}: {problem.message}")

    def clean(self) -> dict[str, Any]:
        """Refuse to overwrite what somebody else saved meanwhile, unless the writer has seen it."""
        cleaned = super().clean() or self.cleaned_data
        self._check_figures(cleaned)
        newest = self._newest()
        if newest is None:
            return cleaned
        started_from = cleaned.get("revision")
        if started_from == newest.number or cleaned.get("overwrite") == newest.number:
            cleaned["revision"] = newest.number
            return cleaned
        self.theirs = newest
        raise ValidationError(
            _(
                "%(by)s saved this article while you were writing. Nothing is lost: your text is below, "
                "theirs is shown beside it. Take over from it what you need, then save over it."
            ),
            params={"by": newest.by.get_username()},
            code="conflict",
        )

    def _newest(self) -> Revision | None:
        """The newest revision, with the article locked until the request's transaction ends."""
        if not self.instance.pk:
            return None
        with transaction.atomic():
            Article.objects.select_for_update().filter(pk=self.instance.pk).first()
            return self.instance.revisions.select_related("by").order_by("-number").first()
