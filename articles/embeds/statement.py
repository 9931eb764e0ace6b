"""A statement over a series in words: as much as every outcome that the figures leave open has in common."""

from __future__ import annotations

from collections.abc import Sequence

from articles.embeds import phrases
from articles.embeds import statement_phrases as said
from articles.embeds.cell import plain
from articles.embeds.foot import edition_text, made_text
from articles.embeds.phrases import say
from articles.embeds.quantity import quantity_of
from articles.embeds.series_periods import SeriesPeriods
from articles.embeds.view import FigureView, phrase
from articles.numbers import cell_text, number, ordinal_in_words, status_text
from stats.answers import AnsweredPeriod, StatementAnswer
from stats.labels import Label, Language
from stats.periods import Period
from stats.questions import Says, Wording
from stats.statements import Verdict
from stats.values import Bounds, Status, Value

FIRST = frozenset({Wording.FIRST_ABOVE, Wording.FIRST_BELOW})


def statement_view(answer: StatementAnswer, language: Language, *, plural: bool = False) -> FigureView:
    """The statement as a sentence takes it. `plural` is the number of the French subject of its verb."""
    words = _Words(answer, language, plural=plural)
    known = bool(answer.possible) if answer.number is None else answer.number.hard is not None
    text = words.supported() if known else status_text(Status.MISSING, language)
    printed = words.printed() if known and answer.verdict is not Verdict.CERTAIN else text
    count = answer.number.number if answer.number else None
    return FigureView(
        text=text,
        value="" if count is None else plain(count),
        status=Status.NORMAL if known else Status.MISSING,
        explanation=_explanation(answer, words.periods, language),
        note="" if printed == text else say(said.WOULD_SAY, language, printed=printed),
    )


