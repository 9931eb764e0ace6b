"""Other ways: the same figure out of other printed cells, which narrows what it may be.

A publisher prints a year and its months, a province and its categories, each rounded on its own. The truth of
the year is the sum of the months' truths, so it lies within the bounds of both; and the truth of one month is
that of the year less those of the other months. A hidden cell is often narrowed to one number that way.

Where both ways cannot be true at once, the figures differ beyond rounding, and the answer says so.

The ways to all rows, columns and periods of a plan are read from a few more plans: one for the periods, one
for each dimension that is listed, up to three for each that is not.
"""

from stats.other_ways.all_ways import OtherWays, other_ways
from stats.other_ways.way import OtherWay, Reading

__all__ = ["OtherWay", "OtherWays", "Reading", "other_ways"]
