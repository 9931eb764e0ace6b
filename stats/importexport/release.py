"""The resource of releases: import-export's contract, a dry run and a run, over a preparation and a job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from import_export.results import Result, RowResult

from stats.importexport.confirm import confirm
from stats.importexport.listings import EditionListResource
from stats.importexport.preview import Preview, preview
from stats.importexport.upload import Upload
from stats.models import ImportJob, SourceFile


class ReleaseResult(Result):
    """What a dry run would change (`preview`), or the job that a run queued (`job`)."""

    preview: Preview | None = None
    upload: Upload | None = None
    job: ImportJob | None = None


class ReleaseResource(EditionListResource):
    """Editions: in as releases, out as a list."""

    def import_data(
        self,
        dataset: Sequence[SourceFile],
        dry_run: bool = False,  # noqa: FBT001, FBT002
        *,
        upload: Upload,
        accept: bool = False,
        user: Any = None,
        **_kwargs: Any,
    ) -> ReleaseResult:
        """Preview the kept files of an upload, or queue them. Refused where they are wrong; UploadLost."""
        result = ReleaseResult()
        if not dry_run:
            result.job = confirm(upload, accept=accept, by=user)
            return result
        result.upload = upload.settled(dataset)
        result.preview = preview(result.upload, dataset)
        cells = result.preview.cells
        result.totals |= {
            RowResult.IMPORT_TYPE_NEW: cells.new,
            RowResult.IMPORT_TYPE_UPDATE: cells.revised,
            RowResult.IMPORT_TYPE_DELETE: cells.removed,
            RowResult.IMPORT_TYPE_SKIP: cells.unchanged,
        }
        result.total_rows = sum(result.totals.values())
        return result
