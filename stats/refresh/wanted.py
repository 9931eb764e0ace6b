"""Which kept files still want an import: those whose bytes are in no edition and were not tried before.

It looks at what is stored and not at what was just fetched, so a poll that was cut short after keeping a file
is made good by the next one.
"""

from __future__ import annotations

from collections.abc import Sequence

from stats.models import Dataset, ImportJob, JobState, SourceFile
from stats.models.job import ACTIVE

ATTEMPTS = 3
"""How many jobs with the same files may fail, for reasons beside the files, before a person has to look."""

_SETTLED = ACTIVE | {JobState.DONE}


def wanted(dataset: Dataset, sources: Sequence[SourceFile]) -> list[SourceFile]:
    """Those of a bundle's files that should become a job of the dataset now; empty where none should.

    A workbook that is in an edition stays away when only its counterpart is new. One that was refused alone
    is tried again together with a new counterpart.
    """
    tried = _tried(dataset, [source.sha256 for source in sources])
    settled = _in_editions(dataset, sources).union(*(files for files, state in tried if state in _SETTLED))
    fresh = [source for source in sources if source.sha256 not in settled]
    same = [state for files, state in tried if files == {source.sha256 for source in fresh}]
    if JobState.REFUSED in same or same.count(JobState.FAILED) >= ATTEMPTS:
        return []
    return fresh


def _tried(dataset: Dataset, checksums: Sequence[str]) -> list[tuple[frozenset[str], str]]:
    """The checksums and the state of every job of the dataset with one of these files."""
    jobs = ImportJob.objects.filter(dataset=dataset, files__sha256__in=checksums).distinct()
    return [
        (frozenset(file.sha256 for file in job.files.all()), job.state)
        for job in jobs.prefetch_related("files")
    ]


def _in_editions(dataset: Dataset, sources: Sequence[SourceFile]) -> set[str]:
    kept = SourceFile.objects.filter(edition__dataset=dataset, sha256__in=[s.sha256 for s in sources])
    return set(kept.values_list("sha256", flat=True))
