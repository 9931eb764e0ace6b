"""What an upload is meant to become, carried in a signed text from the form to the confirmation.

Between the preview and the confirmation nothing is stored but the bytes of the files. Everything else that
was chosen travels with the page, signed for the person who chose it and good for a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any

from django.core import signing

from stats.codebook import Measures
from stats.findings import refuse
from stats.ingest import register
from stats.ingest.opening import which_dataset
from stats.ingest.sources import bytes_of, discard
from stats.labels import Label
from stats.models import Dataset, SourceFile
from stats.readers.sniff import read
from stats.values import Disclosure

VALID_FOR = timedelta(days=1)


class UploadLost(Exception):
    """The files are no longer there, or the page is too old or another person's: upload again."""


@dataclass(frozen=True, slots=True)
class NewDataset:
    """A dataset that the data desk describes because no catalogue knows the table."""

    slug: str
    title: Label
    measures: Measures
    unit: Label
    disclosure: Disclosure

    def registered(self, source: SourceFile) -> Dataset:
        """Store it, with the dimensions that the file's headers name. Refused where the slug is taken."""
        if Dataset.objects.filter(slug=self.slug).exists():
            raise refuse("resolve.slug-taken", f"{self.slug!r} is another dataset: choose a new slug")
        return register.from_reading(
            read(bytes_of(source), name=source.name),
            slug_=self.slug,
            title=self.title,
            measures=self.measures,
            unit=self.unit,
            disclosure=self.disclosure,
        )


@dataclass(frozen=True, slots=True)
class Upload:
    """One or two kept files (their ids) and their dataset's slug, empty to let the file say which it is."""

    files: tuple[int, ...]
    dataset: str = ""
    new: NewDataset | None = None

    @classmethod
    def of(cls, sources: Sequence[SourceFile], *, dataset: str = "", new: NewDataset | None = None) -> Upload:
        """An upload of files that were just kept."""
        return cls(tuple(source.pk for source in sources), dataset, new)

    def sources(self) -> list[SourceFile]:
        """The files in the order in which they were chosen; UploadLost where one is gone."""
        found = SourceFile.objects.in_bulk(self.files)
        if len(found) != len(self.files):
            raise UploadLost
        return [found[pk] for pk in self.files]

    def registered(self, sources: Sequence[SourceFile]) -> Dataset:
        """The dataset, stored now if it was not."""
        if self.new is not None:
            return self.new.registered(sources[0])
        return register.dataset_named(self.dataset or which_dataset(sources[0]))

    def settled(self, sources: Sequence[SourceFile]) -> Upload:
        """The same with its dataset named, by the file where nobody has. Refused where it does not say."""
        if self.new is not None or self.dataset:
            return self
        return replace(self, dataset=which_dataset(sources[0]))

    @property
    def is_stored(self) -> bool:
        """Whether its dataset is stored already, so that preparing it stores nothing."""
        return self.new is None and Dataset.objects.filter(slug=self.dataset).exists()

    def discard(self) -> None:
        """Let go of the files, if they have not become anything."""
        for source in SourceFile.objects.filter(pk__in=self.files):
            discard(source)

    def signed(self, *, by: Any) -> str:
        """A text for the person's own form."""
        return signing.dumps(asdict(self), salt=_salt(by), compress=True)

    @classmethod
    def unsigned(cls, text: str, *, by: Any) -> Upload:
        """The upload of a signed text; UploadLost where it is not this person's, too old, or changed."""
        try:
            raw = signing.loads(text, salt=_salt(by), max_age=VALID_FOR)
        except signing.BadSignature as error:
            raise UploadLost from error
        return cls(tuple(raw["files"]), raw["dataset"], _new_dataset(raw["new"]))


def _salt(by: Any) -> str:
    return f"stats.importexport.upload:{by.pk}"


def _new_dataset(raw: dict[str, Any] | None) -> NewDataset | None:
    if raw is None:
        return None
    return NewDataset(
        slug=raw["slug"],
        title=Label(**raw["title"]),
        measures=Measures(raw["measures"]),
        unit=Label(**raw["unit"]),
        disclosure=Disclosure(**raw["disclosure"]),
    )
