"""The reference: what `layouts`, `themes` and `schema` print, made from the records themselves."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from smdeck.fit.metrics import measured_with
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import Key, ListKind, keys, record_schema
from smdeck.model.items import Item
from smdeck.model.records import Deck, Slide
from smdeck.model.reuse import Use
from smdeck.page import Layout
from smdeck.page.composed import Composed
from smdeck.theme import Theme
from smdeck.theme.color import LARGE_CONTRAST, RGB, TEXT_CONTRAST, contrast, hex_digits, shade_of
from smdeck.units import points

if TYPE_CHECKING:
    from smdeck.compose import Composition
    from smdeck.theme.template.reading import Template

NEEDED: dict[str, float] = {
    **dict.fromkeys(("text", "muted", "inverse"), TEXT_CONTRAST),
    **dict.fromkeys(("accent", "heading", "highlight", "inverse_accent"), LARGE_CONTRAST),
    "brand": 1.3,
    **{f"series_{number}": LARGE_CONTRAST for number in range(1, 7)},
}
"""The contrast that a role needs: 4.5:1 for words, 3:1 for large words, as headings and words that
are set off, and for shapes that say something (WCAG 2.2, 1.4.3 and 1.4.11). An area with words of
its own is to be seen; surfaces, tiles and rules need none."""
ON_BRAND = ("inverse", "inverse_accent")
"""The roles that don't stand on the background itself, but on shapes in the brand's colour."""

GROUPS = ("frame", "words", "items", "diagrams", "data", "pictures", "people", "workshop", "open")


def layout_list() -> str:
    """Return the layouts by group, a line each."""
    lines = []
    for group in GROUPS:
        members = [name for name in layout_names() if load_layout(name).group == group]
        if members:
            lines += [group] + [f"  {name:14} {_summary(load_layout(name))}" for name in members]
    return "\n".join(lines)


def layout_page(name: str) -> str:
    """Return a layout's page: what it shows, its keys, those of all slides, and an example."""
    layout = load_layout(name)
    common = keys(Slide)
    own = [key for key in keys(layout).values() if key.name not in common or key.required]
    lines = [name, "", _summary(layout), "", "Keys (* required)"]
    lines += [line for key in own for line in _key_lines(key)]
    shown = [
        key.name for key in common.values()
        if key.name not in {own_key.name for own_key in own} and key.name != "layout"
    ]  # fmt: skip
    ways = composition_lines(layout)
    lines += (
        ["", "Compositions, the boldest first", *(f"  {line}" for line in ways)] if ways else []
    )
    every = textwrap.wrap(", ".join(shown), 94)
    lines += ["", "Keys of every slide", *(f"  {line}" for line in every), "", "Example"]
    lines += textwrap.indent(layout.example.rstrip(), "  ").split("\n")
    return "\n".join(lines)


def theme_page(theme: Theme) -> str:
    """Return a theme's fonts, and for each tone its roles with colour and contrast.

    A contrast that is too low for its role is marked with what it needs.
    """
    from smdeck.fonts.installed import installed_families

    here = installed_families()
    lines = [theme.name, "", f"headings {theme.fonts.headings}, body {theme.fonts.body}"]
    lines += [
        f"  {family}: {'on' if family.casefold() in here else 'not on'} this computer; "
        f"{_measuring(theme, family)}"
        for family in dict.fromkeys((theme.fonts.headings, theme.fonts.body))
    ]
    if theme.template:
        lines += _template_lines(theme.template)
    else:
        lines += ["", "colours of the PowerPoint theme", *_slot_lines(theme)]
    for tone in theme.colors.tones:
        lines += ["", tone, *_role_lines(theme, tone)]
    return "\n".join(lines)


def _measuring(theme: Theme, family: str) -> str:
    """Return where the widths of a font's characters are from."""
    if family in theme.fonts.files:
        return "measured from the theme's own files"
    return measured_with(family)


def _slot_lines(theme: Theme) -> list[str]:
    """Return a line for each colour of the PowerPoint theme: where it is from."""
    return [
        f"  {slot:15} #{hex_digits(color)}  {_origin(theme, slot, color)}"
        for slot, color in theme.colors.slots.items()
    ]


def _origin(theme: Theme, slot: str, color: RGB) -> str:
    """Return what the theme calls a colour, or why it has it without naming it."""
    names = [name for name, value in theme.colors.palette.items() if value == color]
    if names:
        return f"given: {', '.join(names)}"
    unnamed = {"dk1": "foreground", "lt1": "background"}.get(slot)
    if unnamed and unnamed not in theme.colors.palette:
        return f"derived: the theme names no `{unnamed}`"
    for name in ("primary", "secondary", "foreground"):
        base = theme.colors.palette.get(name)
        if base and shade_of(color, base):
            return f"derived: a {shade_of(color, base)} of {name}"
    return "derived: the background with a touch of primary" if slot == "lt2" else "derived"


def _role_lines(theme: Theme, tone: str) -> list[str]:
    """Return a line for each role in a tone."""
    lines = []
    for role, paint in theme.colors.tones[tone].items():
        color = theme.rgb(role, tone)
        ratio = contrast(color, theme.rgb("brand" if role in ON_BRAND else "ground", tone))
        needed = NEEDED.get(role, 0)
        mark = f"  ✗ needs {needed:g}:1" if ratio < needed else ""
        place = "on brand" if role in ON_BRAND else "on the background"
        lines.append(
            f"  {role:15} #{hex_digits(color)}  {paint.slot:9} {ratio:4.1f}:1 {place}{mark}"
        )
    return lines


