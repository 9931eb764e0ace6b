"""Editions of a dataset: those that count or counted, newest first."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import generics, serializers

from stats.api.documented import documented
from stats.api.finding import dataset_in_force
from stats.api.labels import LabelField
from stats.api.problems import Missing
from stats.classification.kinds import ChangeKind
from stats.models import Edition, EditionState, SourceFile
from stats.queries.public_editions import PublicEdition, public_editions

PUBLIC = (EditionState.IN_FORCE, EditionState.SUPERSEDED, EditionState.TAKEN_BACK)
"""States of editions that readers see or saw; what waits for the data desk is its own business."""


class FileSerializer(serializers.Serializer[SourceFile]):
    """A source file of an edition, by its checksum."""

    name = serializers.CharField()
    sha256 = serializers.CharField()
    size = serializers.IntegerField(help_text="In bytes.")
    url = serializers.CharField(help_text="Where it was fetched; empty if somebody uploaded it.")
    received_at = serializers.DateTimeField()


class CountsSerializer(serializers.Serializer[dict[str, int]]):
    """How many cells an edition changed against the one before."""

    new = serializers.IntegerField()
    revised = serializers.IntegerField()
    removed = serializers.IntegerField()
    unchanged = serializers.IntegerField()


class SpanSerializer(serializers.Serializer[Any]):
    """A time during which an edition counted."""

    since = serializers.DateTimeField()
    until = serializers.DateTimeField(allow_null=True, help_text="Null while it counts.")


class ChangeKindSerializer(serializers.Serializer[dict[str, Any]]):
    """A kind of change that an edition made, and how much of it."""

    kind = serializers.ChoiceField(choices=[(kind.value, kind.name) for kind in ChangeKind])
    cells = serializers.IntegerField()
    series = serializers.IntegerField()
    periods = serializers.IntegerField()
    said = serializers.CharField(help_text="What changed, in an English sentence.")


class EditionSerializer(serializers.Serializer[Edition]):
    """One release of a dataset. Periods are written `2024-07`."""

    number = serializers.IntegerField()
    state = serializers.SerializerMethodField()
    covers_since = serializers.CharField(source="covered.since", allow_null=True)
    covers_until = serializers.CharField(source="covered.until", allow_null=True)
    cut_off = serializers.DateField(allow_null=True, help_text="The day as of which the publisher counted.")
    loaded_at = serializers.DateTimeField()
    in_force_since = serializers.DateTimeField(allow_null=True)
    modelled = LabelField(
        source="facts.modelled", help_text="A sentence that the figures are made up; empty for real ones."
    )
    cells = serializers.SerializerMethodField()
    base = serializers.SerializerMethodField(help_text="The edition that counted before; null for the first.")
    counted = serializers.SerializerMethodField(help_text="When it counted, by the log of decisions.")
    taken_back_at = serializers.SerializerMethodField()
    kept = serializers.SerializerMethodField(help_text="Whether its figures can still be asked for.")
    classification = ChangeKindSerializer(many=True)
    files = FileSerializer(many=True)

    @extend_schema_field(serializers.ChoiceField(choices=[(state.value, state.name) for state in PUBLIC]))
    def get_state(self, edition: Edition) -> str:
        return self._public(edition).state.value

    def get_base(self, edition: Edition) -> int | None:
        return self._public(edition).base

    @extend_schema_field(SpanSerializer(many=True))
    def get_counted(self, edition: Edition) -> Any:
        return SpanSerializer(self._public(edition).counted, many=True).data

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_taken_back_at(self, edition: Edition) -> str | None:
        at = self._public(edition).taken_back_at
        return serializers.DateTimeField().to_representation(at) if at else None

    def get_kept(self, edition: Edition) -> bool:
        return self._public(edition).kept

    def _public(self, edition: Edition) -> PublicEdition:
        """What the log says of an edition; the log is read once for all of a dataset's."""
        slug = edition.dataset.slug
        if slug not in self._known:
            self._known[slug] = {one.number: one for one in public_editions(slug)}
        return self._known[slug][edition.number]

    @cached_property
    def _known(self) -> dict[str, dict[int, PublicEdition]]:
        return {}

    def get_cells(self, edition: Edition) -> CountsSerializer:
        """Cells that are not totals."""
        names = ("new", "revised", "removed", "unchanged")
        return {name: edition.cells.get(name, 0) for name in names}  # type: ignore[return-value]


def _editions(slug: str) -> QuerySet[Edition]:
    """The public editions of a dataset in force; Missing where there is none of that slug."""
    seen = dataset_in_force(slug).editions.public()
    return seen.select_related("dataset").prefetch_related("files").order_by("-number")


class EditionList(generics.ListAPIView[Edition]):
    """The editions of a dataset."""

    serializer_class = EditionSerializer
    queryset = Edition.objects.none()

    def get_queryset(self) -> QuerySet[Edition]:
        return _editions(self.kwargs["slug"])

    @documented(tag="Datasets", response=EditionSerializer(many=True), problems=(404,))
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """Editions of a dataset, newest first."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]


class EditionDetail(generics.RetrieveAPIView[Edition]):
    """One edition."""

    serializer_class = EditionSerializer
    queryset = Edition.objects.none()

    def get_object(self) -> Edition:
        editions = _editions(self.kwargs["slug"])
        found = editions.filter(number=self.kwargs["number"]).first()
        if found is None:
            numbers = editions.values_list("number", flat=True)[:3]
            raise Missing(
                f"{self.kwargs['slug']!r} has no edition {self.kwargs['number']!r}.",
                field="number",
                accepted=map(str, numbers),
            )
        return found

    @documented(tag="Datasets", response=EditionSerializer, problems=(404,))
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """One edition of a dataset."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]
