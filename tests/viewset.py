"""What Django REST framework makes of the cells by itself, beside the site's own addresses, for measuring."""

from __future__ import annotations

from django.urls import include, path
from rest_framework.pagination import CursorPagination
from rest_framework.routers import SimpleRouter
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from config.urls import urlpatterns as site
from stats.models import OPEN, Cell


class _Serializer(ModelSerializer[Cell]):
    class Meta:
        model = Cell
        fields = ("dataset", "series", "a1", "a2", "a3", "a4", "leaf", "period", "value", "status")


class _Pages(CursorPagination):
    page_size_query_param = "page_size"
    ordering = "id"


class _Cells(ModelViewSet[Cell]):
    queryset = Cell.objects.filter(until=OPEN)
    serializer_class = _Serializer
    pagination_class = _Pages


_router = SimpleRouter()
_router.register("cells", _Cells)
urlpatterns = [path("viewset/", include(_router.urls)), *site]
