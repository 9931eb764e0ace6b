"""Old workbooks are tried in a process of their own before they are opened in this one.

What damaged bytes of an .xls make the library ask of memory can end the whole process, web server and worker
alike, without an exception that could be caught. A process that does nothing else may end so.
"""

from __future__ import annotations

import subprocess
import sys

from stats.readers.archive import broken

PATIENCE = 60
"""Seconds after which the trial of a file is given up; the largest one takes a few."""

_TRIAL = """
import io, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""


def check(data: bytes, *, name: str) -> None:
    """Refuse a workbook that ends the process which opens it, or keeps it busy for too long.

    One that raises there raises here too, and is told by its exception.
    """
    command = [sys.executable, "-I", "-c", _TRIAL]
    try:
        tried = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise broken(name, f"the workbook cannot be opened within {PATIENCE} seconds") from None
    if tried.returncode < 0:
        raise broken(name, "the workbook cannot be opened: its parts contradict each other")
