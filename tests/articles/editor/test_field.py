"""The editor's declaration against its scripts, its words and the parser of texts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from articles.document.parse import parse
from articles.editor.extensions import ENTRIES, MODULES, NODES
from articles.editor.field import STYLESHEETS, BodyField
from articles.editor.words import WORDS
from articles.embeds.registry import EMBEDS

STATIC = Path(settings.BASE_DIR) / "articles" / "static"
SCRIPTS = {path.stem: path.read_text() for path in (STATIC / "articles" / "editor").glob("*.js")}
QUESTION = {"dataset": "permits", "period": {"year": 2021}}


def test_every_script_is_in_the_import_map_and_every_import_leads_to_one():
    assert set(SCRIPTS) == set(MODULES)
    for text in SCRIPTS.values():
        assert set(re.findall(r'from "articles/editor/(\w+)"', text)) <= set(MODULES)


def test_every_extension_of_ours_is_defined_by_an_entry_script():
    defined = {
        name
        for entry in ENTRIES
        for name in re.findall(r"export const (\w+) = \w+\.(?:create|extend)", SCRIPTS[entry])
    }
    assert defined == set(NODES) - {"OrderedList", "TrailingNode"}


def test_every_word_that_the_scripts_say_is_declared_and_every_other_is_made_up_of_what_they_know():
    said = {
        key
        for text in SCRIPTS.values()
        for key in re.findall(r'(?:\bsay\(\w+(?:\.\w+)?, |this\.say\()"(\w+)"', text)
    }
    assert said <= set(WORDS)
    for embed in EMBEDS:
        assert {embed.kind, f"insert_{embed.kind}", f"choose_{embed.kind}"} <= set(WORDS)


def test_the_scripts_are_told_everything_in_the_language_of_the_interface():
    widget = BodyField().widget
    with override("fr"):
        told = json.loads(
            widget.get_context("body", "", {})["widget"]["attrs"]["data-django-prose-editor-configurable"]
        )
    desk = told["extensions"]["Desk"]
    assert desk["words"]["ranking"] == "Classement"
    assert desk["addresses"]["preview"] == "/admin/articles/article/editor/preview/"
    counts, changes = ({one["value"] for one in desk["wordings"][key]} for key in ("value", "change"))
    assert counts >= {"number", "about", "between"}
    assert "rose" not in counts
    assert changes >= {"number", "rose", "rose_plural"}
    assert "about" not in changes
    assert list(desk["options"]) == told["extensions"]["Embed"]["kinds"] == [embed.kind for embed in EMBEDS]


@pytest.mark.parametrize("path", STYLESHEETS)
def test_every_style_sheet_of_previews_is_there(path):
    assert (STATIC / path).is_file()


@pytest.mark.parametrize(
    "markup",
    [
        "<p>One <strong>two <em>three</em></strong><br>four</p>",
        '<p><a href="https://example.org/" rel="noopener" title="There">there</a></p>',
        "<h2>A</h2><h3>B</h3><h4>C</h4><hr><blockquote><p>D</p></blockquote>",
        '<ul><li><p>E</p></li></ul><ol start="3" type="a" data-type="decimal"><li><p>F</p></li></ol>',
        f"<p><data data-binding='{json.dumps({'question': QUESTION, 'wording': 'about'})}'>1</data></p>",
        f"<figure data-embed='{json.dumps({'kind': 'table', 'question': QUESTION})}'></figure>",
    ],
)
def test_what_the_field_lets_through_is_what_the_parser_knows(markup):
    cleaned = BodyField(required=False).clean(markup)
    parse(cleaned)
    assert parse(BodyField(required=False).clean(cleaned)) == parse(cleaned)


def test_what_the_editor_cannot_write_does_not_get_through():
    foreign = (
        '<p class="x" style="y" onclick="z">H<img src=x onerror=y><u>I</u></p>'
        '<p><a href="javascript:alert(1)">J</a></p><script>K</script>'
    )
    assert BodyField(required=False).clean(foreign) == "<p>HI</p><p><a>J</a></p>"
