"""The controls of the table tool's form, as its template gets them."""

from __future__ import annotations

from dataclasses import dataclass

from articles.embeds.view import Phrase
from articles.explorer.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list."""

    value: str
    label: Phrase
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A control: `choices` make it a list, otherwise it is a text."""

    name: str
    label: Phrase
    choices: tuple[Choice, ...] = ()
    text: str = ""
    hint: str = ""
    several: bool = False
    dimension: str = ""
    """The dimension whose members are named here; empty in other fields."""
    chosen: tuple[Choice, ...] = ()
    """The members that are named, for the script that shows them one by one."""
    trouble: Trouble | None = None

    @property
    def key(self) -> str:
        """The name as an id can hold it."""
        return self.name.replace(".", "-")

    @property
    def size(self) -> int:
        """How many lines of a list are in sight."""
        return min(max(len(self.choices), 2), 8)

    @property
    def used(self) -> bool:
        """Whether something is chosen here or wrong here, so that it must not be folded away."""
        return bool(
            self.text or self.trouble or any(choice.chosen and choice.value for choice in self.choices)
        )


@dataclass(frozen=True, slots=True)
class PeriodField:
    """The periods: which of four ways of naming them is used, and what each says."""

    mode: str
    at: Field
    latest: Field
    last: Field
    of: Field
    first: Field
    until: Field
    trouble: Trouble | None


@dataclass(frozen=True, slots=True)
class FormView:
    """The whole form, by field."""

    show: Field
    over: Field
    by: Field
    members: tuple[Field, ...]
    period: PeriodField
    measure: Field
    wholes: tuple[Field, ...]
    against_period: Field
    againsts: tuple[Field, ...]
    residual: Field
    top: Field
    as_of: Field
    others: tuple[Trouble, ...]
    """What is wrong without belonging to a field."""

    @property
    def compares(self) -> bool:
        """Whether the fields about measures say something."""
        found = (self.measure, self.against_period, *self.wholes, *self.againsts)
        return any(field.used for field in found)
