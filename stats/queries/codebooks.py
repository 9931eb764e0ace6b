"""Codebooks from the database: a dataset as of one of its editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from django.utils import timezone

from stats.codebook import Codebook, Measures, Source
from stats.labels import Label, nearest
from stats.models import Dataset, Edition, SourceFile
from stats.models.decision import number_in_force_on
from stats.queries.dimensions import Axis, axes
from stats.queries.names import moves
from stats.queries.prepared import rows_of
from stats.questions import QuestionError

PUBLISHER = Label(
    "Immigration, Refugees and Citizenship Canada (IRCC)",
    "Immigration, Réfugiés et Citoyenneté Canada (IRCC)",
)
PORTAL = "https://open.canada.ca/data/dataset/"
"""Where a package of the portal can be read by people; the portal picks their language."""
LICENCE = Label("Open Government Licence – Canada", "Licence du gouvernement ouvert – Canada")


Key = tuple[str, int | date | None]
"""The slug of a dataset, and an edition: by number, in force on a date, or (None) in force now."""


def codebook(slug: str, as_of: int | date | None = None, *, undecided: bool = False) -> Codebook:
    """A dataset as of an edition; QuestionError if there is no such dataset or edition."""
    found = codebooks([(slug, as_of)], undecided=undecided)[slug, as_of]
    if isinstance(found, QuestionError):
        raise found
    return found


def codebooks(keys: Iterable[Key], *, undecided: bool = False) -> Mapping[Key, Codebook | QuestionError]:
    """Codebooks by their keys, in five queries however many there are, and a few for each past edition.

    Editions that nobody has decided about are there only for those who ask for `undecided` ones too.
    """
    wanted = list(dict.fromkeys(keys))
    slugs = {slug for slug, _ in wanted}
    datasets = {d.slug: d for d in Dataset.objects.select_related("in_force").filter(slug__in=slugs)}
    editions: dict[Key, Edition | QuestionError] = {}
    for slug, as_of in wanted:
        try:
            editions[slug, as_of] = _edition(_known(slug, datasets), as_of, undecided=undecided)
        except QuestionError as error:
            editions[slug, as_of] = error
    found = [e for e in editions.values() if isinstance(e, Edition)]
    dimensions = axes({edition.dataset_id for edition in found})
    files = _files(found)
    return {
        key: edition
        if isinstance(edition, QuestionError)
        else _codebook(edition, dimensions[edition.dataset_id], files.get(edition.pk, ()))
        for key, edition in editions.items()
    }


def _codebook(edition: Edition, dimensions: tuple[Axis, ...], files: tuple[str, ...]) -> Codebook:
    dataset = edition.dataset
    title = Label(edition.title_en, edition.title_fr).completed_by(dataset.title)
    names = moves(edition) if edition.pk != dataset.in_force_id else {}
    url = f"{PORTAL}{dataset.package}" if dataset.package else ""
    return Codebook(
        dataset_id=dataset.pk,
        slug=dataset.slug,
        title=dataset.title,
        unit=dataset.unit,
        counts=dataset.counts,
        measures=Measures(dataset.measures),
        months_add=dataset.months_add,
        members_add=dataset.members_add,
        disclosure=dataset.disclosure,
        dimensions=tuple(axis.called(names).as_of(edition.number) for axis in dimensions),
        edition=edition.facts,
        coverage=edition.covered,
        source=Source(PUBLISHER, title, url, LICENCE, files),
        notes=dataset.note_labels,
        printed_notes=edition.note_labels,
        rolled_up=dataset.rolled_up,
    )


def _known(slug: str, datasets: Mapping[str, Dataset]) -> Dataset:
    if slug in datasets:
        return datasets[slug]
    known = list(Dataset.objects.values_list("slug", flat=True))
    raise QuestionError("dataset", f"{slug!r} is not a dataset", accepted=nearest(slug, known))


def _files(editions: Iterable[Edition]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    ids = [edition.pk for edition in editions]
    if not ids:
        return found
    sql = (
        f"SELECT edition_id, name FROM {SourceFile._meta.db_table} "  # noqa: S608 - the name of a table
        f"WHERE edition_id IN ({', '.join(['%s'] * len(ids))}) ORDER BY id"
    )
    for edition_id, name in rows_of(sql, ids):
        found[edition_id] = (*found.get(edition_id, ()), name)
    return found


def _edition(dataset: Dataset, as_of: int | date | None, *, undecided: bool) -> Edition:
    if as_of is None:
        if dataset.in_force is None:
            raise QuestionError("dataset", f"{dataset.slug!r} has no edition in force yet")
        edition = dataset.in_force
        edition.dataset = dataset
        return edition
    number = as_of if isinstance(as_of, int) else _number_on(dataset, as_of)
    editions = dataset.editions.kept() if undecided else dataset.editions.seen()
    found = editions.filter(number=number).first()
    if found is None:
        known = list(editions.order_by("number").values_list("number", flat=True))
        accepted = [str(n) for n in known[-3:]]
        raise QuestionError("as_of", f"{number!r} is not an edition of {dataset.slug!r}", accepted=accepted)
    found.dataset = dataset
    return found


def _number_on(dataset: Dataset, day: date) -> int:
    end_of_day = timezone.make_aware(datetime.combine(day, time.max))
    number = number_in_force_on(dataset.pk, end_of_day)
    if number is None:
        raise QuestionError("as_of", f"no edition of {dataset.slug!r} was in force on {day}")
    return number
