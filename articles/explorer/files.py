"""Answers and charts as files that readers take home."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

import resvg_py
import xlsxwriter
from django.conf import settings
from django.utils.translation import gettext as _

from articles.charts import Chart, Theme, render
from articles.embeds.extent import cropped
from articles.embeds.foot import edition_text
from articles.embeds.statement import statement_view
from articles.embeds.table_remarks import remark_text
from articles.embeds.view import ChartView
from articles.explorer.cite import Citation
from articles.explorer.dataset_page import measured
from articles.explorer.sheet import Sheet, sheet
from stats.answers import Answer, RankingAnswer, StatementAnswer, TableAnswer
from stats.codebook import Codebook
from stats.labels import Language

CONTENT_TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
}
"""The kinds of files there are, by the ends of their names."""


def csv_file(answer: Answer) -> bytes:
    """Comma-separated text with a mark of its encoding, which spreadsheets need."""
    text = io.StringIO(newline="")
    made = sheet(answer)
    writer = csv.writer(text)
    writer.writerow(made.columns)
    writer.writerows(made.lines)
    return text.getvalue().encode("utf-8-sig")


def json_file(answer: Answer) -> bytes:
    """The answer as the API gives it."""
    return json.dumps(answer.as_json(), ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True, slots=True)
class Words:
    """What the sheet of notes says beside the figures."""

    book: Codebook
    citations: tuple[Citation, ...]
    language: Language


def xlsx_file(answer: Answer, words: Words) -> bytes:
    """A workbook: figures on one sheet, what they are on the other."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        bold, wrapped = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True})
        _write_figures(workbook.add_worksheet(_("Figures")), sheet(answer), bold)
        notes = workbook.add_worksheet(_("Notes"))
        notes.set_column(0, 0, 24)
        notes.set_column(1, 1, 100)
        for row, (name, said) in enumerate(_notes(answer, words)):
            notes.write_string(row, 0, name, bold)
            notes.write_string(row, 1, said, wrapped)
    return stream.getvalue()


def _write_figures(page: xlsxwriter.worksheet.Worksheet, made: Sheet, bold: object) -> None:
    page.freeze_panes(1, 0)
    for at, name in enumerate(made.columns):
        page.set_column(at, at, 30 if name.endswith(("_en", "_fr")) else 12)
        page.write_string(0, at, name, bold)
    for row, line in enumerate(made.lines, start=1):
        for at, value in enumerate(line):
            if isinstance(value, bool):
                page.write_boolean(row, at, value)
            elif isinstance(value, int | float):
                page.write_number(row, at, value)
            elif value is not None:
                page.write_string(row, at, value)


def _notes(answer: Answer, words: Words) -> list[tuple[str, str]]:
    book, language = words.book, words.language
    found = [
        (_("Dataset"), book.title.in_language(language)),
        (_("Edition"), edition_text(book.edition, language)),
        (_("Publisher"), book.source.publisher.in_language(language)),
        (_("Source"), book.source.url),
        (_("Licence"), book.source.licence.in_language(language)),
        (_("What is measured"), " ".join([book.counts.in_language(language), *measured(book, language)])),
        (_("Modelled"), book.edition.modelled.in_language(language)),
        (
            _("Statement"),
            statement_view(answer, language).text if isinstance(answer, StatementAnswer) else "",
        ),
        *((_("Extent"), sentence) for sentence in _extent(answer, language)),
        *_remarked(answer, language),
        *((_("Note"), note.in_language(language)) for note in book.notes),
        (_("Certainly"), _("low and high hold whatever the rounded and suppressed figures are.")),
        (
            _("Almost certainly"),
            _("sure_low and sure_high take rounding errors as independent, at a risk of one in a million."),
        ),
        (_("Question"), json.dumps(answer.about.question.as_json(), ensure_ascii=False)),
        *((_("Cite this"), citation.text) for citation in words.citations),
    ]
    return [(name, said) for name, said in found if said]


def _extent(answer: Answer, language: Language) -> tuple[str, ...]:
    return cropped(answer, language) if isinstance(answer, RankingAnswer | TableAnswer) else ()


def _remarked(answer: Answer, language: Language) -> list[tuple[str, str]]:
    """What the kinds in the column of remarks mean; notes of the dataset stand by themselves."""
    if not isinstance(answer, TableAnswer):
        return []
    known = (remark for remark in answer.remarks if remark.note is None)
    return [(remark.kind.value, remark_text(remark, answer, language).text) for remark in known]


def svg_file(view: ChartView) -> bytes:
    """The chart by itself, with its title and source, in colours that need no style sheet."""
    return str(render(_alone(view), theme=Theme.LITERAL, standalone=True)).encode()


def png_file(view: ChartView) -> bytes:
    """The same as a picture, at twice its size for sharp screens."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg_file(view).decode(), zoom=2))


def _alone(view: ChartView) -> Chart:
    """The chart with what the page says above and below it."""
    foot = view.foot
    # What is modelled comes first: a chart shows no more than three lines.
    said = [
        str(foot.modelled or ""),
        f"{foot.source}, {foot.dataset}. {foot.edition}.",
        settings.STET_SITE_NAME,
    ]
    about = " · ".join(map(str, view.head.about))
    return replace(view.chart, unit=about, source=" ".join(filter(None, said)))
