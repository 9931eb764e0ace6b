"""The addresses of ``stats`` below ``/api/v1/``."""

from django.urls import URLPattern, URLResolver, path

from stats.api.asking import Ask
from stats.api.changes import Changes
from stats.api.datasets import DatasetDetail, DatasetList
from stats.api.editions import EditionDetail, EditionList
from stats.api.history import History
from stats.api.jsonstat import Cube
from stats.api.members import MemberList
from stats.api.observations import ObservationList

urlpatterns: list[URLPattern | URLResolver] = [
    path("ask", Ask.as_view(), name="ask"),
    path("datasets/", DatasetList.as_view(), name="datasets"),
    path("datasets/<slug:slug>/", DatasetDetail.as_view(), name="dataset"),
    path("datasets/<slug:slug>/editions/", EditionList.as_view(), name="editions"),
    path("datasets/<slug:slug>/editions/<int:number>/", EditionDetail.as_view(), name="edition"),
    path("datasets/<slug:slug>/editions/<int:number>/changes/", Changes.as_view(), name="changes"),
    path("datasets/<slug:slug>/history/", History.as_view(), name="history"),
    path("datasets/<slug:slug>/dimensions/<slug:dimension>/members/", MemberList.as_view(), name="members"),
    path("datasets/<slug:slug>/observations/", ObservationList.as_view(), name="observations"),
    path("datasets/<slug:slug>/jsonstat/", Cube.as_view(), name="jsonstat"),
]
