"""Charts that the tests of this folder share: one of each kind, with every nuisance of real figures."""

from articles.charts import (
    Bar,
    BarChart,
    Group,
    GroupedBars,
    Line,
    LineChart,
    Point,
    Slope,
    SlopeChart,
    SlopeEnd,
    Stack,
    StackedBars,
    Tile,
    TileMap,
)
from articles.charts.tile import PLACES
from stats.periods import Period, span, year
from stats.values import Status

HOSTILE = "</text><script>alert('1')</script>&\"\x00\x1b\ud800 ]]>"

BARS = BarChart(
    "Permit holders by occupation, Ontario, 2021",
    "Computer programmers lead with 2,870.",
    (
        Bar("Computer programmers and interactive media developers", 2870, "2,870", 2846, 2894),
        Bar("Specialist physicians", 1425, "1,425", 1401, 1449, highlight=True, distinguishable=False),
        Bar("University professors and lecturers", 1410, "1,410", 1386, 1434, note="fourth in edition 1"),
        Bar("Athletes", None, "1–4", 1, 4, Status.SUPPRESSED),
        Bar("Judges", None, "not available", status=Status.MISSING),
    ),
    unit="Permits",
    source="IRCC, July 31, 2024",
)

CHANGES = BarChart(
    "Variation, 2020 à 2021",
    "",
    (
        Bar("Ontario", 12.3, "+12,3\u00a0%", 10, 14),
        Bar("Île-du-Prince-Édouard", -18, "−18,0\u00a0%", -20, -16),
        Bar("Québec", 0, "0\u00a0%"),
    ),
    language="fr",
)

YEARS = (*span(year(2019), year(2023)), Period.parse("2024-to-06"))
LINES = LineChart(
    "Permit holders by year",
    "Ontario grows, Nunavut is mostly suppressed.",
    (
        Line(
            "Ontario",
            tuple(Point(n, f"{n:,}", low=n - 90, high=n + 90) for n in (900, 400, 950, 1200, 1500, 800)),
        ),
        Line(
            "Newfoundland and Labrador",
            (
                Point(5, "5"),
                Point(None, "--", Status.SUPPRESSED, 1, 4),
                Point(10, "10"),
                None,
                Point(20, "20"),
                Point(15, "15"),
            ),
        ),
    ),
    YEARS,
    unit="Permits",
)

TILES = TileMap(
    "Permit holders by province, 2021",
    "Most are in Ontario.",
    tuple(
        Tile(code, code, None, "1–4", 1, 4, Status.SUPPRESSED)
        if code == "NU"
        else Tile(code, code, n * n * 1000, f"{n * n},000")
        for n, code in enumerate(PLACES)
    ),
    unit="Permits",
)

_HIDDEN = Bar("2021", None, "1 to 4 (suppressed)", 1, 4, Status.SUPPRESSED)
GROUPS = GroupedBars(
    "Permit holders by province",
    "Ontario grows.",
    (
        Group("Ontario", (Bar("2020", 900, "900", 850, 950), Bar("2021", 1200, "1,200", 1100, 1300))),
        Group("Newfoundland and Labrador", (Bar("2020", -10, "−10", -12, -8), _HIDDEN), highlight=True),
        Group(
            "Nunavut", (Bar("2020", 0, "0", 0, 0), Bar("2021", None, "not available", status=Status.MISSING))
        ),
    ),
    unit="Permits",
)
STACKS = StackedBars(
    "Permit holders by program",
    "Most are in the first.",
    tuple(
        Stack(
            label,
            (Bar("International Mobility Program", n, str(n)), Bar("Others", 100, "100"), _HIDDEN),
            low=n + 60,
            high=n + 140,
        )
        for label, n in (("2020", 900), ("January to June 2021", 400))
    ),
    unit="Permits",
)

SLOPES = SlopeChart(
    "Permit holders by province",
    "Ontario grows.",
    (
        Slope("Ontario", SlopeEnd(900, "900"), SlopeEnd(1200, "1,200"), highlight=True),
        Slope("Newfoundland and Labrador", SlopeEnd(895, "895"), SlopeEnd(890, "890"), open=True),
        Slope("Nunavut", SlopeEnd(2.5, "--", hollow=True), SlopeEnd(10, "10")),
        Slope("Yukon", SlopeEnd(None, ".."), SlopeEnd(15, "15")),
    ),
    ("2020", "2021"),
    unit="Permits",
)

ALL = {
    "slopes": SLOPES,
    "groups": GROUPS,
    "stacks": STACKS,
    "bars": BARS,
    "changes": CHANGES,
    "lines": LINES,
    "tiles": TILES,
}
