"""Spelled out: the `theme.yaml` that says of a template what was found in it, to be corrected."""

from __future__ import annotations

import json

from smdeck.patterns import pattern
from smdeck.scene.template import TemplateLayout
from smdeck.theme.template.described import keyed
from smdeck.theme.template.matching import CALLED, Match
from smdeck.theme.template.reading import Template
from smdeck.theme.template.serving import KEYS, NEEDED, PURPOSES, can_hold, labels
from smdeck.units import points

HEAD = """\
# What smdeck found in `{shown}`. It builds as it stands: change what is not right.
# `smdeck themes {folder} --open` shows the layouts with what fills their placeholders.
meta:
  name: {name}
template:
  file: {file}

  # Slides that no layout below serves are composed on this layout: its title, foot and art stay.
  # One for each tone: {{light: …, dark: …, brand: …, accent: …}}
  base: {base}
"""

LAYOUTS = """
  # smdeck's layout: the template's, and what fills its placeholders. Those that are not named stay
  # off the slide. A slide for which a layout has no place, or too little, is composed.
  layouts:
"""

REST = """
  # The tone of slides that name none, by smdeck's layout: light, dark, brand or accent.
  # tones: {statement: dark, quote: brand}

# What the brand asks of all talks; docs/findings.md lists the rules.
# defaults:
#   smdeck:
#     rules: {words: {warning: 30}}
#     allow: [missing-source]
"""

_PLAIN = pattern(r"[^\W\d_][\w .()/-]*[\w)]")
"""Texts that YAML takes as they are."""

_WORDS = ("true", "false", "yes", "no", "on", "off", "null", "y", "n")


def spelled_out(template: Template, folder: str) -> str:
    """Return the `theme.yaml` of a template: what serves what, with the reasons as comments."""
    head = HEAD.format(
        shown=template.path.name,
        file=_quoted(template.path.name),
        folder=folder,
        name=_quoted(template.path.stem),
        base=_quoted(template.label(template.plain)),
    )
    said, left = [], []
    for name in PURPOSES:
        matches = template.match(name)
        why = _unsaid(name, matches)
        if why:
            left.append((name, why, matches))
        else:
            said += _entry(template, name, matches[0])
    if not said:
        head += LAYOUTS.replace("  layouts:\n", "  # layouts:\n")
    else:
        head += LAYOUTS + "".join(f"    {line}\n" for line in said)
    for name, why, _ in left:
        head += f"    # {name}: {why}\n"
        head += "".join(f"    #   {line}\n" for line in _invited(name))
    return head + _others(template) + REST


def _unsaid(name: str, matches: list[Match]) -> str:
    """Return why a layout has no entry, or nothing where it has one."""
    if not matches:
        return "no layout of the template looks like it, so it is composed"
    lacks = [one for one in NEEDED.get(name, ()) if one not in matches[0].placeholders]
    called = f"`{matches[0].layout.name}`"
    if lacks:
        return f"composed in the look of {called}, which has no placeholder for {lacks[0]}"
    if name == "two-columns" and len(matches) > 1:
        return f"{called}, and `{matches[1].layout.name}` where the columns have titles"
    unheld = [
        purpose for purpose, one in matches[0].placeholders.items() if not can_hold(one, purpose)
    ]
    return f"composed: the placeholder of {called} can't hold it" if unheld else ""


def _entry(template: Template, name: str, match: Match) -> list[str]:
    """Return the lines of a layout of smdeck's."""
    layout = match.layout
    called = {id(one): label for label, one in labels(layout).items()}
    lines = [
        f"{name}:{_scores(template, name, layout)}",
        f"  use: {_quoted(template.label(layout))}",
    ]
    lines.append("  fill:")
    used = set()
    for key, one in keyed(name, match.placeholders.items()):
        used.add(id(one))
        lines.append(f"    {_quoted(called[id(one)])}: {_quoted(key)}")
    for one in layout.content:
        if id(one) not in used:
            size = " × ".join(f"{points(round(side * template.scale)):.0f}" for side in one.box[2:])
            asks = f", “{one.prompt[:50]}”" if one.prompt else ""
            lines.append(f"    # {called[id(one)]}: stays empty ({size} pt{asks})")
    return lines


def _scores(template: Template, name: str, layout: TemplateLayout) -> str:
    """Return how well a layout serves, and the runner-up, as a comment."""
    for part, _ in PURPOSES[name]:
        found = template.scores.get(part, [])
        own = next((one for one in found if one.match.layout is layout), None)
        if own:
            others = [one for one in found if one is not own][:1]
            second = (
                f"; next: {others[0].match.layout.name} ({others[0].score:.1f})" if others else ""
            )
            return f"  # as {CALLED[part]}: {own.score:.1f}{second}"
    return ""


def _invited(name: str) -> list[str]:
    """Return lines that an author could fill in for a layout without an entry."""
    keys = [key for key in KEYS[name] if key not in ("source", "section", "event", "number")]
    return ["use: …", f"fill: {{{', '.join(f'…: {key}' for key in keys[:4])}}}"]


def _others(template: Template) -> str:
    """Return the layouts that serve nothing, as a comment."""
    used = {*template.serving, template.plain.part}
    names = [template.label(one) for one in template.layouts if one.part not in used]
    if not names:
        return ""
    lines = "".join(f"    #   {name}\n" for name in names)
    return f"\n    # Its other layouts, which a slide may name outright (`layout: …`):\n{lines}"


def _quoted(text: str) -> str:
    """Return a text as YAML has it."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
