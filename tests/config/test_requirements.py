"""The pinned lists are complete, hashed, free of anybody's registry, and agree with each other."""

import re

import pytest

from config.environment import BASE_DIR

_PIN = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)", re.MULTILINE)
_WANTED = re.compile(r"^([A-Za-z0-9._-]+)", re.MULTILINE)


def _text(name: str) -> str:
    return (BASE_DIR / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_everything_wanted_is_pinned_with_hashes(name: str):
    """`make requirements` was run after the last change of the .in file."""
    pinned = _text(f"{name}.txt")
    wanted = {match.lower().replace("_", "-") for match in _WANTED.findall(_text(f"{name}.in"))} - {"-r"}
    assert wanted <= {package for package, _ in _PIN.findall(pinned)}
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", pinned) if "==" in entry)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_no_registry_is_named(name: str):
    """Where packages come from is the business of whoever installs them."""
    assert not re.search(r"://|--index|--find-links|--extra", _text(name))


def test_development_adds_and_changes_nothing():
    """What is tested is what runs."""
    running, developing = (
        dict(_PIN.findall(_text("requirements.txt"))),
        dict(_PIN.findall(_text("requirements-dev.txt"))),
    )
    assert running.items() <= developing.items()
