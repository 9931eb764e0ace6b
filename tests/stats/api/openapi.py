"""The description of the API as the tests hold real responses against it."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from jsonschema import Draft202012Validator


@cache
def as_text() -> str:
    """The description as YAML, the form in which it is kept."""
    description = SchemaGenerator().get_schema(request=None, public=True)
    text: bytes = OpenApiYamlRenderer().render(description, renderer_context={})
    return text.decode("utf-8")


@cache
def components() -> dict[str, Any]:
    """The schemas that responses are made of."""
    found: dict[str, Any] = yaml.safe_load(as_text())["components"]
    return found


def check(component: str, value: object) -> None:
    """Fail unless a value fits the schema of a component, and has no key that the schema does not name."""
    schema = {"$ref": f"#/components/schemas/{component}", "components": components()}
    Draft202012Validator(schema).validate(value)
    _only_named(components()["schemas"][component], value, component)


def _only_named(schema: dict[str, Any], value: object, path: str) -> None:
    for choice in schema.get("oneOf", ()):
        if _fits(choice, value):
            _only_named(choice, value, path)
    for part in schema.get("allOf", ()):
        _only_named(part, value, path)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        _only_named(components()["schemas"][name], value, path)
    elif isinstance(value, dict) and "properties" in schema:
        assert set(value) <= set(schema["properties"]), path
        for key, inner in value.items():
            _only_named(schema["properties"][key], inner, f"{path}.{key}")
    elif isinstance(value, list) and "items" in schema:
        for inner in value:
            _only_named(schema["items"], inner, f"{path}[]")


def _fits(schema: dict[str, Any], value: object) -> bool:
    return Draft202012Validator(schema | {"components": components()}).is_valid(value)
