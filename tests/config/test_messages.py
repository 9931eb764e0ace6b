"""The compiled translations are those of the sources, so that no machine needs gettext."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
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
    assert _by_phrase(written) == _by_phrase(compiled)


def _by_phrase(catalogue: Catalog) -> dict[object, object]:
    """Translations by context and phrase, evened out: Babel reads contexts of compiled files as bytes."""
    return {
        (_text(phrase.context), *_forms(phrase.id)): _forms(phrase.string)
        for phrase in catalogue
        if phrase.id
    }


def _text(context: str | bytes | None) -> str | None:
    return context.decode() if isinstance(context, bytes) else context


def _forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Singular and plural: a tuple in one kind of file, a list in the other."""
    return (text,) if isinstance(text, str) else tuple(text)
