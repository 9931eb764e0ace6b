"""The shape of answers, for the description of the API.

What is sent is `Answer.as_json()` and nothing else; a test holds these serializers against it both ways.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from stats.answers import Origin, RemarkKind
from stats.api.labels import LabelSerializer
from stats.api.question import QUESTION
from stats.statements import Verdict
from stats.values import Status

Shape = serializers.Serializer[dict[str, Any]]

PERIOD = "As `2021`, `2021-Q3`, `2021-07`; a part of a year as `2024-to-06`, of a quarter as `2024-Q3-to-07`."


@extend_schema_field({"$ref": f"#/components/schemas/{QUESTION}"})
class QuestionField(serializers.JSONField):
    """A question in its canonical form."""


class MemberNameSerializer(Shape):
    """A member by its code and its name."""

    code = serializers.CharField()
    label = LabelSerializer()  # type: ignore[assignment]


class ChosenSerializer(Shape):
    """A member that was chosen, with the name of its dimension."""

    dimension = LabelSerializer()
    member = MemberNameSerializer()


class AnsweredPeriodSerializer(Shape):
    """The period that was asked for, and what the figures cover: less, where the edition ends in it."""

    asked = serializers.CharField(help_text=PERIOD)
    answered = serializers.CharField(help_text=PERIOD)
    partial = serializers.BooleanField()  # type: ignore[assignment]


class BoundsSerializer(Shape):
    """An interval; null where there is no such bound."""

    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)


class ValueSerializer(Shape):
    """A number with its status and what it may stand for."""

    value = serializers.FloatField(
        allow_null=True, help_text="What a reader gets from the printed figures; null where there is none."
    )
    status = serializers.ChoiceField(choices=[(status.slug, status.name) for status in Status])
    low = serializers.FloatField(allow_null=True, help_text="Not less, whatever the hidden figures are.")
    high = serializers.FloatField(allow_null=True, help_text="Not more, whatever the hidden figures are.")
    sure = BoundsSerializer(
        allow_null=True, help_text="Narrower bounds that take rounding errors as independent."
    )


class FigureSerializer(ValueSerializer):
    """One figure: a number with its status, what it may stand for, and how it was made."""

    made = serializers.ChoiceField(choices=[(origin.value, origin.name) for origin in Origin])
    stated = serializers.BooleanField(help_text="Whether the publisher printed this very figure.")
    parts = serializers.IntegerField(help_text="How many cells were added up.")
    suppressed = serializers.IntegerField(help_text="How many of them are suppressed.")


class EditionFactsSerializer(Shape):
    """The edition that an answer was given from."""

    number = serializers.IntegerField()
    covers_until = serializers.CharField(allow_null=True)
    cut_off = serializers.DateField(allow_null=True)
    in_force_since = serializers.DateTimeField(allow_null=True)
    modelled = LabelSerializer(allow_null=True, help_text="A sentence that the figures are made up.")


class ComparedSerializer(FigureSerializer):
    """What a change, share or ratio was measured against."""

    period = AnsweredPeriodSerializer(allow_null=True)
    where = ChosenSerializer(many=True)
    edition = EditionFactsSerializer()


class ComparisonSerializer(Shape):
    """What all figures of an answer are measured against."""

    where = ChosenSerializer(many=True)
    periods = serializers.ListField(child=AnsweredPeriodSerializer(allow_null=True))
    edition = EditionFactsSerializer()


class SourceSerializer(Shape):
    """Where an edition came from."""

    publisher = LabelSerializer()
    title = LabelSerializer()
    url = serializers.CharField()
    licence = LabelSerializer()
    files = serializers.ListField(child=serializers.CharField())


class DatasetNameSerializer(Shape):
    """A dataset by its slug and its title."""

    slug = serializers.CharField()
    title = LabelSerializer()


class ProvenanceSerializer(Shape):
    """What every answer says of itself."""

    question = QuestionField()
    dataset = DatasetNameSerializer()
    unit = LabelSerializer()
    counts = LabelSerializer()
    where = ChosenSerializer(many=True)
    edition = EditionFactsSerializer()
    source = SourceSerializer()  # type: ignore[assignment]
    notes = LabelSerializer(many=True)
    bounds = serializers.ChoiceField(
        choices=[("sure", "SURE"), ("hard", "HARD")], help_text="Which bounds decide about words and ranks."
    )
    comparison = ComparisonSerializer(allow_null=True)


class FigureAnswerSerializer(FigureSerializer, ProvenanceSerializer):
    """One number."""

    kind = serializers.ChoiceField(choices=[("figure", "FIGURE")])
    period = AnsweredPeriodSerializer()
    compared = ComparedSerializer(allow_null=True)
    other = FigureSerializer(
        allow_null=True, help_text="The sum of its parts, where it contradicts what is stated."
    )
    among = serializers.IntegerField(allow_null=True, help_text="How many members were ranked.")


class MovementSerializer(Shape):
    """Ranks with the best and worst that bounds allow: before, now, and how many places up."""

    before = ValueSerializer()
    now = ValueSerializer()
    gained = ValueSerializer()


class RankedRowSerializer(FigureSerializer):
    """One place of a ranking. Ties share a rank (1, 2, 2, 4)."""

    rank = serializers.IntegerField(allow_null=True)
    tied = serializers.BooleanField()
    member = MemberNameSerializer()
    distinguishable = serializers.BooleanField(
        allow_null=True, help_text="Whether it is surely larger than the next row; null on the last row."
    )
    small = serializers.BooleanField(allow_null=True, help_text="Whether it may be less than `small_below`.")
    movement = MovementSerializer(allow_null=True)


class LeftOutSerializer(FigureSerializer):
    """A member that was kept out of a ranking."""

    member = MemberNameSerializer()


class RankingAnswerSerializer(ProvenanceSerializer):
    """Members in the order of their figures."""

    kind = serializers.ChoiceField(choices=[("ranking", "RANKING")])
    over = LabelSerializer()
    rows = RankedRowSerializer(many=True)
    left_out = LeftOutSerializer(many=True)
    count = serializers.IntegerField(help_text="How many members were ranked.")
    coverage = ValueSerializer(allow_null=True, help_text="What share of all members the rows hold.")
    period = AnsweredPeriodSerializer()


class ColumnSerializer(Shape):
    """A column: a period or a member."""

    period = AnsweredPeriodSerializer(required=False)
    member = MemberNameSerializer(required=False)


class TableRowSerializer(Shape):
    """A row with one figure a column."""

    member = MemberNameSerializer(allow_null=True)
    depth = serializers.IntegerField(help_text="How many of its ancestors are listed above it.")
    cells = FigureSerializer(many=True)


class RemarkSerializer(Shape):
    """What there is to know of some rows and columns, and not of the others."""

    kind = serializers.ChoiceField(choices=[(kind.value, kind.name) for kind in RemarkKind])
    rows = serializers.ListField(child=serializers.IntegerField(), help_text="Indices of rows, from 0.")
    columns = serializers.ListField(child=serializers.IntegerField(), help_text="Indices of columns, from 0.")
    count = serializers.IntegerField(
        allow_null=True, help_text="How many cells are hidden, or the number that figures may be less than."
    )
    note = LabelSerializer(allow_null=True, help_text="The note of the dataset that names these members.")


class TableAnswerSerializer(ProvenanceSerializer):
    """Members by periods or by members."""

    kind = serializers.ChoiceField(choices=[("table", "TABLE")])
    over = LabelSerializer(allow_null=True)
    by = LabelSerializer(allow_null=True)
    columns = ColumnSerializer(many=True)
    column_count = serializers.IntegerField(
        help_text="How many columns there are, of which the first members, or the newest periods, are shown."
    )
    rows = TableRowSerializer(many=True)
    row_count = serializers.IntegerField(help_text="How many rows there are, of which the first are shown.")
    cropped = serializers.IntegerField(help_text="How many rows are not shown.")
    remarks = RemarkSerializer(many=True)
    period = AnsweredPeriodSerializer(allow_null=True)


class SeriesAnswerSerializer(TableAnswerSerializer):
    """One number a period: a table of one row."""

    kind = serializers.ChoiceField(choices=[("series", "SERIES")])


class StatementAnswerSerializer(ProvenanceSerializer):
    """What can be said of a series: a period, or a number of periods."""

    kind = serializers.ChoiceField(choices=[("statement", "STATEMENT")])
    verdict = serializers.ChoiceField(choices=[(verdict.value, verdict.name) for verdict in Verdict])
    period = AnsweredPeriodSerializer(allow_null=True)
    possible = serializers.ListField(
        child=AnsweredPeriodSerializer(allow_null=True),
        allow_null=True,
        help_text="Every period that it may be; null in it for none.",
    )
    number = ValueSerializer(allow_null=True)
    from_the_start = serializers.BooleanField(
        help_text="Whether nothing is published from before its series."
    )
    columns = ColumnSerializer(many=True)
    cells = FigureSerializer(many=True)


ANSWER = PolymorphicProxySerializer(
    component_name="Answer",
    serializers={
        "figure": FigureAnswerSerializer,
        "series": SeriesAnswerSerializer,
        "table": TableAnswerSerializer,
        "ranking": RankingAnswerSerializer,
        "statement": StatementAnswerSerializer,
    },
    resource_type_field_name="kind",
)
"""Any answer, told apart by its `kind`."""
