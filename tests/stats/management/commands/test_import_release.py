"""`manage.py import_release`: exit codes, one JSON object, and nothing left of what is refused."""

import io
import json
import zipfile

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from stats.models import Edition
from stats.periods import month
from tests.stats.factories import EVENTS, figures_of, import_odp, odp_bytes, workbook_bytes
from tests.stats.readers.drawn import Crosstab

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
LONG = figures_of({"India": [5] * 26, "France": [10, None] * 13, "Brazil": [0] * 26}, first=month(2022, 1))


@pytest.fixture(autouse=True)
def folder(data_dir):
    return data_dir


@pytest.fixture
def run(tmp_path):
    def command(slug, *files, options=("--json",)):
        paths = []
        for name, data in files:
            path = tmp_path / name
            if data is not None:
                path.write_bytes(data)
            paths.append(str(path))
        out, code = io.StringIO(), 0
        try:
            call_command("import_release", slug, *paths, *options, stdout=out)
        except SystemExit as ended:
            code = ended.code
        return code, out.getvalue()

    return command


def counts():
    """How many rows every table of stats has."""
    return {model.__name__: model.objects.count() for model in apps.get_app_config("stats").get_models()}


def kept_files():
    return sorted(default_storage.listdir("sources")[1]) if default_storage.exists("sources") else []


def test_one_object_with_the_keys_that_scripts_rely_on(run):
    code, said = run(EVENTS, ("a.csv", odp_bytes(SMALL)), options=("--accept", "--json"))
    found = json.loads(said)
    assert code == 0
    assert {"dataset", "edition", "status", "cells", "findings"} <= set(found)
    assert (found["dataset"], found["edition"], found["status"]) == (EVENTS, 1, "in_force")
    assert {k: found["cells"][k] for k in ("new", "revised", "removed", "unchanged")} == {
        "new": 8,
        "revised": 0,
        "removed": 0,
        "unchanged": 0,
    }
    assert found["reader"] == "odp"
    assert found["reading"] == {"confidence": "certain", "did": []}
    assert len(kept_files()) == 1


def test_without_accept_it_waits_and_the_second_time_it_is_nothing_new(run):
    file = ("a.csv", odp_bytes(SMALL))
    assert json.loads(run(EVENTS, file)[1])["status"] == "waiting"
    before = counts()
    code, said = run(EVENTS, file)
    assert (code, json.loads(said)["status"]) == (0, "nothing_new")
    assert counts() == before
    assert len(kept_files()) == 1


def test_words_for_people(run):
    code, said = run(EVENTS, ("a.csv", odp_bytes(SMALL)), options=())
    assert code == 0
    assert said.startswith(f"{EVENTS}: waiting, edition 1\ncells: 8 new, 0 revised")
    code, said = run(EVENTS, ("b.csv", b""), options=())
    assert code == 1
    assert "refusal: 'b.csv' is empty (0 bytes)" in said


def test_a_pair_of_files_is_one_edition(run):
    files = [(f"{lang}.xlsx", workbook_bytes(LONG, language=lang)) for lang in ("en", "fr")]
    code, said = run(EVENTS, *files)
    assert (code, json.loads(said)["edition"]) == (0, 1)
    assert Edition.objects.get().files.count() == 2


def test_the_file_may_say_which_dataset_it_is(run):
    code, said = run("auto", ("ODP-TR-Work-IMP_CITZ.csv", odp_bytes(SMALL)))
    found = json.loads(said)
    assert (code, found["dataset"]) in {(0, EVENTS), (1, None)}, found


def truncated():
    return workbook_bytes(LONG)[:2000]


def archive():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("letter.txt", "Dear editor")
    return stream.getvalue()


BAD = {
    "a text": b"Dear editor,\nplease find attached the figures.\n",
    "an empty file": b"",
    "blanks": b" \r\n\r\n",
    "bytes": bytes(range(256)) * 40,
    "a truncated zip": truncated,
    "an archive of something else": archive,
    "a workbook of something else": lambda: Crosstab().xlsx(),
    "a web page": b"<!DOCTYPE html><html><body>503</body></html>",
    "a header and nothing else": lambda: odp_bytes({}),
    "off the rounding base": lambda: odp_bytes(SMALL | {("India", month(2024, 1)): 7}),
    "a missing file": None,
}


@pytest.mark.parametrize("known", [False, True], ids=["new dataset", "known dataset"])
@pytest.mark.parametrize("what", BAD)
def test_bad_input_exits_1_with_a_reason_and_changes_nothing(run, what, known):
    if known:
        import_odp(SMALL)
    before, files = counts(), kept_files()
    data = BAD[what]
    code, said = run(EVENTS, ("bad.xlsx", data() if callable(data) else data), options=("--accept", "--json"))
    found = json.loads(said)
    assert (code, found["status"], found["edition"]) == (1, "refused", None)
    assert found["cells"]["new"] == 0
    assert found["findings"]
    assert all(finding["message"] and finding["severity"] == "refusal" for finding in found["findings"])
    assert counts() == before
    assert kept_files() == files


def test_a_file_over_the_limit_is_refused_unread(run, settings):
    settings.STET_UPLOAD_LIMIT = 100
    code, said = run(EVENTS, ("a.csv", odp_bytes(SMALL)))
    (finding,) = json.loads(said)["findings"]
    assert (code, finding["rule"]) == (1, "read.too-large")
    assert "limit of 100" in finding["message"]


def test_an_unknown_dataset_is_refused_with_the_nearest(run):
    before = counts()
    code, said = run("imp-citizenshp", ("a.csv", odp_bytes(SMALL)))
    (finding,) = json.loads(said)["findings"]
    assert (code, finding["rule"]) == (1, "resolve.unknown-dataset")
    assert "'imp-citizenship'" in finding["message"]
    assert counts() == before


def test_three_files_are_too_many(run):
    file = odp_bytes(SMALL)
    code, said = run(EVENTS, ("a.csv", file), ("b.csv", file), ("c.csv", file))
    assert (code, json.loads(said)["findings"][0]["rule"]) == (1, "read.files")


def test_no_file_at_all_is_a_usage_error():
    with pytest.raises(CommandError):
        call_command("import_release", EVENTS)
