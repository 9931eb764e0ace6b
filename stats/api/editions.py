"""Editions of a dataset: those that count or counted, newest first."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework import generics, serializers

from stats.api.documented import documented
from stats.api.finding import dataset_in_force
from stats.api.labels import LabelField
from stats.api.problems import Missing
from stats.models import Edition, EditionState, SourceFile

PUBLIC = (EditionState.IN_FORCE, EditionState.SUPERSEDED)
"""Editions that readers see or saw; what waits for the data desk is its own business."""


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


class EditionSerializer(serializers.Serializer[Edition]):
    """One release of a dataset. Periods are written `2024-07`."""

    number = serializers.IntegerField()
    state = serializers.ChoiceField(choices=[(state.value, state.name) for state in PUBLIC])
    covers_since = serializers.CharField(source="covered.since", allow_null=True)
    covers_until = serializers.CharField(source="covered.until", allow_null=True)
    cut_off = serializers.DateField(allow_null=True, help_text="The day as of which the publisher counted.")
    loaded_at = serializers.DateTimeField()
    in_force_since = serializers.DateTimeField(allow_null=True)
    modelled = LabelField(
        source="facts.modelled", help_text="A sentence that the figures are made up; empty for real ones."
    )
    cells = serializers.SerializerMethodField()
    files = FileSerializer(many=True)

    def get_cells(self, edition: Edition) -> CountsSerializer:
        """Cells that are not totals."""
        names = ("new", "revised", "removed", "unchanged")
        return {name: edition.cells.get(name, 0) for name in names}  # type: ignore[return-value]


def _editions(slug: str) -> QuerySet[Edition]:
    """The public editions of a dataset in force; Missing where there is none of that slug."""
    counted = dataset_in_force(slug).editions.filter(state__in=PUBLIC)
    return counted.select_related("dataset").prefetch_related("files").order_by("-number")


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
