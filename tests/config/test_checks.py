"""Foreseeable misconfigurations are found, and named."""

from pathlib import Path

import pytest
from django.core.checks import run_checks

from config.checks import check_production, check_settings, check_storage

_CACHE = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://host/0"}}


def test_the_settings_of_the_tests_are_fine():
    """Nothing is found where nothing is wrong."""
    assert [message for message in run_checks() if (message.id or "").startswith("stet.")] == []


@pytest.mark.parametrize(
    ("changed", "ids"),
    [
        ({"STET_BASE_URL": "figures.example"}, ["stet.E001"]),
        ({"STET_CATALOGUE_URL": "ftp://127.0.0.1/"}, ["stet.E002"]),
        ({"STET_CATALOGUE_URL": "https://elsewhere.example/api/"}, ["stet.E003"]),
        ({"STET_BOUNDS": "soft"}, ["stet.E004"]),
        ({"STET_LOG_FORMAT": "xml"}, ["stet.E005"]),
        ({"STET_LOG_LEVEL": "loud"}, ["stet.E006"]),
        ({"STET_API_RATE": "many"}, ["stet.E010"]),
        ({"STET_UPLOAD_LIMIT": 0, "STET_REFRESH_MINUTES": -1}, ["stet.E007", "stet.E007"]),
        ({"STET_DATA_DIR": Path("/dev/null/var")}, ["stet.E008"]),
        ({"CACHES": _CACHE, "CELERY_BROKER_URL": "redis://host/0"}, ["stet.E009"]),
    ],
)
def test_misconfigurations(settings, changed: dict[str, object], ids: list[str]):
    """Each has an id, says the value found and hints at what would be accepted."""
    for name, value in changed.items():
        setattr(settings, name, value)
    found = [*check_settings(), *check_storage()]
    assert [message.id for message in found] == ids
    assert all(message.hint for message in found)


def test_what_fails_only_in_production(settings, tmp_path, monkeypatch):
    """A server as the database asks for Redis, a shared key and collected static files."""
    (tmp_path / "secret-key").write_text("kept")
    monkeypatch.delenv("SECRET_KEY")
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    settings.CELERY_BROKER_URL = "filesystem://localhost"
    settings.STET_DATA_DIR = tmp_path
    settings.STATIC_ROOT = None
    assert [message.id for message in check_production()] == ["stet.W001", "stet.W002", "stet.W003"]
