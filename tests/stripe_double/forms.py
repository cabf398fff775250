"""Stripe's form bodies: decoding them, and refusing what an endpoint does not know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from tests.stripe_double.refusal import Refused

TEXT, WHOLE, FLAG = "text", "whole", "flag"
ANY = "*"
Schema = Mapping[str, Any]
"""Names with TEXT, WHOLE, FLAG, a schema, a list of one of these; ANY stands for names that a caller makes up."""

_PART = re.compile(r"\[([^\]]*)\]")
_MOST_METADATA, _LONGEST_NAME, _LONGEST_VALUE = 50, 40, 500


def decoded(body: str) -> dict[str, Any]:
    """`a[b][0]=1` as nested dicts and lists; a name given twice is refused by nobody, the last holds."""
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(body, keep_blank_values=True):
        first, _, rest = name.partition("[")
        steps = [first, *_PART.findall(f"[{rest}" if rest else "")]
        place = tree
        for step in steps[:-1]:
            place = place.setdefault(step, {})
        last = steps[-1] or str(len(place))
        place[last] = value
    return {name: _lists(value) for name, value in tree.items()}


def checked(given: Mapping[str, Any], schema: Schema, path: str = "") -> dict[str, Any]:
    """The parameters with their types. Raises Refused."""
    clean: dict[str, Any] = {}
    for name, value in given.items():
        where = f"{path}[{name}]" if path else name
        if name == "payment_method_types":
            raise Refused(
                "The `payment_method_types` parameter is no longer supported.",
                code="payment_method_types_no_longer_supported",
                param=where,
            )
        kind = schema.get(name, schema.get(ANY))
        if kind is None:
            raise Refused(f"Received unknown parameter: {where}", code="parameter_unknown", param=where)
        clean[name] = _typed(value, kind, where)
    if "metadata" in clean:
        _check_metadata(clean["metadata"])
    return clean


def require(given: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if name not in given:
            raise Refused(f"Missing required param: {name}.", code="parameter_missing", param=name)


def _typed(value: Any, kind: Any, where: str) -> Any:
    if isinstance(kind, list):
        if not isinstance(value, list):
            raise Refused(f"Invalid array: {where}", param=where)
        return [_typed(item, kind[0], f"{where}[{number}]") for number, item in enumerate(value)]
    if isinstance(kind, Mapping):
        if not isinstance(value, dict):
            raise Refused(f"Invalid object: {where}", param=where)
        return checked(value, kind, where)
    if not isinstance(value, str):
        raise Refused(f"Invalid string: {where}", param=where)
    if kind == WHOLE:
        if not re.fullmatch(r"-?\d+", value):
            raise Refused(f"Invalid integer: {value}", code="parameter_invalid_integer", param=where)
        return int(value)
    if kind == FLAG:
        if value.lower() not in ("true", "false"):
            raise Refused(f"Invalid boolean: {value}", param=where)
        return value.lower() == "true"
    if not value:
        raise Refused("You passed an empty string.", code="parameter_invalid_empty", param=where)
    return value


def _check_metadata(metadata: Mapping[str, str]) -> None:
    if len(metadata) > _MOST_METADATA:
        raise Refused("Metadata can hold at most 50 keys", param="metadata")
    for name, value in metadata.items():
        if len(name) > _LONGEST_NAME or len(value) > _LONGEST_VALUE:
            raise Refused("Metadata keys have at most 40, values 500 characters", param="metadata")


def _lists(value: Any) -> Any:
    """Dicts whose names count from nought are lists."""
    if not isinstance(value, dict):
        return value
    if value and all(name.isdigit() for name in value):
        return [_lists(value[name]) for name in sorted(value, key=int)]
    return {name: _lists(item) for name, item in value.items()}