def _template_lines(template: Template) -> list[str]:
    """Return the layouts of a template with their placeholders, and what they serve."""
    from smdeck.theme.template.described import described, lacking, rankings

    width, height = (f"{points(side):g}" for side in template.size)
    lines = [f"slides of {width} × {height} pt", "", "its layouts"]
    serving = template.serving
    for layout in template.layouts:
        names = ", ".join(f"`{name}`" for name in serving.get(layout.part, ()))
        lines.append(f"  {layout.name}" + (f"  serves {names}" if names else ""))
        for one, label, shows in described(template, layout):
            x, y, w, h = (round(points(length) * template.scale) for length in one.box)
            size = f", {one.style.sizes[0][0] * template.scale:g} pt" if one.style else ""
            filled = f"  shows {', '.join(shows)}" if shows else ""
            lines.append(f"    {one.type:8} {label}: {w} × {h} pt at {x}, {y}{size}{filled}")
    served = {name for names in serving.values() for name in names}
    composed = [name for name in layout_names() if name not in served]
    lines += ["", f"composed on `{template.plain.name}`"]
    lines += [f"  where the tone is {tone}: `{one.name}`" for tone, one in template.bases.items()]
    lines += textwrap.wrap(", ".join(composed), 94, initial_indent="  ", subsequent_indent="  ")
    lines += ["", "its layouts by score"]
    lines += [f"  {called}: {ranked}" for called, ranked in rankings(template)]
    if lacks := lacking(template):
        lines += ["", f"no layout of its own for: {', '.join(lacks)}"]
    return lines


def deck_schema() -> dict[str, Any]:
    """Return the JSON Schema of a deck (draft 2020-12); each layout allows its own keys."""
    definitions: dict[str, Any] = {}
    deck = record_schema(Deck, definitions)
    branches = []
    for name in layout_names():
        layout = load_layout(name)
        schema = record_schema(layout, definitions)
        schema["properties"]["layout"] = {"const": name, "description": _summary(layout)}
        for key in keys(layout).values():
            if key.shows and isinstance(key.kind, ListKind):
                schema["properties"][key.name]["items"] = _item_schema(key, definitions)
        if name != "bullets":
            schema["required"] = ["layout", *schema.get("required", [])]
        definitions[f"slide-{name}"] = schema
        when: dict[str, Any] = {"properties": {"layout": {"const": name}}}
        if name != "bullets":
            when["required"] = ["layout"]
        branches.append({"if": when, "then": {"$ref": f"#/$defs/slide-{name}"}})
    use = record_schema(Use, definitions)
    definitions["Use"] = {**use, "additionalProperties": True}  # keys of the slide that it is
    definitions["Slide"] = {
        "type": "object",
        "properties": {"layout": {"enum": list(layout_names()), "default": "bullets"}},
        "if": {"required": ["use"]},
        "then": {"$ref": "#/$defs/Use"},
        "else": {"allOf": branches},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "smdeck deck",
        **deck,
        "$defs": definitions,
    }


def _item_schema(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the items that a list can show."""
    full = record_schema(Item, definitions)["anyOf"][1]
    shown = {name: full["properties"][name] for name in (*key.shows, "only", "except")}
    options: list[dict[str, Any]] = [
        Item.short_schema,
        {**full, "properties": shown},
    ]
    if "items" in key.shows:
        options.append({
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/Item"}},
        })  # fmt: skip
    return {"anyOf": options}


def _summary(layout: type[Layout]) -> str:
    return (layout.__doc__ or "").strip().split("\n")[0]


def _key_lines(key: Key) -> list[str]:
    name = key.name + ("*" if key.required else "")
    bounds = (
        f" {key.least or 0:g} to {key.most:g}."
        if key.most and isinstance(key.kind, ListKind)
        else ""
    )
    lines = textwrap.wrap(
        f"{key.doc}{bounds}", 78, initial_indent=f"  {name:12}", subsequent_indent=" " * 14
    )
    if key.shows:
        of_each = f"Of each: {', '.join(key.shows)}."
        indent = " " * 14
        lines += textwrap.wrap(of_each, 78, initial_indent=indent, subsequent_indent=indent)
    return lines


def composition_lines(layout: type[Layout]) -> list[str]:
    """Return what is said of each of several compositions: names, numbers of items, its idea."""
    if not issubclass(layout, Composed) or len(layout.compositions) < 2:
        return []
    lines = []
    for one in layout.compositions:
        least, most = one.takes
        many = f", {least} to {most}" if most < 99 and least < most else ""
        many = f", {least}" if least == most else many
        idea = idea_of(one)
        told = f"{one.name} ({one.de}{many}): {idea}" if one.de else f"{one.name}: {idea}"
        lines += textwrap.wrap(told, 94, subsequent_indent="  ")
    return lines


def idea_of(composition: Composition) -> str:
    """Return the sentence that says what a composition looks like."""
    return " ".join((composition.draw.__doc__ or "").split("\n\n")[0].split())
