"""From the bytes of a workbook to its sheets: .xlsx as published, .xls and .ods as people save it again."""

from __future__ import annotations

import io
from datetime import date

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from stats.readers import apart, archive, extent
from stats.readers.archive import broken
from stats.readers.sheets import Sheet

OLD_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .xls files begin, and .xlsx files that are locked with a password."""
MAGIC = (archive.MAGIC, OLD_MAGIC)
SHEET_LIMIT = 30


def sheets(data: bytes, *, name: str) -> list[Sheet]:
    """All sheets of a workbook; refused if it is not a whole, plain, reasonably sized one."""
    built = _checked(data, name=name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        tables = [each for each in book.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
        if len(tables) > SHEET_LIMIT:
            raise broken(name, f"it has {len(tables)} sheets, at most {SHEET_LIMIT} are read")
        return [
            _sheet(
                book, each.name, name=name, built=built, hidden=each.visible is not SheetVisibleEnum.Visible
            )
            for each in tables
        ]
    except (CalamineError, OSError, ValueError) as error:
        raise broken(name, f"the workbook cannot be opened: {error}") from None
    except BaseException as error:
        # The library's own faults end it with an exception that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise broken(name, "the workbook cannot be opened: its parts contradict each other") from None


def _sheet(book: CalamineWorkbook, title: str, *, name: str, built: date | None, hidden: bool) -> Sheet:
    sheet = book.get_sheet_by_name(title)
    merges = tuple(sheet.merged_cell_ranges or ())
    return Sheet(name, title, sheet.to_python(skip_empty_area=False), merges, built, hidden)


def _checked(data: bytes, *, name: str) -> date | None:
    """Refuse what is broken, locked, too large or no workbook; the date on which an archive was built."""
    if data.startswith(OLD_MAGIC):
        extent.check_xls(data, name=name)
        apart.check(data, name=name)
        return None
    with archive.opened(data, name=name) as opened:
        names = opened.namelist()
        if "xl/workbook.xml" in names:
            extent.check_xlsx(opened, name=name)
        elif "content.xml" in names:
            extent.check_ods(opened, name=name)
        elif "xl/workbook.bin" in names:
            raise broken(name, "it is a binary workbook (.xlsb): save it as .xlsx")
        else:
            raise broken(name, f"the zip archive is no workbook, it holds {names[:5]!r}")
        return archive.built(opened)
