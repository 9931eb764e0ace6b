"""A file that would end this process ends another one."""

import pytest

from stats.findings import Refused
from stats.readers import apart
from tests.stats.readers.test_broken import OLD


def test_a_whole_workbook_passes():
    apart.check(OLD, name="old.xls")


def test_one_that_raises_is_left_to_who_opens_it():
    apart.check(b"no workbook", name="old.xls")


@pytest.mark.parametrize("trial", ["import os; os.abort()", "import os, signal; os.kill(os.getpid(), 9)"])
def test_one_that_ends_its_process_is_refused(monkeypatch, trial):
    monkeypatch.setattr(apart, "_TRIAL", trial)
    with pytest.raises(Refused, match="contradict each other"):
        apart.check(OLD, name="old.xls")


def test_one_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "_TRIAL", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "PATIENCE", 0.5)
    with pytest.raises(Refused, match=r"within 0\.5 seconds"):
        apart.check(OLD, name="old.xls")
