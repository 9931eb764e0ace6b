"""Numbers, ranks, periods and dates as an English or a French sentence says them.

Two halves: plain formatting, which trusts the number it is given (`number`, `percent`, `ordinal`,
`period_name`), and `wording`, which looks at the bounds of a value first and never says more than they
support.
"""

from articles.numbers.cells import CellText, cell_text, count_text, ends, possible_text
from articles.numbers.change import ADDING, MOVING, RISING, Verbs, change
from articles.numbers.digits import (
    MINUS,
    NBSP,
    number,
    percent,
    percentage_points,
    range_of,
    times,
)
from articles.numbers.ordinals import ordinal, ordinal_in_words
from articles.numbers.periods import (
    date_name,
    in_period,
    on_date,
    period_name,
    short_period_name,
    stock_date,
)
from articles.numbers.statuses import status_text
from articles.numbers.styles import DESCRIPTIONS, Quantity, Style
from articles.numbers.wording import Wording, spelled, wording

__all__ = [
    "ADDING",
    "DESCRIPTIONS",
    "MINUS",
    "MOVING",
    "NBSP",
    "RISING",
    "CellText",
    "Quantity",
    "Style",
    "Verbs",
    "Wording",
    "cell_text",
    "change",
    "count_text",
    "date_name",
    "ends",
    "in_period",
    "number",
    "on_date",
    "ordinal",
    "ordinal_in_words",
    "percent",
    "percentage_points",
    "period_name",
    "possible_text",
    "range_of",
    "short_period_name",
    "spelled",
    "status_text",
    "stock_date",
    "times",
    "wording",
]
