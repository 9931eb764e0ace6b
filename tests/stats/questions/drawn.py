"""Questions drawn for laws: every kind, measure, period and selection that can be asked."""

from datetime import date

from hypothesis import strategies as st

from stats.periods import Frequency, Period
from stats.questions import Against, Before, Between, Fixed, Kind, Latest, Measure, Question
from stats.questions.measures import COMPARING, YEAR_BEFORE

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
AGAINST = st.builds(Against, SELECTIONS, st.none() | st.sampled_from(Before) | ONE, EDITIONS).filter(
    lambda against: against != Against()
)


@st.composite
def questions(draw):
    kind = draw(st.sampled_from(Kind))
    over = draw(NAMES) if kind in (Kind.TABLE, Kind.RANKING) else None
    by = draw(st.just("period") | NAMES.filter(lambda name: name != over)) if kind is Kind.TABLE else None
    over = None if over is None else over if over != by else f"{over}x"
    measure = draw(st.sampled_from(Measure))
    against = None
    if measure in COMPARING:
        against = draw(AGAINST if measure is Measure.RATIO else AGAINST | st.just(YEAR_BEFORE))
    return Question(
        dataset=draw(NAMES),
        kind=kind,
        period=draw(SEVERAL if kind is Kind.SERIES or by == "period" else ONE),
        where=draw(SELECTIONS),
        over=over,
        by=by,
        measure=measure,
        of=draw(st.none() | SELECTIONS) if measure is Measure.SHARE else None,
        against=against,
        exclude=draw(st.none() | (SELECTIONS if over else st.just({}))),
        top=draw(st.none() | st.integers(1, 1000)) if over else None,
        as_of=draw(EDITIONS),
    )
