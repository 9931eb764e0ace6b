"""The periods of a statement's series as its phrases name them: since when, in which, compared with which."""

from __future__ import annotations

from articles.embeds import statement_phrases as said
from articles.embeds.period_words import covered
from articles.embeds.phrases import say
from articles.numbers import in_period
from articles.numbers.french import de
from stats.answers import AnsweredPeriod, StatementAnswer
from stats.labels import Language
from stats.periods import Frequency, Period
from stats.questions import Measure


class SeriesPeriods:
    """Names the periods of one series in one language."""

    def __init__(self, answer: StatementAnswer, language: Language) -> None:
        self._about = answer.about
        self._language = language
        self._all = [column.period.asked for column in answer.columns if column.period is not None]

    @property
    def first(self) -> Period:
        return self._all[0]

    @property
    def last(self) -> Period:
        return self._all[-1]

    @property
    def before_last(self) -> Period | None:
        return self._all[-2] if len(self._all) > 1 else None

    @property
    def count(self) -> int:
        return len(self._all)

    @property
    def frequency(self) -> Frequency:
        return self.first.frequency

    @property
    def feminine(self) -> bool:
        """The gender of the French noun for such a period."""
        return self.frequency is Frequency.YEAR

    def name(self, period: Period) -> str:
        """`March 2019`; of a moving sum `twelve months to March 2019`."""
        return covered(self._about, AnsweredPeriod(period, period), self._language)

    def the(self, period: Period) -> str:
        """`March 2019`, `the third quarter of 2019`, with the article that its name needs."""
        if self._moving:
            return say(said.THE_MONTHS, self._language, name=self.name(period))
        name = self.name(period)
        return say(said.THE, self._language, name=name) if period.frequency is Frequency.QUARTER else name

    def of(self, period: Period) -> str:
        """*de mars 2019*, *du troisième trimestre de 2019*."""
        return de(self.the(period))

    def within(self, period: Period) -> str:
        """`in March 2019`, `in the third quarter of 2019`."""
        if self._moving:
            return say(said.IN_THE_MONTHS, self._language, name=self.name(period))
        return in_period(period, self._language)

    @property
    def _moving(self) -> bool:
        return self._about.question.measure is Measure.MOVING_SUM
