"""A statistical table that is followed over time, and what its figures mean."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stats.classification.kinds import ChangeKind
from stats.codebook import Measures
from stats.labels import Label
from stats.rule import Rule
from stats.values import Disclosure


class MeasuresChoices(models.TextChoices):
    """`stats.codebook.Measures` for forms."""

    EVENTS = Measures.EVENTS, _("Events in a period")
    UNIQUE_PERSONS = Measures.UNIQUE_PERSONS, _("Persons, each counted once in a period")
    STOCK = Measures.STOCK, _("A stock on a date")


class ChangeKindChoices(models.TextChoices):
    """`stats.classification.kinds.ChangeKind` for forms."""

    NEW_PERIODS = ChangeKind.NEW_PERIODS, _("New periods")
    REVISION = ChangeKind.REVISION, _("Revised figures here and there")
    ROWS_COME = ChangeKind.ROWS_COME, _("New rows")
    ROWS_GONE = ChangeKind.ROWS_GONE, _("Rows that are gone")
    PERIODS_GONE = ChangeKind.PERIODS_GONE, _("Periods that are no longer covered")
    SUPPRESSION = ChangeKind.SUPPRESSION, _("Cells hidden or shown anew")
    RELABELLED = ChangeKind.RELABELLED, _("Another title, note or label")
    RESTATEMENT = ChangeKind.RESTATEMENT, _("A mass restatement")
    RECLASSIFICATION = ChangeKind.RECLASSIFICATION, _("A reclassification")
    UNANNOUNCED = ChangeKind.UNANNOUNCED, _("Figures moved without a word")


def are_kinds(value: Any) -> None:
    """Refuse a list that names other things than kinds of change, or none at all."""
    known = ChangeKindChoices.values
    unknown = [one for one in value if one not in known] if isinstance(value, list) else [value]
    if unknown:
        raise ValidationError(
            _("%(given)s is not among the kinds of change: %(known)s."),
            params={"given": ", ".join(map(repr, unknown)), "known": ", ".join(known)},
        )


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
    alone_kinds = models.JSONField(
        _("changes that count at once"),
        default=list,
        blank=True,
        validators=(are_kinds,),
        help_text=_(
            "An edition that makes only these changes waits for nobody. "
            "None: every edition waits for a person."
        ),
    )
    alone_warned = models.BooleanField(
        _("even with warnings"),
        default=False,
        help_text=_("Otherwise an edition with a warning waits, whatever it changes."),
    )
    alone_percent = models.FloatField(
        _("at most so many of the cells changed, in percent"),
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(100)),
        help_text=_("Of the cells that were there before. Empty: any number."),
    )
    alone_move = models.PositiveIntegerField(
        _("no figure moved by more than"),
        null=True,
        blank=True,
        help_text=_("In the unit of the dataset, totals included. Empty: any move."),
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
    def rule(self) -> Rule:
        """What of this dataset counts without a person."""
        return Rule(
            kinds=frozenset(map(ChangeKind, self.alone_kinds)),
            with_warnings=self.alone_warned,
            revised_percent=self.alone_percent,
            largest_move=self.alone_move,
        )

    @property
    def note_labels(self) -> tuple[Label, ...]:
        return tuple(Label(note.get("en", ""), note.get("fr", "")) for note in self.notes)