class _Words:
    """Says one statement in one language."""

    def __init__(self, answer: StatementAnswer, language: Language, *, plural: bool) -> None:
        if answer.about.question.says is None:
            raise ValueError("a statement says something")
        self.says: Says = answer.about.question.says
        self.answer = answer
        self.language = language
        self.have = "ont" if plural else "a"
        self.periods = SeriesPeriods(answer, language)

    def supported(self) -> str:
        """What all outcomes have in common."""
        return self._said(self.answer.possible, self.answer.number.sure if self.answer.number else None)

    def printed(self) -> str:
        """What the printed figures would say; empty where they say nothing."""
        if self.answer.number is None:
            return self._said((self.answer.period,), None)
        count = self.answer.number.number
        return "" if count is None else self._said(None, Bounds(count, count))

    def _said(self, possible: Sequence[AnsweredPeriod | None] | None, count: Bounds | None) -> str:
        if self.says.wording in said.VERBS and count is not None:
            return self._in_a_row(count)
        if count is not None:
            return self._place(count)
        outcomes = [period.asked if period else None for period in possible or ()]
        if self.says.wording in said.EXTREMES:
            return self._since(outcomes)
        return self._time(outcomes)

    def _say(self, label: Label, **parts: object) -> str:
        return say(label, self.language, **parts)

    def _since(self, outcomes: Sequence[Period | None]) -> str:
        extreme = said.EXTREMES[self.says.wording]
        word = self._say(extreme)
        earlier = [period for period in outcomes if period is not None]
        if not earlier:
            first = self.periods.the(self.periods.first)
            if not self.answer.from_the_start:
                return self._say(said.SINCE_AT_LEAST, extreme=word, period=first)
            return self._say(said.ON_RECORD, extreme=word, first=first)
        newest = max(earlier)
        if newest == self.periods.before_last:
            not_beyond = said.NOT_BEYOND if len(outcomes) == 1 else said.PERHAPS_NOT_BEYOND
            the = self.periods.the(newest)
            return self._say(not_beyond[extreme], period=the, of=self.periods.of(newest))
        label = said.SINCE if len(outcomes) == 1 else said.SINCE_AT_LEAST
        return self._say(label, extreme=word, period=self.periods.the(newest))

    def _time(self, outcomes: Sequence[Period | None]) -> str:
        first_time = self.says.wording in FIRST
        side = self._say(said.SIDES[self.says.wording], number=self._threshold())
        times = sorted(period for period in outcomes if period is not None)
        if not times:
            return self._say(said.NEVER, side=side, first=self.periods.the(self.periods.first))
        if None in outcomes:
            bound, label = (times[0], said.PERHAPS_FROM) if first_time else (times[-1], said.PERHAPS_UNTIL)
            return self._say(label, side=side, within=self.periods.within(bound))
        return self._first_time(side, times) if first_time else self._last_time(side, times)

    def _first_time(self, side: str, times: Sequence[Period]) -> str:
        """For the first time at all, or as far back as the series goes."""
        first, within = self.periods.first, self._within(times)
        if times[-1] == first:
            return self._say(said.ALREADY, side=side, within=within)
        if self.answer.from_the_start:
            return self._say(said.FIRST_TIME, side=side, within=within)
        return self._say(said.FIRST_TIME_SINCE, side=side, first=self.periods.the(first), within=within)

    def _last_time(self, side: str, times: Sequence[Period]) -> str:
        label = said.STILL if times[0] == self.periods.last else said.LAST_TIME
        return self._say(label, side=side, within=self._within(times))

    def _within(self, times: Sequence[Period]) -> str:
        """In one period, or between two."""
        if len(times) == 1:
            return self.periods.within(times[0])
        first, last = (self.periods.the(times[end]) for end in (0, -1))
        return self._say(said.BETWEEN, first=first, last=last)

    def _threshold(self) -> str:
        exact = Bounds(self.says.threshold or 0, self.says.threshold or 0)
        value = Value(exact.low, Status.NORMAL, exact, exact)
        return cell_text(value, language=self.language, quantity=quantity_of(self.answer.about)).text

    def _in_a_row(self, count: Bounds) -> str:
        verb = said.VERBS[self.says.wording]
        least = int(count.low)
        if least == 0:
            label = (said.DID_NOT if count.exact else said.PERHAPS_NOT)[verb]
            return self._say(label, have=self.have)
        does = self._say(verb, have=self.have)
        if least == 1 and count.exact:
            return does
        # A row that fills the whole series may have begun before it.
        open_ended = not count.exact or least == self.periods.count - 1
        label = said.AT_LEAST_IN_A_ROW if open_ended else said.IN_A_ROW
        feminine = self.periods.feminine
        place = ordinal_in_words(least, self.language, feminine=feminine)
        counted = self._say(said.ORDINALS[self.periods.frequency], place=place)
        return self._say(label, verb=does, ordinal=counted)

    def _place(self, count: Bounds) -> str:
        extreme = self._say(said.EXTREMES[self.says.wording])
        first, last = (ordinal_in_words(int(end), self.language) for end in (count.low, count.high))
        all_of_them = self._say(
            said.COUNTS[self.periods.frequency], count=number(self.periods.count, self.language)
        )
        if count.high - count.low > 1:
            return self._say(said.PLACES_BETWEEN, first=first, last=last, extreme=extreme, count=all_of_them)
        if not count.exact:
            place = self._say(said.ONE_OF_TWO_PLACES, first=first, last=last, extreme=extreme)
        else:
            place = self._say(
                said.FIRST_PLACE if count.low == 1 else said.PLACE, place=first, extreme=extreme
            )
        return self._say(said.PLACE_OF_ALL, place=place, count=all_of_them)


def _explanation(answer: StatementAnswer, periods: SeriesPeriods, language: Language) -> str:
    """What the statement is about, whether the figures settle it, how they were made, and their edition."""
    about = answer.about
    of = [phrase(about.dataset_title, language).text]
    of += [phrase(member.label, language).text for _, member in about.where]
    of.append(say(said.SPAN, language, first=periods.name(periods.first), last=periods.name(periods.last)))
    sentences = [f"{', '.join(of)}."]
    if answer.verdict is Verdict.CERTAIN:
        sentences.append(say(said.SETTLED[about.deciding], language))
    elif answer.possible or answer.number:
        sentences.append(say(said.OPEN, language))
    sentences += [made_text(answer.figures, language), f"{edition_text(about.edition, language)}."]
    if about.edition.modelled.in_language(language):
        sentences.append(say(phrases.MODELLED, language))
    return " ".join(sentences)
