"""An article: one text in one language, as its writers see it now.

What readers see is another thing: the `Page` that was made of one of its revisions. So writing goes on in a
published article without anything reaching readers before it is published again.
"""

from __future__ import annotations

from itertools import count

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.document.line import as_written
from articles.document.words import LINES, Words, words_of
from articles.models.status import LIVE, Stage, Status


class ArticleQuerySet(models.QuerySet["Article"]):
    """The newsroom's words for groups of articles."""

    def published(self) -> ArticleQuerySet:
        """Those that readers can open."""
        return self.filter(status__in=LIVE)

    def in_language(self, language: str) -> ArticleQuerySet:
        """Those written in a language."""
        return self.filter(language=language)

    def free_address(self, wanted: str) -> str:
        """The address that none of them has, nearest to the wanted one."""
        taken = set(self.filter(slug__startswith=wanted).values_list("slug", flat=True))
        numbered = (f"{wanted}-{number}" for number in count(2))
        return wanted if wanted not in taken else next(one for one in numbered if one not in taken)


class Article(models.Model):
    """A text in English or French, with the figures that it is written about.

    Its lines (`articles.document.words.LINES`) and its body hold markup of `articles.document`.
    """

    title = models.TextField(_("title"), help_text=_("Type @@, or press Ctrl+Alt+F, to insert a figure."))
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        help_text=_("One or two sentences that stand before the text."),
    )
    slug = models.SlugField(_("address"), max_length=100, help_text=_("The last part of its address."))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    body = models.TextField(_("text"), blank=True)
    summary = models.TextField(
        _("summary for search engines"),
        blank=True,
        help_text=_("Shown in search results and feeds; the standfirst stands in where this is empty."),
    )
    social = models.TextField(
        _("text for social media"),
        blank=True,
        help_text=_("Shown where the article is shared; the summary stands in where this is empty."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.DRAFT,
        editable=False,
    )
    stage = models.CharField(
        _("stage"),
        max_length=10,
        choices=Stage.choices,
        default=Stage.WRITING,
        editable=False,
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="articles",
    )
    counterpart = models.OneToOneField(
        "self",
        verbose_name=_("counterpart"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="counterpart_of",
        help_text=_("The same article in the other language."),
    )
    follows = models.ForeignKey(
        "articles.Revision",
        verbose_name=_("follows"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The revision of its original that a translation says."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)
    withdrawal_note = models.TextField(
        _("why it was withdrawn"),
        blank=True,
        editable=False,
        help_text=_("Readers are told this at its address."),
    )
    published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("-updated_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("language", "slug"),
                name="article_address",
                violation_error_message=_("Another article in this language has this address."),
            ),
        )
        permissions = (
            ("approve_article", _("Can approve articles and send them back")),
            ("publish_article", _("Can publish, schedule and withdraw articles")),
        )

    def __str__(self) -> str:
        return self.headline

    @property
    def headline(self) -> str:
        """The title as its writer saw it; the address while it has none."""
        return as_written(self.title) or self.slug

    @property
    def words(self) -> Words:
        """What it says now, parsed."""
        return words_of({name: getattr(self, name) for name in (*LINES, "body")})

    def clean(self) -> None:
        """Refuse a counterpart in the same language, or one that is already paired."""
        if self.counterpart is None:
            return
        if self.counterpart.language == self.language:
            raise ValidationError({"counterpart": _("A counterpart is written in the other language.")})
        theirs = self.counterpart.counterpart
        if theirs is not None and theirs.pk != self.pk:
            raise ValidationError({"counterpart": _("That article has another counterpart.")})

    @property
    def author_name(self) -> str:
        """The author as readers see the name."""
        return self.author.get_full_name() or self.author.get_username()

    @property
    def in_other_language(self) -> Article | None:
        """Its counterpart, whichever of the two names the other."""
        if self.counterpart is not None:
            return self.counterpart
        return Article.objects.filter(counterpart=self).first() if self.pk else None

    @property
    def revision_number(self) -> int:
        """The number of its newest revision, 0 before the first save."""
        newest = self.revisions.aggregate(newest=models.Max("number"))["newest"]
        return newest if newest is not None else 0

    @property
    def has_unpublished_changes(self) -> bool:
        """Whether readers see an older revision than the newest."""
        page = getattr(self, "page", None)
        return page is not None and page.revision.number != self.revision_number
