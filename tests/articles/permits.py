"""A small dataset for tests of writing: permits by province and occupation, January 2021 to June 2022.

The figures are made up: permits(p, o) a month is ten times the product of the positions of province and
occupation, so that a reader of a test can work them out; one occupation is suppressed everywhere.
"""

from __future__ import annotations

from django.utils import timezone

from stats.codebook import TOTAL, Coverage, Role
from stats.ingest import rollups
from stats.models import Cell, Dataset, Dimension, Edition, EditionState, Member, Series
from stats.periods import month, span
from stats.values import Status

PROVINCES = (
    ("ON", "Ontario", "Ontario"),
    ("QC", "Quebec", "Québec"),
    ("BC", "British Columbia", "Colombie-Britannique"),
)
OCCUPATIONS = (
    ("2174", "Computer programmers and interactive media developers", "Programmeurs/programmeuses"),
    ("4011", "University professors and lecturers", "Professeurs/professeures d’université"),
    ("5241", "Graphic designers and illustrators", "Designers graphiques et illustrateurs"),
    ("9462", "Industrial butchers and meat cutters", "Bouchers industriels/bouchères industrielles"),
)
OTHERS = ("other", "Other occupations", "Autres professions")
MONTHS = tuple(span(month(2021, 1), month(2022, 6)))


def make_permits(slug: str = "permits") -> Dataset:
    """The dataset with one edition in force."""
    dataset = Dataset.objects.create(
        slug=slug,
        title_en="Work permits by province and occupation",
        title_fr="Permis de travail selon la province et la profession",
        measures="events",
        unit_en="permits",
        unit_fr="permis",
        counts_en="Permits that took effect in the period.",
        counts_fr="Permis entrés en vigueur dans la période.",
        months_add=True,
    )
    coverage = Coverage(((MONTHS[0], MONTHS[-1]),), frozenset({"MM"}))
    edition = Edition.objects.create(
        dataset=dataset,
        number=1,
        state=EditionState.IN_FORCE,
        coverage=coverage.as_json(),
        in_force_since=timezone.now(),
        modelled_en="These figures are made up.",
        modelled_fr="Ces chiffres sont inventés.",
    )
    provinces = _members(dataset, 0, "province", ("Province", "Province"), PROVINCES)
    occupations = _members(dataset, 1, "occupation", ("Occupation", "Profession"), (*OCCUPATIONS, OTHERS))
    for p, province in enumerate(provinces, start=1):
        for o, occupation in enumerate(occupations, start=1):
            _write(dataset, province, occupation, 10 * (4 - p) * o)
    rollups.rebuild(dataset)
    dataset.in_force = edition
    dataset.save()
    return dataset


def _members(
    dataset: Dataset, axis: int, slug: str, label: tuple[str, str], members: tuple[tuple[str, str, str], ...]
) -> list[Member]:
    dimension = Dimension.objects.create(
        dataset=dataset, slug=slug, label_en=label[0], label_fr=label[1], axis=axis
    )
    Member.objects.create(
        dimension=dimension,
        code=TOTAL,
        label_en=f"All {slug}s",
        label_fr="Ensemble",
        role=Role.TOTAL,
        since=1,
    )
    return [
        Member.objects.create(
            dimension=dimension,
            code=code,
            label_en=en,
            label_fr=fr,
            role=Role.OTHER if code == OTHERS[0] else Role.MEMBER,
            position=position,
            since=1,
        )
        for position, (code, en, fr) in enumerate(members, start=1)
    ]


def _write(dataset: Dataset, province: Member, occupation: Member, number: int) -> None:
    hidden = occupation.code == "9462"
    series = Series.objects.create(dataset=dataset, a1=province.pk, a2=occupation.pk, since=1)
    Cell.objects.bulk_create(
        Cell(
            dataset=dataset,
            series=series,
            a1=province.pk,
            a2=occupation.pk,
            period=period.code,
            value=None if hidden else number,
            status=Status.SUPPRESSED if hidden else Status.NORMAL,
            since=1,
        )
        for period in MONTHS
    )
