"""The cells of a province and some months as Django REST framework gives them, beside the site's addresses.

It is what one would write first: the rows are found by the same parameters, and a `ModelSerializer` writes
their columns. It counts nothing and pages by a cursor, which is fastest for it.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import include, path
from rest_framework.pagination import CursorPagination
from rest_framework.routers import SimpleRouter
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from config.urls import urlpatterns as site
from stats.models import Cell, Dataset, Member
from stats.periods import Period


class _Serializer(ModelSerializer[Cell]):
    class Meta:
        model = Cell
        fields = ("dataset", "series", "a1", "a2", "a3", "a4", "leaf", "period", "value", "status")


class _Pages(CursorPagination):
    page_size_query_param = "page_size"
    ordering = ("a1", "period", "a2")


class _Cells(ModelViewSet[Cell]):
    serializer_class = _Serializer
    pagination_class = _Pages

    def get_queryset(self) -> QuerySet[Cell]:
        asked = self.request.query_params
        dataset = Dataset.objects.select_related("in_force").get(slug="bench-1")
        number = dataset.in_force.number
        province = Member.objects.get(
            dimension__dataset=dataset, dimension__slug="province", code=asked["province"]
        )
        return Cell.objects.filter(
            dataset=dataset,
            a1=province.pk,
            period__gte=Period.parse(asked["from"]).code,
            period__lte=Period.parse(asked["to"]).code,
            since__lte=number,
            until__gt=number,
        )


_router = SimpleRouter()
_router.register("cells", _Cells, basename="cells")
urlpatterns = [path("viewset/", include(_router.urls)), *site]
