"""Lists that only go out: editions and imports, as workbook or csv."""

from __future__ import annotations

from import_export.fields import Field
from import_export.resources import ModelResource

from stats.models import Check, Decision, Edition, ImportJob


class EditionListResource(ModelResource):
    """The list of editions: what each covers and changed."""

    dataset = Field("dataset__slug", "dataset", readonly=True)
    covers_since = Field(column_name="covers_since", readonly=True)
    covers_until = Field(column_name="covers_until", readonly=True)
    new = Field(column_name="new", readonly=True)
    revised = Field(column_name="revised", readonly=True)
    removed = Field(column_name="removed", readonly=True)
    unchanged = Field(column_name="unchanged", readonly=True)
    files = Field(column_name="files", readonly=True)

    class Meta:
        model = Edition
        fields = (
            "dataset",
            "number",
            "state",
            "title_en",
            "title_fr",
            "covers_since",
            "covers_until",
            "cut_off",
            "new",
            "revised",
            "removed",
            "unchanged",
            "loaded_at",
            "in_force_since",
            "files",
        )
        export_order = fields

    def dehydrate_covers_since(self, edition: Edition) -> str:
        return str(edition.covered.since or "")

    def dehydrate_covers_until(self, edition: Edition) -> str:
        return str(edition.covered.until or "")

    def dehydrate_new(self, edition: Edition) -> int | None:
        return edition.cells.get("new")

    def dehydrate_revised(self, edition: Edition) -> int | None:
        return edition.cells.get("revised")

    def dehydrate_removed(self, edition: Edition) -> int | None:
        return edition.cells.get("removed")

    def dehydrate_unchanged(self, edition: Edition) -> int | None:
        return edition.cells.get("unchanged")

    def dehydrate_files(self, edition: Edition) -> str:
        return "; ".join(f"{file.name} (sha256 {file.sha256})" for file in edition.files.all())


class DecisionResource(ModelResource):
    """The log of decisions."""

    dataset = Field("edition__dataset__slug", "dataset", readonly=True)
    edition = Field("edition__number", "edition", readonly=True)

    class Meta:
        model = Decision
        fields = ("at", "dataset", "edition", "verdict", "actor", "by_name", "note", "in_force_after")
        export_order = fields


class JobResource(ModelResource):
    """The list of imports."""

    dataset = Field("dataset__slug", "dataset", readonly=True)
    edition = Field("edition__number", "edition", readonly=True)
    created_by = Field("created_by__username", "created_by", readonly=True)
    status = Field(column_name="status", readonly=True)

    class Meta:
        model = ImportJob
        fields = (
            "id",
            "dataset",
            "state",
            "status",
            "edition",
            "attempts",
            "created_by",
            "created_at",
            "finished_at",
        )
        export_order = fields

    def dehydrate_status(self, job: ImportJob) -> str:
        return str(job.outcome.get("status", ""))


class CheckResource(ModelResource):
    """The list of looks at the portal."""

    package = Field("package__package", "package", readonly=True)

    class Meta:
        model = Check
        fields = ("package", "at", "result", "message", "asked", "unmodified", "fetched", "failed")
        export_order = fields
