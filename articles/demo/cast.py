"""Who can sign in to the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

DATA_DESK = "Data desk"
WRITER = "Writer"
EDITOR = "Editor"
PUBLISHER = "Publisher"


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
    Person("writer", "stet-writer", "Erin", "Tremblay", WRITER),
    Person("editor", "stet-editor", "Noor", "Haddad", EDITOR),
    Person("publisher", "stet-publisher", "Paul", "Okafor", PUBLISHER),
)
