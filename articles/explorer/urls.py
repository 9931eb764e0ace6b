"""The addresses of the explorer, below ``/en/data/`` and ``/fr/data/``."""

from django.urls import path

from articles.explorer import views

urlpatterns = [
    path("", views.datasets, name="data"),
    path("<slug:slug>/", views.dataset, name="dataset"),
    path("<slug:slug>/table/", views.table, name="dataset-table"),
    path("<slug:slug>/table.<slug:form>", views.download, name="dataset-download"),
    path("<slug:slug>/members/", views.members, name="dataset-members"),
    path("<slug:slug>/proof/", views.proof, name="proof"),
]
