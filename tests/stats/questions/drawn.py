"""Questions drawn for laws: every kind, measure, period and selection that can be asked."""

from datetime import date

from hypothesis import strategies as st

from stats.periods import Frequency, Period
from stats.questions import (
    AMONG,
    COMPARING,
    OF_A_WHOLE,
    Against,
    Before,
    Between,
    Fixed,
    Kind,
    Latest,
    Measure,
    Question,
    Says,
    Wording,
)
from stats.questions.measures import WITH_ANOTHER_PERIOD, YEAR_BEFORE
from stats.questions.says import WITH_A_NUMBER

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12
).filter(lambda text: text == text.strip() and bool(text))
SELECTIONS = st.dictionaries(
    NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple), max_size=3
)
EDITIONS = st.none() | st.integers(1, 1_000_000) | st.dates(date(2000, 1, 1), date(2099, 12, 31))


@st.composite
def periods(draw, frequencies):
    frequency = draw(st.sampled_from(frequencies))
    top = {Frequency.YEAR: 0, Frequency.QUARTER: 4}.get(frequency, 12)
    return Period(frequency, draw(st.integers(1900, 2100)), draw(st.integers(min(top, 1), top)))


WHOLE = (Frequency.YEAR, Frequency.QUARTER, Frequency.MONTH)
ONE = st.builds(Fixed, periods(tuple(Frequency))) | st.builds(Latest, st.sampled_from(WHOLE))


@st.composite
def ranges(draw):
    first = draw(periods(WHOLE))
    steps = draw(st.none() | st.integers(0, 50))
    return Between(first, None if steps is None else first.shifted(steps))


SEVERAL = ONE | ranges() | st.builds(Latest, st.sampled_from(WHOLE), st.integers(1, 1200))
BEFORE = st.sampled_from(Before)
AGAINST = st.builds(Against, SELECTIONS, st.none() | BEFORE | ONE, EDITIONS).filter(
    lambda against: against != Against()
)
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-(10**15), 10**15).filter(lambda n: n != int(n))
SAYS = st.builds(Says, st.sampled_from([w for w in Wording if w not in WITH_A_NUMBER])) | st.builds(
    Says, st.sampled_from(WITH_A_NUMBER), NUMBERS
)


def compared_with(measure, kind):
    """What a measure of a kind of question may be compared with."""
    moving = kind is Kind.RANKING and measure is Measure.VALUE
    if measure in AMONG or moving:
        found = AGAINST.map(lambda a: Against(period=a.period, as_of=a.as_of)).filter(
            lambda a: a != Against()
        )
    elif measure in WITH_ANOTHER_PERIOD:
        found = st.builds(Against, period=ONE if measure is Measure.INDEX else BEFORE | ONE, as_of=EDITIONS)
    else:
        found = AGAINST
    if measure in COMPARING:
        return found if measure in (Measure.RATIO, Measure.INDEX) else found | st.just(YEAR_BEFORE)
    return st.none() | found if moving else st.none()


@st.composite
def questions(draw):
    kind = draw(st.sampled_from(Kind))
    measure = draw(st.sampled_from([m for m in Measure if kind is Kind.FIGURE or m not in AMONG]))
    listing = kind in (Kind.TABLE, Kind.RANKING)
    over = draw(NAMES) if listing or measure in AMONG else None
    by = draw(st.just("period") | NAMES.filter(lambda name: name != over)) if kind is Kind.TABLE else None
    over = None if over is None else over if over != by else f"{over}x"
    several = kind in (Kind.SERIES, Kind.STATEMENT) or by == "period"
    return Question(
        dataset=draw(NAMES),
        kind=kind,
        period=draw(SEVERAL if several else ONE),
        where=draw(SELECTIONS),
        over=over,
        by=by,
        measure=measure,
        of=draw(st.none() | SELECTIONS) if measure in OF_A_WHOLE else None,
        against=draw(compared_with(measure, kind)),
        exclude=draw(st.none() | (SELECTIONS if over else st.just({}))),
        top=draw(st.none() | st.integers(1, 1000)) if listing else None,
        small_below=draw(st.none() | st.integers(1, 1_000_000)) if kind is Kind.RANKING else None,
        says=draw(SAYS) if kind is Kind.STATEMENT else None,
        as_of=draw(EDITIONS),
    )
