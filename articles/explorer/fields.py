"""The controls of the table tool's form, as its template gets them."""

from __future__ import annotations

from dataclasses import dataclass

from articles.embeds.view import Phrase
from articles.explorer.choosing import Choices
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
    kind: str = "text"
    """The type of a text: `text` or `date`."""
    hidden: bool = False
    """Whether it does not belong to the result that is shown."""

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
    """The periods: which of four ways of naming them is used, which ones there are, and what each says."""

    mode: str
    ways: frozenset[str]
    at: Field
    latest: Field
    last: Field
    of: Field
    first: Field
    until: Field
    trouble: Trouble | None


@dataclass(frozen=True, slots=True)
class FormView:
    """The whole form, by field; `choices` says which of them belong to the result."""

    choices: Choices
    show: Field
    says: Field
    threshold: Field
    measure: Field
    over: Field
    by: Field
    members: tuple[Field, ...]
    period: PeriodField
    top: Field
    depth: Field
    small_below: Field
    wholes: tuple[Field, ...]
    against_period: Field
    against_as_of: Field
    againsts: tuple[Field, ...]
    residual: Field
    as_of: Field
    as_of_date: Field
    others: tuple[Trouble, ...]
    """What is wrong without belonging to a field."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields but those of the period, in the order of the form."""
        alone = (self.show, self.says, self.threshold, self.measure, self.over, self.by)
        more = (self.top, self.depth, self.small_below, self.residual, self.as_of, self.as_of_date)
        against = (self.against_period, self.against_as_of, *self.againsts)
        return (*alone, *self.members, *more, *self.wholes, *against)

    @property
    def elsewhere(self) -> bool:
        """Whether one of the fields that are folded away says something."""
        return self.residual.used or self.as_of.used or self.as_of_date.used
