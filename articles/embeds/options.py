"""How an embed may be presented: options that each kind declares once, for everything that reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from stats.labels import Label, nearest


class EmbedError(ValueError):
    """An embed that cannot be shown as it is set: what was found, and what would be accepted."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Something to switch on or off; `default` holds where an embed says nothing."""

    name: str
    label: Label
    description: Label
    default: bool
    control: ClassVar[str] = "switch"

    def of(self, given: Mapping[str, Any]) -> bool:
        """The value that an embed's options give it; EmbedError for anything but true and false."""
        value = given.get(self.name, self.default)
        if not isinstance(value, bool):
            raise EmbedError(f"option {self.name!r} is {value!r}; true or false is expected")
        return value


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; `default` holds where an embed says nothing."""

    name: str
    label: Label
    description: Label
    choices: Mapping[str, Label]
    default: str
    control: ClassVar[str] = "choice"

    def of(self, given: Mapping[str, Any]) -> str:
        """The word that an embed's options give it; EmbedError for one that is not among the choices."""
        value = given.get(self.name, self.default)
        if not isinstance(value, str) or value not in self.choices:
            accepted = " or ".join(map(repr, self.choices))
            raise EmbedError(f"option {self.name!r} is {value!r}; {accepted} is expected")
        return value


@dataclass(frozen=True, slots=True)
class OneMember:
    """The code of one of the members that are shown; empty, as by default, for none of them."""

    name: str
    label: Label
    description: Label
    default: str = ""
    control: ClassVar[str] = "member"

    def of(self, given: Mapping[str, Any]) -> str:
        """The code that an embed's options give it; EmbedError for what is no text."""
        value = given.get(self.name, self.default)
        if not isinstance(value, str):
            raise EmbedError(f"option {self.name!r} is {value!r}; the code of a member is expected")
        return value


Option = Switch | Choice | OneMember

SIZE = Choice(
    "size",
    Label("Width", "Largeur"),
    Label("As wide as the text, or wider.", "Aussi large que le texte, ou davantage."),
    {
        "wide": Label("wider than the text", "plus large que le texte"),
        "column": Label("as the text", "celle du texte"),
    },
    "wide",
)
"""How wide an embed of any kind stands in the text."""

HIGHLIGHT = OneMember(
    "highlight",
    Label("Highlight", "Mettre en évidence"),
    Label(
        "Makes one member stand out. One that is not shown after an update stands out nowhere.",
        "Fait ressortir un membre. S’il n’est plus affiché après une mise à jour, rien ne ressort.",
    ),
)
"""The member that stands out among those that are shown."""


def check(options: Iterable[Option], given: Mapping[str, Any]) -> None:
    """Refuse options that a kind does not have, and values that they cannot take."""
    known = {option.name: option for option in options}
    for name in given:
        if name not in known:
            accepted = nearest(name, known) or sorted(known)
            raise EmbedError(f"option {name!r} is not known; known are {', '.join(map(repr, accepted))}")
    for option in known.values():
        option.of(given)
