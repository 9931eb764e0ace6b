"""A statistical table that is followed over time, and what its figures mean."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stats.codebook import Measures
from stats.labels import Label
from stats.values import Disclosure


class MeasuresChoices(models.TextChoices):
    """`stats.codebook.Measures` for forms."""

    EVENTS = Measures.EVENTS, _("Events in a period")
    UNIQUE_PERSONS = Measures.UNIQUE_PERSONS, _("Persons, each counted once in a period")
    STOCK = Measures.STOCK, _("A stock on a date")


class DatasetQuerySet(models.QuerySet["Dataset"]):
    """Datasets by what can be done with them."""

    def in_force(self) -> DatasetQuerySet:
        """Those with an edition that readers see."""
        return self.filter(in_force__isnull=False)

    def followed(self) -> DatasetQuerySet:
        """Those that the refresh asks the portal about."""
        return self.filter(followed=True).exclude(package="")


class Dataset(models.Model):
    """One table. Its slug is its name everywhere; titles and units come in both languages."""

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    title_en = models.CharField(_("title (English)"), max_length=200)
    title_fr = models.CharField(_("title (French)"), max_length=200, blank=True)
    subject = models.CharField(_("subject"), max_length=40, blank=True)
    measures = models.CharField(_("what it measures"), max_length=20, choices=MeasuresChoices.choices)
    unit_en = models.CharField(
        _("unit (English)"), max_length=60, help_text=_("A plural noun, such as “permits”.")
    )
    unit_fr = models.CharField(_("unit (French)"), max_length=60, blank=True)
    counts_en = models.TextField(_("what is counted (English)"), blank=True)
    counts_fr = models.TextField(_("what is counted (French)"), blank=True)
    months_add = models.BooleanField(_("months may be added up"), default=False)
    members_add = models.BooleanField(_("members may be added up"), default=True)
    rounding_base = models.PositiveSmallIntegerField(_("rounding base"), default=5)
    hidden_from = models.PositiveSmallIntegerField(_("suppressed from"), default=1)
    hidden_to = models.PositiveSmallIntegerField(
        _("suppressed to"), default=4, help_text=_("0 where nothing is suppressed.")
    )
    package = models.CharField(_("package on the portal"), max_length=80, blank=True)
    files = models.JSONField(_("file names on the portal"), default=list, blank=True)
    followed = models.BooleanField(
        _("followed"), default=False, help_text=_("The refresh asks the portal for new editions.")
    )
    routine_alone = models.BooleanField(
        _("routine editions count at once"),
        default=False,
        help_text=_(
            "An edition without warnings that only adds periods and revises figures waits for nobody."
        ),
    )
    notes = models.JSONField(_("notes"), default=list, blank=True)
    rolled_up = models.BooleanField(
        default=False,
        editable=False,
        help_text=_("Whether sums over one dimension are kept beside the cells."),
    )
    in_force = models.ForeignKey(
        "stats.Edition",
        verbose_name=_("edition in force"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = DatasetQuerySet.as_manager()

    class Meta:
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")
        ordering = ("subject", "slug")

    def __str__(self) -> str:
        return self.title.in_language(get_language() or "en")

    @property
    def title(self) -> Label:
        return Label(self.title_en, self.title_fr)

    @property
    def unit(self) -> Label:
        return Label(self.unit_en, self.unit_fr)

    @property
    def counts(self) -> Label:
        return Label(self.counts_en, self.counts_fr)

    @property
    def disclosure(self) -> Disclosure:
        """How the publisher protects small numbers in this table."""
        return Disclosure(self.rounding_base, self.hidden_from, self.hidden_to)

    @property
    def note_labels(self) -> tuple[Label, ...]:
        return tuple(Label(note.get("en", ""), note.get("fr", "")) for note in self.notes)
