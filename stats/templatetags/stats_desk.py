"""Numbers, severities and places in words, for the data desk's templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _

from stats.findings import Severity, Where
from stats.importexport import wording
from stats.importexport.said import Said, all_said

register = template.Library()


@register.filter
def figure(count: int | None) -> str:
    """A count with its thousands apart; a dash where there is none."""
    return "–" if count is None or count == "" else wording.number(count)


@register.filter
def kinds(classification: list[Mapping[str, Any]]) -> list[Said]:
    """The kinds of change that an edition makes, in sentences."""
    return all_said(classification)


@register.filter
def severity(slug: str) -> str:
    """The word for a severity."""
    return str(wording.SEVERITIES[Severity(slug)])


@register.filter
def place(where: Where | Mapping[str, Any]) -> str:
    """“file.xlsx, sheet Table 1, row 12, column 4”, as far as it is known."""
    fields = (
        where
        if isinstance(where, Mapping)
        else {
            "file": where.file,
            "sheet": where.sheet,
            "row": where.row,
            "column": where.column,
        }
    )
    parts = [str(fields.get("file") or "")]
    parts.append(_("sheet %(name)s") % {"name": fields["sheet"]} if fields.get("sheet") else "")
    parts.append(_("row %(number)s") % {"number": fields["row"]} if fields.get("row") else "")
    parts.append(_("column %(number)s") % {"number": fields["column"]} if fields.get("column") else "")
    return ", ".join(part for part in parts if part)
