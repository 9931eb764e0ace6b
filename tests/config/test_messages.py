"""The compiled translations are those of the sources, so that no machine needs gettext."""

from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from config.environment import BASE_DIR

CATALOGUES = sorted((BASE_DIR / "locale").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: str(path.relative_to(BASE_DIR)))
def test_catalogue(source: Path):
    """Every phrase is translated, none doubtfully, and `make messages` was run since."""
    with source.open("rb") as opened:
        written = read_po(opened)
    with source.with_suffix(".mo").open("rb") as opened:
        compiled = read_mo(opened)
    assert [phrase.id for phrase in written if phrase.id and (phrase.fuzzy or not phrase.string)] == []
    assert {(p.context, str(p.id)): p.string for p in written if p.id} == {
        (p.context, str(p.id)): p.string for p in compiled if p.id
    }
