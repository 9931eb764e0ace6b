"""The addresses of the ledger, below ``/en/data/`` and ``/fr/data/``."""

from django.urls import path

from articles.ledger import views

urlpatterns = [
    path("revisions.atom", views.feed, name="revisions-feed"),
    path("<slug:slug>/revisions/", views.revisions, name="revisions"),
    path("<slug:slug>/revisions.<slug:form>", views.revisions_file, name="revisions-file"),
    path("<slug:slug>/revisions/<int:number>/", views.changes, name="changes"),
    path("<slug:slug>/revisions/<int:number>.csv", views.changes_file, name="changes-file"),
    path("<slug:slug>/history/", views.history, name="history"),
]
