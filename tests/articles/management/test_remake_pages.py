import pytest
from django.core.management import call_command

from articles.models import Page
from tests.articles.articles import published

pytestmark = pytest.mark.django_db


def test_pages_are_made_again_and_counted(capsys, settings):
    published(body="<p>x</p>")
    settings.STET_SITE_NAME = "The Gazette"
    call_command("remake_pages")
    assert capsys.readouterr().out == "unchanged: 0, made: 1, broken: 0\n"
    assert "The Gazette" in Page.objects.get().html
    call_command("remake_pages")
    assert capsys.readouterr().out == "unchanged: 1, made: 0, broken: 0\n"
