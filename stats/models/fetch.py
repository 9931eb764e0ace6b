"""Following the portal: packages that are asked about, the files they list, and what each look came to."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class FollowedPackage(models.Model):
    """A package of the portal that holds followed datasets: when it was last asked about, and by whom now.

    `holder` is the mark of the worker that is at it until `leased_until`; after that another may begin.
    """

    package = models.CharField(_("package on the portal"), max_length=80, unique=True)
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True)
    answered_at = models.DateTimeField(_("last checked with success"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures since"), default=0)
    holder = models.CharField(max_length=32, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("followed package")
        verbose_name_plural = _("followed packages")
        ordering = ("package",)

    def __str__(self) -> str:
        return self.package


class RemoteFile(models.Model):
    """A file at an address of the portal, which the publisher overwrites in place.

    `etag` and `last_modified` are the server's words for the bytes kept as `source`, and are sent back to it
    in the next request; `listed` is what the catalogue said of the file then.
    """

    package = models.ForeignKey(FollowedPackage, on_delete=models.CASCADE, related_name="files")
    url = models.CharField(_("address"), max_length=500, unique=True)
    name = models.CharField(_("file name"), max_length=255)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    listed = models.JSONField(default=dict, blank=True)
    fetched_at = models.DateTimeField(_("last fetched"), null=True, blank=True)
    source = models.ForeignKey(
        "stats.SourceFile",
        verbose_name=_("kept bytes"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("file on the portal")
        verbose_name_plural = _("files on the portal")
        ordering = ("package", "name")

    def __str__(self) -> str:
        return self.name


class CheckResult(models.TextChoices):
    """What a look at a package came to."""

    NOTHING_NEW = "nothing_new", _("Nothing new")
    """All files are those already kept."""
    NEW = "new", _("New files")
    """At least one file was fetched that was not kept yet."""
    INCOMPLETE = "incomplete", _("Some files could not be fetched")
    """The catalogue answered, but at least one file could not be had."""
    FAILED = "failed", _("Failed")
    """The catalogue did not answer, or not with a package."""


ANSWERED = frozenset(CheckResult) - {CheckResult.FAILED}
"""Results that show that the portal is alive."""


class CheckQuerySet(models.QuerySet["Check"]):
    """Checks by their age."""

    def before(self, moment: datetime) -> CheckQuerySet:
        """Those that are older than a moment."""
        return self.filter(at__lt=moment)


class Check(models.Model):
    """One look at a package, with how many files were asked for and what the server said. Never changed."""

    package = models.ForeignKey(
        FollowedPackage, verbose_name=_("package"), on_delete=models.CASCADE, related_name="checks"
    )
    at = models.DateTimeField(_("at"), db_index=True)
    result = models.CharField(_("result"), max_length=12, choices=CheckResult.choices)
    message = models.TextField(_("message"), blank=True)
    asked = models.PositiveIntegerField(_("files asked for"), default=0)
    unmodified = models.PositiveIntegerField(_("not modified"), default=0)
    fetched = models.PositiveIntegerField(_("fetched"), default=0)
    failed = models.PositiveIntegerField(_("not to be had"), default=0)
    jobs = models.ManyToManyField(
        "stats.ImportJob", verbose_name=_("imports"), related_name="checks", blank=True
    )

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of the portal")
        verbose_name_plural = _("checks of the portal")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.package_id} {self.at:%Y-%m-%d %H:%M}: {self.result}"
