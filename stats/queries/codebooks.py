"""Codebooks from the database: a dataset as of one of its editions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time

from django.utils import timezone

from stats.codebook import TOTAL, Codebook, Dimension, Measures, Member, Role, Source
from stats.labels import Label, nearest
from stats.models import Alias, Dataset, Edition
from stats.models import Dimension as DimensionRow
from stats.models import Member as MemberRow
from stats.models.edition import number_in_force_on
from stats.questions import QuestionError

PUBLISHER = Label(
    "Immigration, Refugees and Citizenship Canada (IRCC)",
    "Immigration, Réfugiés et Citoyenneté Canada (IRCC)",
)
PORTAL = "https://open.canada.ca/data/dataset/"
"""Where a package of the portal can be read by people; the portal picks their language."""
LICENCE = Label("Open Government Licence – Canada", "Licence du gouvernement ouvert – Canada")


def codebook(slug: str, as_of: int | date | None = None) -> Codebook:
    """A dataset as of an edition: by number, in force on a date, or (None) in force now.

    QuestionError if there is no such dataset or edition.
    """
    dataset = _dataset(slug)
    edition = _edition(dataset, as_of)
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
        dimensions=dimensions_of(dataset, until=edition.number),
        edition=edition.facts,
        coverage=edition.covered,
        source=_source(dataset, edition),
        notes=dataset.note_labels,
    )


def dimensions_of(dataset: Dataset, *, until: int | None = None) -> tuple[Dimension, ...]:
    """The dimensions of a dataset with their members, those of editions after `until` left out."""
    aliases: dict[int, list[str]] = defaultdict(list)
    for member_id, text in Alias.objects.filter(member__dimension__dataset=dataset).values_list(
        "member_id", "text"
    ):
        aliases[member_id].append(text)
    rows = MemberRow.objects.filter(dimension__dataset=dataset).order_by("position", "pk")
    if until is not None:
        rows = rows.filter(since__lte=until)
    by_dimension: dict[int, list[MemberRow]] = defaultdict(list)
    codes: dict[int, str] = {}
    for row in rows:
        by_dimension[row.dimension_id].append(row)
        codes[row.pk] = row.code
    return tuple(
        _dimension(row, by_dimension[row.pk], codes, aliases) for row in dataset.dimensions.order_by("axis")
    )


def _dimension(
    row: DimensionRow, members: list[MemberRow], codes: dict[int, str], aliases: dict[int, list[str]]
) -> Dimension:
    made = [
        Member(
            id=m.pk,
            code=m.code,
            label=m.label,
            role=Role(m.role),
            parent=codes.get(m.parent_id) if m.parent_id else None,
            aliases=tuple(aliases.get(m.pk, ())),
        )
        for m in members
    ]
    total = next((m for m in made if m.code == TOTAL), Member(0, TOTAL, Label("Total", "Total"), Role.TOTAL))
    return Dimension(row.slug, row.label, row.axis, total, tuple(m for m in made if m.code != TOTAL))


def _dataset(slug: str) -> Dataset:
    try:
        return Dataset.objects.select_related("in_force").get(slug=slug)
    except Dataset.DoesNotExist:
        known = list(Dataset.objects.values_list("slug", flat=True))
        raise QuestionError("dataset", f"{slug!r} is not a dataset", accepted=nearest(slug, known)) from None


def _edition(dataset: Dataset, as_of: int | date | None) -> Edition:
    if as_of is None:
        if dataset.in_force is None:
            raise QuestionError("dataset", f"{dataset.slug!r} has no edition in force yet")
        edition = dataset.in_force
        edition.dataset = dataset
        return edition
    number = as_of if isinstance(as_of, int) else _number_on(dataset, as_of)
    found = Edition.objects.kept().filter(dataset=dataset, number=number).first()
    if found is None:
        kept = dataset.editions.order_by("number").values_list("number", flat=True)
        raise QuestionError(
            "as_of", f"{number!r} is not an edition of {dataset.slug!r}", accepted=[str(n) for n in kept][-3:]
        )
    return found


def _number_on(dataset: Dataset, day: date) -> int:
    end_of_day = timezone.make_aware(datetime.combine(day, time.max))
    number = number_in_force_on(dataset.pk, end_of_day)
    if number is None:
        raise QuestionError("as_of", f"no edition of {dataset.slug!r} was in force on {day}")
    return number


def _source(dataset: Dataset, edition: Edition) -> Source:
    title = Label(edition.title_en, edition.title_fr).completed_by(dataset.title)
    files = edition.files.order_by("pk").values_list("name", flat=True)
    url = f"{PORTAL}{dataset.package}" if dataset.package else ""
    return Source(PUBLISHER, title, url, LICENCE, tuple(files))
