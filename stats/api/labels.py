"""Names in both languages, as objects with `en` and `fr`."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from stats.labels import Label


class LabelSerializer(serializers.Serializer[Label]):
    """A name in English and French; empty where it is not known."""

    en = serializers.CharField()
    fr = serializers.CharField()


@extend_schema_field(LabelSerializer)
class LabelField(serializers.Field[Label, Any, dict[str, str], Any]):
    """A `stats.labels.Label`, to be read only."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, **options)

    def to_representation(self, value: Label) -> dict[str, str]:
        return value.as_json()
