"""The container files fit the project: they parse, and name only what exists."""

import re

import yaml

from config.environment import BASE_DIR, env

_COMPOSE = yaml.safe_load((BASE_DIR / "compose.yaml").read_text("utf-8"))


def test_compose_runs_the_three_programs_beside_their_servers():
    """Each that stays has a health check."""
    services = _COMPOSE["services"]
    assert set(services) == {"migrate", "web", "worker", "scheduler", "database", "queue"}
    assert [name for name, service in services.items() if "healthcheck" not in service] == ["migrate"]


def test_compose_sets_only_variables_that_are_read():
    """A misspelt one would be ignored without a word."""
    assert set(_COMPOSE["services"]["web"]["environment"]) <= set(env.scheme)


def test_the_image_is_built_from_hashes_and_runs_as_nobody_special():
    """What is installed is what was tested; a hole in the site is not a hole in the machine."""
    lines = (BASE_DIR / "Dockerfile").read_text("utf-8")
    assert "--require-hashes" in lines
    assert re.search(r"^USER stet$", lines, re.MULTILINE)
