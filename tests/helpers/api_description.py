"""The API of a code host as its owner describes it: answers are made and all is checked by it."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema

_DATA = Path(__file__).parents[1] / "data" / "apis"


class Description:
    """The operations of one host that the program uses (see ``tests/api_descriptions.py``)."""

    def __init__(self, name: str) -> None:
        found = json.loads((_DATA / f"{name}.json").read_text())
        self.definitions = found["definitions"]
        self._operations = [
            (_compile(operation), about) for operation, about in found["operations"].items()
        ]

    def find(self, method: str, path: str) -> dict[str, Any] | None:
        """The operation of a request; None for one that is not described."""
        for pattern, about in self._operations:
            if pattern.fullmatch(f"{method} {path}"):
                return about  # type: ignore[no-any-return]
        return None

    def check(self, value: object, schema: dict[str, Any]) -> str:
        """What is wrong with a value; "" for nothing."""
        whole = {**schema, "definitions": self.definitions}
        error = jsonschema.exceptions.best_match(
            jsonschema.Draft7Validator(whole).iter_errors(value)
        )
        return f"{error.json_path}: {error.message[:300]}" if error else ""

    def make(self, schema: dict[str, Any], value: Any) -> Any:
        """Complete a value by what its description requires."""
        schema = self._resolve(schema)
        if isinstance(value, list) and "items" in schema:
            return [self.make(schema["items"], each) for each in value]
        if isinstance(value, dict):
            properties = self._properties(schema)
            made = {name: self.make(properties.get(name, {}), each) for name, each in value.items()}
            for name in self._required(schema):
                if name not in made:
                    made[name] = self._empty(properties.get(name, {}))
            return made
        return value

    def _resolve(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema or schema.get("anyOf") or schema.get("oneOf"):
            if "$ref" in schema:
                name = schema["$ref"].rpartition("/definitions/")[2]
                schema = self.definitions.get(name) or self.definitions[unquote(name)]
            else:
                choices = schema.get("anyOf") or schema["oneOf"]
                schema = next((each for each in choices if each.get("type") != "null"), {})
        return schema

    def _properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        found = dict(schema.get("properties", {}))
        for part in schema.get("allOf", []):
            found |= self._properties(self._resolve(part))
        return found

    def _required(self, schema: dict[str, Any]) -> list[str]:
        found = list(schema.get("required", []))
        for part in schema.get("allOf", []):
            found += self._required(self._resolve(part))
        return found

    def _empty(self, schema: dict[str, Any]) -> Any:
        if any(each.get("type") == "null" for each in schema.get("anyOf", [])):
            return None
        schema = self._resolve(schema)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = "null" if "null" in kind else kind[0]
        if "enum" in schema:
            return schema["enum"][0]
        if "const" in schema:
            return schema["const"]
        if kind == "object" or "properties" in schema or "allOf" in schema:
            return self.make(schema, {})
        empty = {"string": "", "array": [], "boolean": False, "integer": 0, "number": 0}
        return empty.get(kind)  # type: ignore[arg-type]


def _compile(operation: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\})", operation)
    # a branch and a reference may have slashes, all else has none
    wide = ("{ref}", "{branch}")
    return re.compile(
        "".join(
            (r".+" if part in wide else r"[^/]+") if part.startswith("{") else re.escape(part)
            for part in parts
        )
    )
