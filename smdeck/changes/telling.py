"""Telling: changes as lines to read, as data, and as a page with both pictures of each slide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from smdeck.changes.comparing import Change, Changed
from smdeck.changes.sources import ComparedSide
from smdeck.findings import count, visible
from smdeck.preview.markup import element, escaped

LONG = 60
"""From so many characters on, how something was and how it is stand below each other."""


def changes_as_text(changed: Sequence[Changed]) -> str:
    """Return changes as people read them; "" for none."""
    if not changed:
        return ""
    parts = [f"{_head(one)}\n" + "".join(_lines(one.changes)) for one in changed]
    return "\n".join(parts) + f"\n{summary(changed)}\n"


def lines_of_files(name: str, before: str, after: str) -> str:
    """Return the lines that differ between two files, which are no talks that can be compared."""
    from difflib import unified_diff

    old, new = (
        _visible_lines(Path(file).read_bytes()) if file != "/dev/null" else []
        for file in (before, after)
    )
    return "".join(f"{line}\n" for line in unified_diff(old, new, name, name, lineterm=""))


def _visible_lines(data: bytes) -> list[str]:
    """Return the lines of a file, without what a terminal would obey."""
    return [visible(line) for line in data.decode("utf-8", "replace").splitlines()]


def summary(changed: Iterable[Changed]) -> str:
    """Return how many slides there are of each kind."""
    kinds = [one.kind for one in changed if one.kind != "talk"]
    told = [f"{count(kinds.count(kind), 'slide')} {kind}" for kind in dict.fromkeys(kinds)]
    return ", ".join(told) or "no slide differs"


def as_data(changed: Iterable[Changed]) -> list[dict[str, object]]:
    """Return changes as data for JSON."""
    return [
        {
            "kind": one.kind,
            "title": one.title,
            "before": one.before,
            "after": one.after,
            "changes": [change._asdict() for change in one.changes],
        }
        for one in changed
    ]


def as_page(changed: Sequence[Changed], before: ComparedSide, after: ComparedSide) -> str:
    """Return changes as a page: both pictures of each slide, where they can be drawn."""
    old, new = _drawings(before), _drawings(after)
    parts = []
    for one in changed:
        pictures = "".join(
            element("div", drawn.get(number, ""), class_="slide")
            for drawn, number in ((old, one.before), (new, one.after))
            if number is not None
        )
        rows = "".join(
            f"<tr><th>{escaped(change.what)}</th><td>{_cell(change.before, 'del')}</td>"
            f"<td>{_cell(change.after, 'ins')}</td></tr>"
            for change in one.changes
        )
        table = f"<table>{rows}</table>" if rows else ""
        parts.append(
            f'<section class="{one.kind}"><h2>{escaped(_head(one))}</h2>'
            f'<div class="pair">{pictures}</div>{table}</section>'
        )
    title = f"{before.name} → {after.name}"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escaped(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escaped(title)}</h1><p>{escaped(summary(changed))}</p>"
        f"{''.join(parts)}</body></html>\n"
    )


_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 1rem auto; max-width: 80rem;
  padding: 0 1rem; }
h2 { font-size: 1rem; margin: 2rem 0 .4rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.slide svg { width: 100%; height: auto; box-shadow: 0 1px 4px rgb(0 0 0 / .4); }
.slide text { font-kerning: none; white-space: pre; }
table { border-collapse: collapse; width: 100%; margin-top: .6rem; table-layout: fixed; }
th { text-align: left; width: 12rem; font-weight: 600; }
th, td { border-top: 1px solid #ccc; padding: .3rem; vertical-align: top; overflow-wrap: anywhere; }
del { background: #fdd; text-decoration: none; } ins { background: #dfd; text-decoration: none; }
.added .pair, .removed .pair { grid-template-columns: minmax(0, 30rem); }
"""


def _drawings(side: ComparedSide) -> dict[int, str]:
    """Return the drawings of a deck's slides by their place; a .pptx has none."""
    if side.compiled is None:
        return {}
    from smdeck.desk.exporting import slide_drawings

    drawn = {id(scene): svg for scene, svg in slide_drawings(side.compiled)}
    return {n: drawn.get(id(scene), "") for n, scene in enumerate(side.compiled.scenes, 1)}


def _cell(text: str | None, tag: str) -> str:
    return f"<{tag}>{escaped(text)}</{tag}>" if text is not None else ""


def _head(one: Changed) -> str:
    title = visible(one.title)
    match one.kind:
        case "talk":
            return "the talk changed"
        case "added":
            return f"slide {one.after} added: {title}"
        case "removed":
            return f"slide {one.before} removed: {title}"
        case "moved":
            return f"slide {one.before} moved to {one.after}: {title}"
    place = f"{one.after}" if one.before == one.after else f"{one.after} (was {one.before})"
    return f"slide {place} changed: {title}"


def _lines(changes: Iterable[Change]) -> Iterable[str]:
    for what, before, after in changes:
        was, is_ = (text and visible(text) for text in (before, after))
        if was and is_ and len(was) + len(is_) < LONG:
            yield f"  {visible(what)}: {was} → {is_}\n"
            continue
        yield f"  {visible(what)}:\n"
        yield from (f"    {sign} {text}\n" for sign, text in (("-", was), ("+", is_)) if text)
