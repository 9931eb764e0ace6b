"""The log: one line an event, in the form that was asked for, without what variables held."""

import json
import logging
import logging.config
from collections.abc import Iterator

import pytest
import structlog
from django.conf import settings

from config.logs import logging_settings


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    """The tests' own log afterwards."""
    yield
    logging.config.dictConfig(settings.LOGGING)


def _fail(secret: str) -> None:
    raise ValueError("no such edition")


def _logged(capsys, form: str) -> str:
    logging.config.dictConfig(logging_settings(level="INFO", form=form))
    structlog.get_logger("stats.ingest").info("loaded", cells=3)
    try:
        _fail("hunter2")
    except ValueError:
        logging.getLogger("stats").exception("failed")
    return capsys.readouterr().err


def test_lines_for_machines(capsys):
    """JSON with level, logger, time and what the event carries."""
    first, second = (json.loads(line) for line in _logged(capsys, "json").splitlines())
    assert (first["event"], first["cells"], first["level"]) == ("loaded", 3, "info")
    assert first["logger"] == "stats.ingest"
    assert second["exception"][0]["exc_value"] == "no such edition"


@pytest.mark.parametrize("form", ["console", "json"])
def test_tracebacks_do_not_show_values(capsys, form: str):
    """A password passed as an argument stays out of the log."""
    said = _logged(capsys, form)
    assert "no such edition" in said
    assert "hunter2" not in said.replace('_fail("hunter2")', "")


def test_addresses_that_do_not_exist_are_not_logged(capsys):
    """They are other people's mistakes."""
    logging.config.dictConfig(logging_settings(level="INFO", form="console"))
    logging.getLogger("django.request").warning("Not Found: /wp-login.php")
    assert capsys.readouterr().err == ""
