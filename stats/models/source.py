"""Source files: the bytes of every release, kept under their checksum."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceFile(models.Model):
    """One file that somebody uploaded or the refresh fetched.

    The bytes are kept in the default storage under `sources/<sha256>`; files with the same bytes share them.
    `edition` is None until the file has become (part of) one.
    """

    edition = models.ForeignKey(
        "stats.Edition", null=True, blank=True, on_delete=models.CASCADE, related_name="files"
    )
    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    form = models.CharField(_("form"), max_length=12, blank=True)
    languages = models.CharField(_("languages"), max_length=12, blank=True)
    sheet = models.CharField(_("sheet"), max_length=120, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("source file")
        verbose_name_plural = _("source files")
        ordering = ("-received_at", "-id")

    def __str__(self) -> str:
        return self.name

    @property
    def storage_name(self) -> str:
        """Where the default storage keeps the bytes."""
        return f"sources/{self.sha256}"
