"""Who can sign in to the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

DATA_DESK = "Data desk"
EDITOR = "Editor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in to the demonstration."""

    username: str
    password: str
    first_name: str
    last_name: str
    role: str


PEOPLE = (
    Person("desk", "stet-data-desk", "Dana", "Desrosiers", DATA_DESK),
    Person("editor", "stet-editor", "Erin", "Tremblay", EDITOR),
)
