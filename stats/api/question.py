"""The grammar of questions as a JSON schema, for the description of the API.

Reading questions is `stats.questions.parse`, which says more than a schema can; a test compares the keys.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from stats.questions import LENGTHS, MAXIMUM_SMALL, MAXIMUM_TOP, Kind, Measure, Wording
from stats.questions.measures import Before
from stats.questions.says import WITH_A_NUMBER

QUESTION = "Question"
"""The name of the schema among the components."""

_NAME: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 300}
_MEMBERS = {"oneOf": [_NAME, {"type": "array", "items": _NAME, "minItems": 1, "maxItems": 1000}]}
_SELECTION = {"type": "object", "additionalProperties": _MEMBERS}
_PERIOD_TEXT = {
    "type": "string",
    "pattern": r"^\d{4}(-(Q[1-4](-to-\d\d)?|to-\d\d|\d\d))?$",
    "example": "2021-07",
}
_LENGTH = {"type": "string", "enum": list(LENGTHS)}
_EDITION = {
    "oneOf": [{"type": "integer", "minimum": 1, "maximum": 1_000_000}, {"type": "string", "format": "date"}]
}


def _only(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name != "to"],
        "additionalProperties": False,
    }


_PERIOD = {
    "oneOf": [
        _PERIOD_TEXT,
        {"type": "integer", "minimum": 1800, "maximum": 2200},
        _only(year={"type": "integer", "minimum": 1800, "maximum": 2200}),
        _only(quarter=_PERIOD_TEXT),
        _only(month=_PERIOD_TEXT),
        _only(to_date=_PERIOD_TEXT),
        _only(latest=_LENGTH),
        _only(last={"type": "integer", "minimum": 1, "maximum": 1200}, of=_LENGTH),
        {**_only(**{"from": _PERIOD_TEXT, "to": _PERIOD_TEXT})},
    ]
}
_AGAINST = {
    "type": "object",
    "properties": {
        "where": _SELECTION,
        "period": {"oneOf": [{"type": "string", "enum": [b.value for b in Before]}, *_PERIOD["oneOf"]]},
        "as_of": _EDITION,
    },
    "minProperties": 1,
    "additionalProperties": False,
}

_SAYS = {
    "oneOf": [
        {"type": "string", "enum": [word.value for word in Wording if word not in WITH_A_NUMBER]},
        *(_only(**{word.value: {"type": "number"}}) for word in WITH_A_NUMBER),
    ]
}

SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "A request for figures of one dataset. `docs/questions.md` explains the grammar.",
    "properties": {
        "dataset": {**_NAME, "description": "The slug of a dataset."},
        "kind": {"type": "string", "enum": [kind.value for kind in Kind], "default": Kind.FIGURE.value},
        "where": {**_SELECTION, "description": "Members by dimension: codes, or labels in either language."},
        "over": {**_NAME, "description": "The dimension whose members are listed."},
        "by": {**_NAME, "description": "The dimension of a table's columns, or `period`."},
        "period": _PERIOD,
        "measure": {
            "type": "string",
            "enum": [measure.value for measure in Measure],
            "default": Measure.VALUE.value,
        },
        "of": {**_SELECTION, "description": "The whole of a share or contribution."},
        "against": {**_AGAINST, "description": "What is compared with, or moved since."},
        "exclude": {
            "oneOf": [_SELECTION, {"type": "array", "items": _NAME}, _NAME],
            "description": "Members left out of the list; empty to keep out none.",
        },
        "top": {"type": "integer", "minimum": 1, "maximum": MAXIMUM_TOP},
        "depth": {
            "oneOf": [{"type": "integer", "minimum": 1, "maximum": 9}, {"type": "string", "enum": ["all"]}],
            "description": "How many levels a table lists, parts below their wholes.",
        },
        "small_below": {
            "type": "integer",
            "minimum": 1,
            "maximum": MAXIMUM_SMALL,
            "description": "Rows of a ranking whose figures may be smaller are marked.",
        },
        "says": {**_SAYS, "description": "What a statement says of its series."},
        "as_of": {**_EDITION, "description": "An edition by its number, or the one in force on a date."},
    },
    "required": ["dataset", "period"],
    "additionalProperties": False,
    "example": {
        "dataset": "imp-province-noc",
        "kind": "ranking",
        "over": "occupation",
        "where": {"province": "Ontario"},
        "period": {"year": 2021},
        "top": 5,
    },
}


def with_grammar(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """Put the grammar among the components, after drf-spectacular has sorted out all others."""
    schemas = result["components"]["schemas"] | {QUESTION: deepcopy(SCHEMA)}
    result["components"]["schemas"] = dict(sorted(schemas.items()))
    return result
