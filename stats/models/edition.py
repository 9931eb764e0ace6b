"""Editions of a dataset. Decisions (`stats/models/decision.py`) let them count."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from stats.codebook import Coverage, EditionFacts
from stats.labels import Label
from stats.models.decision import Decision, Verdict


class EditionState(models.TextChoices):
    """Where an edition stands. Its cells are kept in all states but `REFUSED`."""

    WAITING = "waiting", _("Waiting for a decision")
    IN_FORCE = "in_force", _("In force")
    SUPERSEDED = "superseded", _("Superseded")
    TAKEN_BACK = "taken_back", _("Taken back")
    REFUSED = "refused", _("Refused")


DECIDABLE = frozenset({EditionState.WAITING, EditionState.TAKEN_BACK})
"""States from which an edition may be accepted, if it is the newest one."""

ASKABLE = frozenset(EditionState) - {EditionState.REFUSED}
"""States in which the cells of an edition are kept."""


def _last_word() -> Coalesce:
    """The newest verdict about an edition; empty where there is none."""
    verdicts = Decision.objects.filter(edition=models.OuterRef("pk")).order_by("-id").values("verdict")
    return Coalesce(models.Subquery(verdicts[:1]), models.Value(""))


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions by where they stand."""

    def waiting(self) -> EditionQuerySet:
        """Those that do not count yet: somebody has to decide, now or when a hold ends."""
        return self.filter(state=EditionState.WAITING)

    def held(self) -> EditionQuerySet:
        """Those that wait because somebody holds them: the last word about them is `HELD`."""
        return self.waiting().alias(last_word=_last_word()).filter(last_word=Verdict.HELD)

    def to_decide(self) -> EditionQuerySet:
        """Those that wait and that nobody holds."""
        return self.waiting().alias(last_word=_last_word()).exclude(last_word=Verdict.HELD)

    def seen(self) -> EditionQuerySet:
        """Those that counted at some time, so that readers may be shown them."""
        return self.kept().filter(in_force_since__isnull=False)

    def public(self) -> EditionQuerySet:
        """Those that counted at some time, also where their figures were let go of since."""
        return self.filter(in_force_since__isnull=False).exclude(state=EditionState.WAITING)

    def kept(self) -> EditionQuerySet:
        """Those whose cells are still stored, so that they can be asked about."""
        return self.filter(state__in=ASKABLE)


class Edition(models.Model):
    """One release of a dataset: immutable figures under a number that counts from 1 within the dataset."""

    dataset = models.ForeignKey(
        "stats.Dataset", verbose_name=_("dataset"), on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(
        _("state"), max_length=12, choices=EditionState.choices, default=EditionState.WAITING
    )
    title_en = models.CharField(_("title in the file (English)"), max_length=500, blank=True)
    title_fr = models.CharField(_("title in the file (French)"), max_length=500, blank=True)
    notes = models.JSONField(_("notes in the file"), default=list, blank=True)
    cut_off = models.DateField(_("figures as of"), null=True, blank=True)
    coverage = models.JSONField(_("coverage"), default=dict)
    cells = models.JSONField(_("cells"), default=dict)
    findings = models.JSONField(_("findings"), default=list)
    classification = models.JSONField(_("classification"), default=list)
    modelled_en = models.CharField(max_length=300, blank=True)
    modelled_fr = models.CharField(max_length=300, blank=True)
    loaded_at = models.DateTimeField(_("loaded"), auto_now_add=True)
    in_force_since = models.DateTimeField(_("in force since"), null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ("dataset", "-number")
        constraints = (models.UniqueConstraint(fields=("dataset", "number"), name="one_edition_a_number"),)
        permissions = (
            ("import_edition", "Can import editions"),
            ("accept_edition", "Can decide about editions"),
        )

    def __str__(self) -> str:
        return f"{self.dataset.slug} {self.number}"

    @property
    def covered(self) -> Coverage:
        """What the edition says something about."""
        return Coverage.from_json(self.coverage)

    @property
    def note_labels(self) -> tuple[Label, ...]:
        """The notes in the file, each in the languages in which it was printed."""
        return tuple(Label(note.get("en", ""), note.get("fr", "")) for note in self.notes)

    @property
    def hold(self) -> Decision | None:
        """The decision that holds it, while it waits and that is the last word."""
        if self.state != EditionState.WAITING:
            return None
        last = self.decisions.order_by("-id").first()
        return last if last is not None and last.verdict == Verdict.HELD else None

    @property
    def facts(self) -> EditionFacts:
        """What an answer says about this edition."""
        return EditionFacts(
            number=self.number,
            covers_until=self.covered.until,
            cut_off=self.cut_off,
            in_force_since=self.in_force_since,
            modelled=Label(self.modelled_en, self.modelled_fr),
        )
