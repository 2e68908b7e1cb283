"""Writes what Open XML allows in the parts of a template, read from the data of the Open XML SDK.

    python -m smdeck.data.make_open_xml [--check]

The data come with openxml-audit, which the tests need anyway (`pip install smdeck[dev]`). Only the
elements of PresentationML and DrawingML are kept that masters, layouts, themes, table styles and
`presentation.xml` can hold; what is inside an `ext` is left to those who understand it. `--check`
writes nothing and exits with 1 where the file is stale.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent / "open-xml.json"

ROOTS = ("p:presentation", "p:sldMaster", "p:sldLayout", "p:notesMaster", "p:handoutMaster",
         "a:theme", "a:tblStyleLst")  # fmt: skip
"""The elements that the parts begin with."""

KEPT = ("a:", "p:")
"""The namespaces whose elements are looked into."""

INTEGER = r"[+-]?\d{1,19}"
NUMBERS = {
    "SByteValue": (-(2**7), 2**7 - 1),
    "Int32Value": (-(2**31), 2**31 - 1),
    "Int64Value": (-(2**63), 2**63 - 1),
    "UInt32Value": (0, 2**32 - 1),
}
"""Types of attributes that are whole numbers, with the least and the largest."""

_SPACES = {"a": "DocumentFormat.OpenXml.Drawing.", "p": "DocumentFormat.OpenXml.Presentation."}
"""Where the SDK has the lists of values of a namespace: others have lists of the same names."""

Type = dict[str, Any]


class Schemas:
    """The types and lists of values of the SDK, by name."""

    def __init__(self) -> None:
        self.types: dict[str, Type] = {}
        self.classes: dict[tuple[str, str], Type] = {}
        self.values: dict[str, list[str]] = {}
        folder = files("openxml_audit") / "data" / "openxml" / "schemas"
        for file in sorted(folder.iterdir(), key=lambda one: one.name):
            schema = json.loads(file.read_text("utf-8"))
            for type_ in schema.get("Types", ()):
                self.types[type_["Name"]] = type_
                self.classes[type_["Name"].split(":")[0], type_["ClassName"]] = type_
            for values in schema.get("Enums", ()):
                listed = [facet["Value"] for facet in values.get("Facets", ())]
                self.values[values["Type"]] = listed
                space = values["Type"].split(":")[0]
                self.values[f"{_SPACES.get(space, '')}{values['Name']}"] = listed

    def line(self, name: str) -> Iterator[Type]:
        """Yield a type and those that it is derived from."""
        type_ = self.types.get(name)
        while type_:
            yield type_
            base = self.classes.get((name.split(":")[0], type_.get("BaseClass", "")))
            type_ = base if base is not type_ else None

    def attributes(self, name: str) -> list[Type]:
        """Return the attributes of a type, those that it inherits too."""
        return [one for type_ in self.line(name) for one in type_.get("Attributes", ())]

    def particle(self, name: str) -> Type | None:
        """Return the content of a type, of its own or inherited."""
        found = (type_["Particle"] for type_ in self.line(name) if "Particle" in type_)
        return next(found, None)


def content(particle: Type) -> str:
    """Return a regular expression over the names of children, each with a space behind it."""
    least, most = _occurs(particle)
    many = {(1, 1): "", (0, 1): "?", (0, 0): "*", (1, 0): "+"}.get((least, most))
    if many is None:
        many = f"{{{least},{most or ''}}}"
    if "Name" in particle:
        inner = f"{particle['Name'].split('/')[1]} "
    elif particle.get("Kind") == "Any":
        inner = "[^ ]+ "
    else:
        between = "|" if particle["Kind"] == "Choice" else ""
        inner = between.join(content(item) for item in particle.get("Items", ()))
        if not many and not between:
            return inner
    return f"(?:{inner}){many}+" if many else f"(?:{inner})"


def _occurs(particle: Type) -> tuple[int, int]:
    """Return how often something may come, 0 for any number of times."""
    occurs = particle.get("Occurs")
    if occurs is None:
        return 1, 1
    least = min(one.get("Min", 0) for one in occurs) if occurs else 0
    most = [one.get("Max", 0) for one in occurs] or [0]
    return least, 0 if 0 in most else max(most)


def value(attribute: Type, schemas: Schemas) -> Any:
    """Return what an attribute may be: a regular expression, or least and largest number."""
    kind, _, listed = attribute["Type"].rstrip(">").partition("<")
    checks = [
        one
        for one in attribute.get("Validators", ())
        if one["Name"] in ("StringValidator", "NumberValidator", "EnumValidator")
    ]
    if kind == "BooleanValue":
        return "true|false|0|1"
    if kind == "EnumValue":
        return _one_of(schemas.values.get(listed) or schemas.values[listed.rsplit(".", 1)[-1]])
    if kind in NUMBERS:
        bounds = [*NUMBERS[kind]]
        for check in checks:
            _narrow(bounds, check)
        return bounds
    if kind == "SingleValue":
        return r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"
    if kind == "HexBinaryValue":
        length = int(checks[0]["Arguments"][0]["Value"])
        return f"[0-9A-Fa-f]{{{2 * length}}}"
    if any("Version" in check for check in checks):
        return ".*"
    return "|".join(_text(check, schemas) for check in checks) or ".*"


def _text(check: Type, schemas: Schemas) -> str:
    """Return what one of the checks of a text allows."""
    if check["Name"] == "EnumValidator":
        return _one_of(schemas.values[check["Type"]])
    if check["Name"] == "NumberValidator":
        return INTEGER
    patterns = [one["Value"] for one in check.get("Arguments", ()) if one["Name"] == "Pattern"]
    return f"(?:{patterns[0]})" if patterns else ".*"


def _one_of(values: list[str]) -> str:
    return "|".join(re.escape(one) for one in values)


def _narrow(bounds: list[int], check: Type) -> None:
    """Make the bounds of a number narrower, as one of its checks asks."""
    for argument in check.get("Arguments", ()):
        name, number = argument["Name"], int(argument["Value"])
        if name.startswith("Min"):
            bounds[0] = max(bounds[0], number + (name == "MinExclusive"))
        else:
            bounds[1] = min(bounds[1], number - (name == "MaxExclusive"))


def compiled(schemas: Schemas) -> dict[str, Any]:
    """Return the types that the roots reach: attributes, which are required, content, children."""
    roots = {
        element: name
        for name in schemas.types
        for element in [name.split("/")[1]]
        if element in ROOTS
    }
    numbers: dict[str, int] = {}
    values: dict[str, int] = {}
    types, queue = [], list(roots.values())
    for name in queue:
        numbers.setdefault(name, len(numbers))
    for name in queue:  # grows while it is gone through
        particle = schemas.particle(name)
        children = {}
        for child in sorted(set(_names(particle))) if particle else ():
            if child in schemas.types and child.split("/")[1].startswith(KEPT):
                if child not in numbers:
                    numbers[child] = len(numbers)
                    queue.append(child)
                children[child.split("/")[1]] = numbers[child]
        attributes, required = {}, []
        for attribute in schemas.attributes(name):
            own = attribute["QName"].removeprefix(":")
            allowed = json.dumps(value(attribute, schemas))
            attributes[own] = values.setdefault(allowed, len(values))
            checks = attribute.get("Validators", ())
            if any(check["Name"] == "RequiredValidator" for check in checks):
                required.append(own)
        bases = [type_.get("BaseClass") for type_ in schemas.line(name)]
        words = "OpenXmlLeafTextElement" in bases
        types.append(
            [attributes, required, content(particle) if particle else "", children, int(words)]
        )
    return {
        "roots": {element: numbers[name] for element, name in sorted(roots.items())},
        "values": [json.loads(allowed) for allowed in values],
        "types": types,
    }


def _names(particle: Type) -> Iterator[str]:
    if "Name" in particle:
        yield particle["Name"]
    for item in particle.get("Items", ()):
        yield from _names(item)


def main() -> int:
    """Write the file, or check it; return the exit code."""
    made = compiled(Schemas())
    rows = ",\n".join(json.dumps(one, separators=(",", ":")) for one in made["types"])
    text = (
        f'{{"roots":{json.dumps(made["roots"])},\n"values":{json.dumps(made["values"])},\n'
        f'"types":[\n{rows}\n]}}\n'
    )
    if "--check" not in sys.argv:
        TARGET.write_text(text, "utf-8")
        return 0
    stale = not TARGET.is_file() or TARGET.read_text("utf-8") != text
    if stale:
        print(f"stale: {TARGET.name}", file=sys.stderr)
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
