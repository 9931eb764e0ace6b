"""Questions: a typed request for figures, read from a small JSON object.

The object is also the cache key and the dependency key, so a question has exactly one canonical form
(`Question.as_json`). Reading refuses unknown keys and values and names the nearest valid ones; whether
members and dimensions exist is checked later against a dataset's codebook (`stats.plan`).
"""

from stats.questions.errors import QuestionError
from stats.questions.measures import (
    AMONG,
    COMPARING,
    OF_A_WHOLE,
    OVER_TIME,
    Against,
    Before,
    Measure,
    Selection,
)
from stats.questions.parse import MAXIMUM_SMALL, MAXIMUM_TOP, parse, parse_text
from stats.questions.periods import LENGTHS, Between, Fixed, Latest, PeriodChoice
from stats.questions.question import BY_PERIOD, KEYS, Depth, Kind, Question
from stats.questions.says import WITH_A_NUMBER, Says, Wording

__all__ = [
    "AMONG",
    "BY_PERIOD",
    "COMPARING",
    "KEYS",
    "LENGTHS",
    "MAXIMUM_SMALL",
    "MAXIMUM_TOP",
    "OF_A_WHOLE",
    "OVER_TIME",
    "WITH_A_NUMBER",
    "Against",
    "Before",
    "Between",
    "Depth",
    "Fixed",
    "Kind",
    "Latest",
    "Measure",
    "PeriodChoice",
    "Question",
    "QuestionError",
    "Says",
    "Selection",
    "Wording",
    "parse",
    "parse_text",
]
