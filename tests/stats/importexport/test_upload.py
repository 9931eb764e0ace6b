"""What travels in the form: whole, signed, for one person."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest

from stats.codebook import Measures
from stats.importexport import upload
from stats.importexport.upload import NewDataset, Upload, UploadLost
from stats.labels import Label
from stats.values import Disclosure

ANNA, BEN = SimpleNamespace(pk=1), SimpleNamespace(pk=2)
WHOLE = Upload(
    (3, 4),
    "",
    NewDataset(
        "flavours", Label("Flavours", "Saveurs"), Measures.STOCK, Label("scoops"), Disclosure(10, 1, 0)
    ),
)


def test_what_was_signed_comes_back_whole():
    assert Upload.unsigned(WHOLE.signed(by=ANNA), by=ANNA) == WHOLE
    assert Upload.unsigned(Upload((1,), "imp-citizenship").signed(by=ANNA), by=ANNA).new is None


@pytest.mark.parametrize("change", [lambda text: text[:-1], lambda text: "x" + text, lambda _: ""])
def test_what_was_changed_is_not_taken(change):
    with pytest.raises(UploadLost):
        Upload.unsigned(change(WHOLE.signed(by=ANNA)), by=ANNA)


def test_what_another_person_signed_is_not_taken():
    with pytest.raises(UploadLost):
        Upload.unsigned(WHOLE.signed(by=ANNA), by=BEN)


def test_what_is_too_old_is_not_taken(monkeypatch):
    text = WHOLE.signed(by=ANNA)
    monkeypatch.setattr(upload, "VALID_FOR", timedelta(seconds=-1))
    with pytest.raises(UploadLost):
        Upload.unsigned(text, by=ANNA)


@pytest.mark.django_db
def test_files_that_are_gone_are_told():
    with pytest.raises(UploadLost):
        Upload((1,)).sources()
