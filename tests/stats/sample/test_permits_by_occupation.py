"""The occupation samples say what IRCC said of 2021, recomputed here from their bytes with plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import pytest

from stats.sample import permits_by_occupation

HEADER = (
    "EN_YEAR\tEN_QUARTER\tEN_MONTH\tFR_ANNEÉ\tFR_TRIMESTRE\tFR_MOIS\t"
    "EN_PROVINCE_TERRITORY\tFR_PROVINCE_TERRITOIRE\tEN_OCCUPATION\tFR_PROFESSION\tTOTAL"
)
TOTALS = {
    "Ontario": 145_560,
    "British Columbia": 63_710,
    "Quebec": 53_960,
    "Alberta": 22_790,
    "Manitoba": 12_525,
}
TOP = {
    "Ontario": [("2174", 2870), ("2171", 2280), ("2173", 2080), ("3111", 1425), ("4011", 1410)],
    "British Columbia": [("2173", 1420), ("5135", 875), ("5241", 750), ("4011", 690), ("2171", 360)],
    "Quebec": [("5241", 1945), ("4011", 1260), ("2171", 1150), ("2174", 1000), ("1123", 595)],
    "Alberta": [("4011", 535), ("6311", 345), ("4012", 255), ("6322", 255), ("7511", 150)],
    "Manitoba": [("9462", 355), ("7511", 300), ("5251", 130), ("6322", 110), ("8252", 90)],
}


@cache
def lines(number: int) -> list[list[str]]:
    """The cells of an edition's file, the header first."""
    (source,) = permits_by_occupation.editions()[number - 1].files
    assert source.data.endswith(b"\r\n")
    return [line.split("\t") for line in source.data.decode("utf-8").split("\r\n")[:-1]]


@cache
def permits_of_2021(number: int) -> dict[str, Counter[str]]:
    """Printed cells of 2021 added up, by province and occupation."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines(number)[1:]:
        if line[0] == "2021" and line[-1] != "--":
            sums[line[6]][line[8]] += int(line[-1])
    return sums


def ranked(number: int, province: str, count: int) -> list[tuple[str, int]]:
    """The first occupations of a province in 2021 by code, residual members left aside."""
    coded = [(o[:4], n) for o, n in permits_of_2021(number)[province].items() if o[0].isdigit()]
    return sorted(coded, key=lambda row: (-row[1], row[0]))[:count]


@pytest.mark.parametrize("number", [1, 2])
def test_layout(number: int) -> None:
    """Tabs, bilingual headers, the quarter of each month, nothing printed as zero, every cell once."""
    header, *rows = lines(number)
    assert "\t".join(header) == HEADER
    assert {len(row) for row in rows} == {11}
    assert len({tuple(row[:-1]) for row in rows}) == len(rows)
    assert {(row[1], row[2]) for row in rows if row[5] == "août"} == {("Q3", "Aug")}
    assert all(row[-1] == "--" or (int(row[-1]) > 0 and int(row[-1]) % 5 == 0) for row in rows)


@pytest.mark.parametrize(("number", "last"), [(1, "Jun"), (2, "Jul")])
def test_months_covered(number: int, last: str) -> None:
    """The second edition has one month more."""
    months = [row[2] for row in lines(number)[1:] if row[0] == "2024"]
    assert last in months
    assert len(set(months)) == 5 + number
    assert permits_by_occupation.editions()[number - 1].covers_until.n == 5 + number


@pytest.mark.parametrize("number", [1, 2])
def test_totals_of_2021(number: int) -> None:
    """The totals of the five provinces and the sum for Canada are IRCC's in both editions."""
    sums = permits_of_2021(number)
    assert {province: sum(sums[province].values()) for province in TOTALS} == TOTALS
    assert sum(sum(counts.values()) for counts in sums.values()) == 327_395


@pytest.mark.parametrize("province", TOP)
def test_first_five_of_the_second_edition(province: str) -> None:
    """The first five occupations are IRCC's, and a sixth stays behind them."""
    *five, sixth = ranked(2, province, 6)
    assert five == TOP[province]
    assert sixth[1] < five[-1][1]


def test_ontario_in_the_first_edition() -> None:
    """Professors are fourth and specialist physicians fifth; every other province is as it will be."""
    assert ranked(1, "Ontario", 5) == [*TOP["Ontario"][:3], ("4011", 1425), ("3111", 1410)]
    assert all(ranked(1, province, 5) == TOP[province] for province in TOP if province != "Ontario")


@pytest.mark.parametrize("number", [1, 2])
def test_other_occupations_come_first(number: int) -> None:
    """Open permits without an occupation are four fifths and first in every province."""
    sums = permits_of_2021(number)
    assert all(counts.most_common(1)[0][0] == "Other occupations" for counts in sums.values())
    assert 0.80 < sum(c["Other occupations"] for c in sums.values()) / 327_395 < 0.84


def test_revisions_are_routine() -> None:
    """Between the editions a few cells of the newest months move, and six of Ontario's of 2021."""
    before, after = ({tuple(r[:-1]): r[-1] for r in lines(n)[1:]} for n in (1, 2))
    changed = [key for key in before.keys() & after.keys() if before[key] != after[key]]
    assert not before.keys() - after.keys()
    assert {key[0] for key in changed} == {"2021", "2024"}
    assert [key[6] for key in changed if key[0] == "2021"] == ["Ontario"] * 6
    assert 0 < len(changed) < 0.01 * len(before)


def test_same_bytes_each_time() -> None:
    """The editions are made from fixed seeds."""
    assert permits_by_occupation.editions() == permits_by_occupation.editions()
