"""Datasets: what can be asked about, and the dimensions by which."""

from __future__ import annotations

from rest_framework import generics, serializers

from stats.api.documented import documented
from stats.api.editions import EditionSerializer
from stats.api.finding import dataset_in_force
from stats.api.labels import LabelField
from stats.models import Dataset, Dimension
from stats.models.dataset import MeasuresChoices


class DatasetSerializer(serializers.Serializer[Dataset]):
    """One statistical table that is followed over time."""

    slug = serializers.CharField(help_text="Its name in questions.")
    title = LabelField()
    subject = serializers.CharField()
    measures = serializers.ChoiceField(
        choices=[(choice.value, choice.name) for choice in MeasuresChoices],
        help_text="Events in a period, persons counted once in a period, or a stock on a date.",
    )
    counts = LabelField(help_text="What is counted, in a sentence.")
    unit = LabelField()
    months_add = serializers.BooleanField(help_text="Whether months may be added up to a year.")
    members_add = serializers.BooleanField(help_text="Whether members may be added up to a total.")
    edition = serializers.IntegerField(source="in_force.number", help_text="The edition in force.")
    covers_until = serializers.CharField(source="in_force.covered.until", allow_null=True)


class DimensionSerializer(serializers.Serializer[Dimension]):
    """An axis of a dataset."""

    slug = serializers.CharField(help_text="Its name in questions.")
    label = LabelField()  # type: ignore[assignment]


class RoundingSerializer(serializers.Serializer[Dataset]):
    """How the publisher protects small numbers."""

    base = serializers.IntegerField(source="rounding_base", help_text="Figures are multiples of it.")
    suppressed_from = serializers.IntegerField(source="hidden_from")
    suppressed_to = serializers.IntegerField(source="hidden_to", help_text="0 where nothing is suppressed.")


class DatasetDetailSerializer(DatasetSerializer):
    """A dataset with its dimensions, notes, rounding, and the edition in force."""

    rounding = RoundingSerializer(source="*")
    notes = serializers.ListField(child=LabelField(), source="note_labels")
    dimensions = DimensionSerializer(many=True)
    in_force = EditionSerializer()


class DatasetList(generics.ListAPIView[Dataset]):
    """The datasets that have an edition in force."""

    serializer_class = DatasetSerializer
    queryset = Dataset.objects.in_force().select_related("in_force").order_by("slug")

    @documented(tag="Datasets", response=DatasetSerializer(many=True), problems=(404,))
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """All datasets."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]


class DatasetDetail(generics.RetrieveAPIView[Dataset]):
    """One dataset."""

    serializer_class = DatasetDetailSerializer
    queryset = Dataset.objects.none()

    def get_object(self) -> Dataset:
        return dataset_in_force(self.kwargs["slug"])

    @documented(tag="Datasets", response=DatasetDetailSerializer, problems=(404,))
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """One dataset with its dimensions."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]
