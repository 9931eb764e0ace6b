"""Members of a dimension as of the edition in force, all or those that a text is found in."""

from __future__ import annotations

from collections.abc import Sequence

from drf_spectacular.utils import OpenApiParameter
from rest_framework import generics, serializers

from stats.api.documented import documented
from stats.api.finding import dataset_in_force
from stats.api.labels import LabelField
from stats.api.problems import Missing
from stats.codebook import Dimension, Member, Role
from stats.labels import fold, nearest
from stats.queries.codebooks import codebook

SEARCH = OpenApiParameter(
    "q", str, description="A part of a code, of a label in either language, or of an older spelling."
)


class MemberSerializer(serializers.Serializer[Member]):
    """A place on a dimension. Questions name it by its code or by its label in either language."""

    code = serializers.CharField(help_text="`_T` stands for the whole dimension.")
    label = LabelField()  # type: ignore[assignment]
    role = serializers.ChoiceField(
        choices=[(role.value, role.name) for role in Role],
        help_text="`other` and `not_stated` are kept out of rankings and reported beside them.",
    )
    parent = serializers.CharField(  # type: ignore[assignment]
        allow_null=True, help_text="The code of the member it is a part of."
    )


class MemberList(generics.ListAPIView[Member]):  # type: ignore[type-var]
    """The members of a dimension, the total first, then in the publisher's order."""

    serializer_class = MemberSerializer

    def get_queryset(self) -> Sequence[Member]:  # type: ignore[override]
        if getattr(self, "swagger_fake_view", False):
            return []
        found = _dimension(self.kwargs["slug"], self.kwargs["dimension"])
        wanted = fold(self.request.query_params.get("q", ""))
        return [m for m in (found.total, *found.members) if _is_found(wanted, m)]

    @documented(tag="Datasets", response=MemberSerializer(many=True), problems=(404,), parameters=(SEARCH,))
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """Members of a dimension."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]


def _dimension(slug: str, name: str) -> Dimension:
    dimensions = codebook(dataset_in_force(slug).slug).by_slug
    if name not in dimensions:
        near = nearest(name, dimensions) or list(dimensions)
        raise Missing(f"{name!r} is not a dimension of {slug!r}.", field="dimension", accepted=near)
    return dimensions[name]


def _is_found(wanted: str, member: Member) -> bool:
    names = (member.code, member.label.en, member.label.fr, *member.aliases)
    return any(wanted in fold(name) for name in names)
