"""Dimensions and their members: the names that cells are known by, in both languages."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stats.codebook import AXES, Role
from stats.labels import Label

LONGEST = 300
"""How many characters of a label or a code are kept."""


class RoleChoices(models.TextChoices):
    """`stats.codebook.Role` for forms."""

    MEMBER = Role.MEMBER, _("Member")
    OTHER = Role.OTHER, _("Remainder (others)")
    NOT_STATED = Role.NOT_STATED, _("Not stated")
    TOTAL = Role.TOTAL, _("Total")


class Dimension(models.Model):
    """An axis of a dataset. `axis` (from 0) is the column of the stored cells that holds its members."""

    dataset = models.ForeignKey("stats.Dataset", on_delete=models.CASCADE, related_name="dimensions")
    slug = models.SlugField(_("slug"), max_length=40)
    label_en = models.CharField(_("name (English)"), max_length=120)
    label_fr = models.CharField(_("name (French)"), max_length=120, blank=True)
    axis = models.PositiveSmallIntegerField(_("axis"))
    columns = models.PositiveSmallIntegerField(
        _("label columns"), default=1, help_text=_("How many columns its labels take in a workbook.")
    )
    coded = models.BooleanField(
        _("labels begin with a code"), default=False, help_text=_("As in “2174 - Computer programmers”.")
    )
    codelist = models.CharField(_("code list"), max_length=40, blank=True)
    others = models.JSONField(_("codes of remainders"), default=list, blank=True)
    not_stated = models.JSONField(_("codes of “not stated”"), default=list, blank=True)

    class Meta:
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        ordering = ("dataset", "axis")
        constraints = (
            models.UniqueConstraint(fields=("dataset", "slug"), name="one_dimension_a_slug"),
            models.UniqueConstraint(fields=("dataset", "axis"), name="one_dimension_an_axis"),
            models.CheckConstraint(condition=models.Q(axis__lt=AXES), name="axis_within_cells"),
        )

    def __str__(self) -> str:
        return self.label.in_language(get_language() or "en")

    @property
    def label(self) -> Label:
        return Label(self.label_en, self.label_fr)


class Member(models.Model):
    """A place on a dimension. The member with the code `_T` stands for all of it."""

    dimension = models.ForeignKey(Dimension, on_delete=models.CASCADE, related_name="members")
    code = models.CharField(_("code"), max_length=LONGEST)
    label_en = models.CharField(_("label (English)"), max_length=LONGEST, blank=True)
    label_fr = models.CharField(_("label (French)"), max_length=LONGEST, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="parts",
    )
    role = models.CharField(_("role"), max_length=12, choices=RoleChoices.choices, default=Role.MEMBER)
    position = models.PositiveIntegerField(_("position in the source"), default=0)
    since = models.PositiveIntegerField(_("first edition"), default=0, editable=False)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ("dimension", "position", "id")
        constraints = (models.UniqueConstraint(fields=("dimension", "code"), name="one_member_a_code"),)

    def __str__(self) -> str:
        return self.label.in_language(get_language() or "en") or self.code

    @property
    def label(self) -> Label:
        return Label(self.label_en, self.label_fr)

    def call(self, label: Label) -> None:
        """Give it another label, as long as the columns hold; the caller saves."""
        self.label_en, self.label_fr = label.en[:LONGEST], label.fr[:LONGEST]


class LabelChange(models.Model):
    """What an edition changes in the name of a member that was there before it.

    Members are called as of the edition in force: accepting and taking back move their labels along.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="label_changes")
    edition = models.ForeignKey("stats.Edition", on_delete=models.CASCADE, related_name="label_changes")
    before_en = models.CharField(max_length=LONGEST, blank=True)
    before_fr = models.CharField(max_length=LONGEST, blank=True)
    after_en = models.CharField(max_length=LONGEST, blank=True)
    after_fr = models.CharField(max_length=LONGEST, blank=True)

    class Meta:
        verbose_name = _("change of a label")
        verbose_name_plural = _("changes of labels")
        constraints = (
            models.UniqueConstraint(fields=("member", "edition"), name="one_label_change_an_edition"),
        )

    def __str__(self) -> str:
        return f"{self.before.in_language('en')} → {self.after.in_language('en')}"

    @property
    def before(self) -> Label:
        return Label(self.before_en, self.before_fr)

    @property
    def after(self) -> Label:
        return Label(self.after_en, self.after_fr)


class Alias(models.Model):
    """Another spelling of a member's label that the publisher used or uses."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(_("spelling"), max_length=LONGEST)
    decided = models.ForeignKey(
        "stats.Unmatched",
        verbose_name=_("decided as"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="aliases",
    )

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = (models.UniqueConstraint(fields=("member", "text"), name="one_alias_a_spelling"),)

    def __str__(self) -> str:
        return self.text
