"""Observations as SDMX-CSV."""

import csv
import io

import pytest

from stats.api import sdmx
from stats.periods import Period
from stats.values import Status
from tests.articles.permits import make_permits
from tests.stats.api.client import get


@pytest.mark.django_db
def test_the_message():
    """The structure, the dimensions with their codes, the measure, the attributes."""
    make_permits()
    response = get(
        "datasets/permits/observations/",
        format="sdmx-csv",
        province="ON",
        occupation="2174,9462",
        to="2021-01",
    )
    assert response["Content-Type"] == "application/vnd.sdmx.data+csv;version=2.0.0"
    number, hidden = csv.DictReader(io.StringIO(response.text))
    assert number == {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": "STET:PERMITS(1.0.0)",
        "ACTION": "I",
        "FREQ": "M",
        "PROVINCE": "ON",
        "OCCUPATION": "2174",
        "TIME_PERIOD": "2021-01",
        "OBS_VALUE": "30",
        "OBS_STATUS": "A",
        "CONF_STATUS": "F",
        "UNIT_MEASURE": "PERMITS",
        "UNIT_MULT": "0",
        "DECIMALS": "0",
        "LOWER_BOUND": "28",
        "UPPER_BOUND": "32",
    }
    assert (hidden["OBS_VALUE"], hidden["OBS_STATUS"], hidden["CONF_STATUS"]) == ("", "Q", "C")
    assert (hidden["LOWER_BOUND"], hidden["UPPER_BOUND"]) == ("1", "4")


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2021", "2021"),
        ("2021-Q3", "2021-Q3"),
        ("2021-07", "2021-07"),
        ("2024-to-06", "2024-01-01/P6M"),
        ("2024-Q3-to-08", "2024-07-01/P2M"),
    ],
)
def test_periods(period, written):
    """Parts of a year are ranges of time."""
    assert sdmx.time_period(Period.parse(period)) == written


def test_every_status_has_a_code():
    """Each its own."""
    assert set(sdmx.OBS_STATUS) == set(Status)
    assert len(set(sdmx.OBS_STATUS.values())) == len(Status)
