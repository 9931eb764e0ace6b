"""Names of periods and dates, with French elision and its first of the month."""

from datetime import date

import pytest

from articles.numbers import date_name, in_period, on_date, period_name, short_period_name, stock_date
from stats.periods import Period


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("period", "english", "french", "short_english", "short_french"),
    [
        ("2021", "2021", "2021", "2021", "2021"),
        ("2021-07", "July 2021", "juillet 2021", "Jul 2021", "juill. 2021"),
        ("2021-Q3", "third quarter of 2021", "troisième trimestre de 2021", "Q3 2021", "T3 2021"),
        ("2021-Q1", "first quarter of 2021", "premier trimestre de 2021", "Q1 2021", "T1 2021"),
        ("2024-to-06", "January to June 2024", "janvier à juin 2024", "Jan–Jun 2024", "janv.–juin 2024"),
        ("2024-to-01", "January 2024", "janvier 2024", "Jan 2024", "janv. 2024"),
        ("2024-Q2-to-05", "April to May 2024", "avril à mai 2024", "Apr–May 2024", "avr.–mai 2024"),
    ],
)
def test_names(period, english, french, short_english, short_french):
    it = Period.parse(period)
    assert period_name(it, "en") == english
    assert period_name(it, "fr") == french
    assert short_period_name(it, "en") == short_english
    assert short_period_name(it, "fr") == short_french


@pytest.mark.parametrize(
    ("period", "english", "french"),
    [
        ("2021", "in 2021", "en 2021"),
        ("2021-08", "in August 2021", "en août 2021"),
        ("2021-Q3", "in the third quarter of 2021", "au troisième trimestre de 2021"),
        ("2024-to-06", "from January to June 2024", "de janvier à juin 2024"),
        ("2024-Q2-to-05", "from April to May 2024", "d’avril à mai 2024"),
        ("2024-Q4-to-11", "from October to November 2024", "d’octobre à novembre 2024"),
        ("2024-Q3-to-07", "in July 2024", "en juillet 2024"),
    ],
)
def test_in_period(period, english, french):
    assert in_period(Period.parse(period), "en") == english
    assert in_period(Period.parse(period), "fr") == french


def test_dates():
    assert plain(date_name(date(2024, 7, 31), "en")) == "July 31, 2024"
    assert plain(date_name(date(2024, 7, 31), "fr")) == "31 juillet 2024"
    assert plain(date_name(date(2024, 7, 1), "fr")) == "1er juillet 2024"
    assert plain(on_date(date(2021, 12, 31), "fr")) == "au 31 décembre 2021"


def test_a_stock_is_counted_on_the_last_day():
    assert plain(stock_date(Period.parse("2021"), "en")) == "on December 31, 2021"
    assert plain(stock_date(Period.parse("2024-02"), "fr")) == "au 29 février 2024"
    assert plain(stock_date(Period.parse("2024-to-06"), "en")) == "on June 30, 2024"
