"""Questions: a typed request for figures, read from a small JSON object.

The object is also the cache key and the dependency key, so a question has exactly one canonical form
(`Question.as_json`). Reading refuses unknown keys and values and names the nearest valid ones; whether
members and dimensions exist is checked later against a dataset's codebook (`stats.plan`).
"""

from stats.questions.errors import QuestionError
from stats.questions.measures import COMPARING, Against, Before, Measure, Selection
from stats.questions.parse import MAXIMUM_TOP, parse, parse_text
from stats.questions.periods import LENGTHS, Between, Fixed, Latest, PeriodChoice
from stats.questions.question import BY_PERIOD, KEYS, Kind, Question

__all__ = [
    "BY_PERIOD",
    "COMPARING",
    "KEYS",
    "LENGTHS",
    "MAXIMUM_TOP",
    "Against",
    "Before",
    "Between",
    "Fixed",
    "Kind",
    "Latest",
    "Measure",
    "PeriodChoice",
    "Question",
    "QuestionError",
    "Selection",
    "parse",
    "parse_text",
]
