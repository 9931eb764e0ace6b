from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.admin.checklist import checklist
from tests.articles.articles import binding, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    make_permits()
    client.force_login(User.objects.create_superuser("ed"))
    return client


def page(client: Client, pk: int) -> str:
    return client.get(f"/admin/articles/article/{pk}/change/").content.decode()


def test_errors_stand_before_warnings_each_with_a_link_to_its_place(editor):
    article = saved(body="<h2></h2><p>There were 12,345 of them.</p>")
    said = page(editor, article.pk)
    assert said.index("The heading is empty.") < said.index("“12,345” is typed by hand")
    assert 'data-place="h2[1]"' in said
    assert 'data-place="p[1]" data-quote="12,345"' in said
    assert 'href="#id_counterpart"' in said


def test_a_figure_that_a_typed_number_may_be_is_offered_as_what_the_text_would_store(editor):
    article = saved(body=f"<p>{binding()} permits, or 2,640.</p>")
    (line,) = [line for line in checklist(article).warnings if line.offers]
    offer = line.offers[0]
    assert (offer.what, offer.shown, offer.exact) == ("Quebec, 2021", "2,640", True)
    assert json.loads(offer.binding) == {
        "question": {
            "dataset": "permits",
            "kind": "figure",
            "where": {"province": "QC"},
            "period": {"year": 2021},
        },
        "wording": "number",
    }
    assert "Put in the figure 2,640: Quebec, 2021" in page(editor, article.pk)


def test_where_nothing_is_found_that_is_said(editor):
    french = saved("permis", language="fr", body=f"<p>{binding()}</p>", title="Permis")
    article = saved(body=f"<p>{binding()}</p>", counterpart=french)
    assert "Nothing stands in the way." in page(editor, article.pk)


def test_the_checklist_speaks_the_language_of_the_interface(editor):
    editor.cookies["django_language"] = "fr"
    article = saved(body="<h2></h2>")
    assert "L’intertitre est vide." in page(editor, article.pk)
