"""What templates get: frozen views with all text ready and the status of every number kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.charts import Chart
from stats.labels import LANGUAGES, Label, Language
from stats.values import Status


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words, and their language if it is not that of the page (for the `lang` attribute)."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


def phrase(label: Label, language: Language) -> Phrase:
    """A label in the page's language, or in the other one, and marked so, where it is not yet translated."""
    if label.known_in(language):
        return Phrase(label.in_language(language))
    other = next(known for known in LANGUAGES if known != language)
    return Phrase(label.in_language(language), other if label.known_in(other) else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number as it is shown: its text, what a screen reader says instead, and its plain value."""

    text: str
    status: Status
    spoken: str = ""
    value: str = ""
    range: str = ""
    """The bounds that decide, as `1,401–1,449`; empty where the number is exact or there is none."""
    href: str = ""
    """Where its proof is; empty where it leads nowhere."""

    @property
    def kind(self) -> str:
        """The status for style sheets: `normal`, `suppressed`, `missing`, `not_applicable`."""
        return self.status.slug


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under every embed: where its figures come from and how far they can be relied on."""

    source: Phrase
    source_url: str
    dataset: Phrase
    licence: Phrase
    edition: str
    made: str
    counts: Phrase
    compared: str = ""
    """What shares are of, or what changes and ratios compare with; empty for plain figures."""
    key: str = ""
    """What the signs in the figures mean (`--` …); empty where there are none."""
    modelled: Phrase | None = None
    notes: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number in a sentence, with the explanation that it leads to."""

    text: str
    value: str
    status: Status
    explanation: str
    note: str = ""
    """What an editor should know: that another wording was used than was asked for, and why."""


@dataclass(frozen=True, slots=True)
class Head:
    """The title of an embed, what it is about in few words, and the editor's note."""

    title: Phrase
    about: tuple[Phrase, ...]
    note: str = ""
    description: str = ""
    """What those hear who do not see it: made from its figures, and what the editor adds."""
    size: str = "wide"
    """`wide` or `column`."""


@dataclass(frozen=True, slots=True)
class Move:
    """How a place has moved, and what a screen reader says; `open` where the figures do not settle it."""

    text: str
    spoken: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class RankRow:
    """A place in a ranking. `open` says that its order against a neighbour cannot be told."""

    rank: str
    spoken_rank: str
    open: bool
    member: Phrase
    cell: Cell
    small: bool = False
    move: Move | None = None
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class RankingView:
    """A ranking."""

    head: Head
    member_heading: Phrase
    value_heading: Phrase
    rows: tuple[RankRow, ...]
    left_out: tuple[tuple[Phrase, Cell], ...]
    extent: str
    show_bounds: bool
    foot: Foot
    coverage: str = ""
    """What share of the whole the rows hold, as a sentence; empty where that is not known or says nothing."""
    move_heading: str = ""
    """The heading of how places have moved; empty where nothing is compared."""
    open_moves: str = ""
    """What an open move means; empty where none is."""
    small: str = ""
    """What small means; empty where no row is."""
    template: str = field(default="articles/embeds/ranking.html", init=False)
    rows_template: str = field(default="articles/embeds/ranking_rows.html", init=False)

    @property
    def any_open(self) -> bool:
        """Whether the sign for an open order needs its explanation."""
        return any(row.open for row in self.rows)

    @property
    def remarked(self) -> bool:
        """Whether anything is said below the rows."""
        said = (self.extent, self.left_out, self.any_open, self.coverage, self.open_moves, self.small)
        return any(said)


@dataclass(frozen=True, slots=True)
class Remarked:
    """The heading of a row or column, with the marks of the remarks that hold of it."""

    label: Phrase
    marks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return str(self.label)


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A remark below a table, and the letter that marks the rows and columns of which it holds."""

    mark: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class TableRowView:
    """A row of a table; `depth` indents it below its parents."""

    heading: Remarked
    depth: int
    cells: tuple[Cell, ...]
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of one or two dimensions. `cropped` says in sentences what of it is not shown."""

    head: Head
    row_heading: Phrase
    columns: tuple[Remarked, ...]
    rows: tuple[TableRowView, ...]
    cropped: tuple[str, ...]
    foot: Foot
    remarks: tuple[RemarkView, ...] = ()
    template: str = field(default="articles/embeds/table.html", init=False)
    rows_template: str = field(default="articles/embeds/table_rows.html", init=False)


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart, with the table behind it."""

    head: Head
    chart: Chart
    table: TableView | RankingView
    foot: Foot
    template: str = field(default="articles/embeds/chart.html", init=False)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number with its name; `change` says what it was before, and is empty where nothing is compared."""

    label: Phrase
    cell: Cell
    change: str = ""
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class KeyFiguresView:
    """A few numbers in a row."""

    head: Head
    figures: tuple[KeyFigure, ...]
    foot: Foot
    template: str = field(default="articles/embeds/key_figures.html", init=False)


View = RankingView | TableView | ChartView | KeyFiguresView
