"""Writes what the docs say of layouts and keys, from the records themselves.

    python docs/make_reference.py [--check]

`layouts.md`, the pages of compositions in `layouts/` and `decks/gallery.yaml` are written as a
whole. In the other pages it is what stands between the comments
`<!-- keys: Name -->`, `<!-- rules -->` or `<!-- rule-table -->` and `<!-- end -->`; the rest is
written by hand. With `--check` nothing is written, and the exit code is
1 where a page is stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from gallery import composition_slides, gallery_deck, picture_name

from smdeck.checking import rules
from smdeck.compose import Composition
from smdeck.layouts import layout_names, load_layout
from smdeck.model import (
    blocks,
    chart,
    chart_bands,
    chart_more,
    datafile,
    decode,
    fields,
    figures,
    film_file,
    items,
    kinds,
    people,
    records,
    reuse,
    reveal,
    second_axis,
    table,
)
from smdeck.model.decode import Key, keys
from smdeck.model.records import Slide
from smdeck.page import Layout, template_slide
from smdeck.page.composed import Composed
from smdeck.reference import GROUPS, idea_of
from smdeck.theme import house_records
from smdeck.theme import records as theme_records
from smdeck.theme.template import records as template_records

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"

SECTIONS = {
    reveal.Reveal: ("clicks", "clicks"),
    items.Image: ("image", "images"),
    items.Item: ("item", "items"),
    blocks.Column: ("column", "columns"),
    blocks.Side: ("column of items or text", "columns"),
    blocks.Placed: ("blocks", "blocks-on-the-grid"),
    blocks.Cells: ("cells", "blocks-on-the-grid"),
    items.Axis: ("axis", "axes"),
    film_file.Subtitles: ("file, or `none`", "films-and-sounds"),
    people.Speaker: ("speaker", "speaker"),
    people.Event: ("event", "event"),
    people.Client: ("client", "client"),
    people.ClientLogo: ("logo", "the-clients-logo"),
    figures.Figures: ("figures", "the-figures"),
    datafile.DataFile: ("file", "a-data-file"),
    chart.ChartData: ("chart", "charts"),
    table.TableData: ("table", "tables"),
    chart_more.Target: ("target", "target"),
    chart_more.Annotation: ("marks", "marks-of-lines"),
    chart_bands.Band: ("bands", "bands"),
    second_axis.SecondAxis: ("second axis", "second-axis"),
    chart_more.Spread: ("number, or list of numbers", "charts"),
    table.TableColumn: ("columns", "the-columns-of-a-table"),
    template_records.LayoutUse: ("layout in use", "a-layout-in-use"),
    template_records.BaseLayouts: ("base", "the-base"),
    theme_records.Color: ("colours", "colours"),
    theme_records.Typography: ("fonts", "fonts"),
    theme_records.Font: ("font", "a-font"),
    theme_records.FontFile: ("file", "a-font-file"),
    theme_records.Typeface: ("family", "a-font-family"),
    theme_records.Meta: ("name", "the-name"),
    theme_records.LogoSizes: ("logo", "the-logo"),
    theme_records.LogoFiles: ("files", "the-files-of-the-logo"),
    theme_records.Defaults: ("settings", "settings-for-slides"),
    theme_records.SmdeckDefaults: ("settings", "settings-for-slides"),
    theme_records.TonesFile: ("tones", "tones"),
    theme_records.ToneFile: ("tone", "a-tone"),
    theme_records.PaintFile: ("colour", "a-colour-of-a-tone"),
    theme_records.TypeFile: ("sizes", "sizes"),
    theme_records.RoleSizes: ("bounds", "the-bounds-of-a-size"),
    theme_records.LogoSettings: ("place", "the-place-of-the-logo"),
    theme_records.LogoOn: ("logo", "logo-elsewhere-and-beside"),
    theme_records.PartnerFile: ("partner", "logo-elsewhere-and-beside"),
    theme_records.ArtFile: ("art", "background-art"),
    theme_records.GridFile: ("places", "the-grid"),
    theme_records.LookFile: ("look", "the-look"),
    theme_records.FurnitureFile: ("bars and rules", "bars-and-rules"),
    house_records.UsageFile: ("usage", "use-of-colours"),
    house_records.IconsFile: ("icons", "icons-of-the-brand"),
    house_records.ChartsFile: ("charts", "charts-of-the-brand"),
    house_records.ClassificationFile: ("classification", "lines-on-every-slide"),
    house_records.WordsFile: ("words", "words-of-the-brand"),
    theme_records.FontsFile: ("settings", "font-files-in-the-talk"),
}
"""How a record is called in a table, and the heading that describes it, as an anchor."""

UNWRITTEN = {(figures.Figures, "points")}
"""Fields that decoding fills; a deck writes them under another key."""

LAYOUTS_HEAD = """\
# Layouts

<!-- Written by docs/make_reference.py from the layouts themselves; do not edit. -->

A slide's `layout` decides how it looks. The same `items` are shown by another layout by changing
one word; what a layout can't show is an error, never left out. `smdeck layouts NAME` prints what
stands here.

`*` marks keys that are required. Beside its own keys, a slide takes those of
[every slide](language.md#every-slide). [The deck language](language.md) says how values are
written, and what a column or an image holds.
"""

COMPOSITIONS_HEAD = """\
# Compositions of {name}

<!-- Written by docs/make_reference.py; do not edit. -->

{summary} Its keys stand in [layouts](../layouts.md#{name}).

The words of a slide take the first of these that holds them well, from the boldest to the densest;
`composition: {last}` asks for one. The examples ask for theirs.
"""


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or check them; return the exit code."""
    checking = "--check" in arguments
    wanted = pages()
    stale = [path for path, text in wanted.items() if not _is_fresh(path, text)]
    left = sorted(set((DOCS / "layouts").glob("*.md")) - set(wanted))
    for path in [*stale, *left]:
        name = path.relative_to(ROOT).as_posix()
        if checking:
            print(f"{name} is stale: run `make docs`", file=sys.stderr)
        elif path in left:
            path.unlink()
            print(f"{name} is removed")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], "utf-8", newline="\n")
            print(f"{name} is written")
    return int(checking and bool(stale or left))


def pages() -> dict[Path, str]:
    """Return the text that each page should have."""
    filled = [DOCS / "language.md", DOCS / "themes.md", DOCS / "findings.md"]
    return {
        ROOT / "decks" / "gallery.yaml": gallery_deck(),
        DOCS / "layouts.md": layouts_page(),
        **{DOCS / "layouts" / f"{name}.md": compositions_page(name) for name in composed_names()},
        **{path: filled_in(path.read_text("utf-8")) for path in filled},
        **{
            path: filled_in(path.read_text("utf-8"), "language.md")
            for path in (DOCS / "templates.md", DOCS / "reuse.md")
        },
    }


def filled_in(text: str, page: str = "") -> str:
    """Return a page with what stands between its comments written anew.

    `page` is where the sections of records stand, if not on the page itself.
    """

    def block(found: re.Match[str]) -> str:
        kind, name = found[1], found[2]
        if kind == "keys":
            content = key_table(_record(name), page)
        else:
            content = {"rules": rule_sections, "rule-table": rule_table}[kind]()
        return f"<!-- {kind}{f': {name}' if name else ''} -->\n\n{content}\n\n<!-- end -->"

    marked = r"<!-- (keys|rules|rule-table)(?:: (\w+))? -->\n.*?<!-- end -->"
    return re.sub(marked, block, text, flags=re.S)


def layouts_page() -> str:
    """Return the page of all layouts: a table, then each with picture, keys and example."""
    parts = [LAYOUTS_HEAD, "| | layout | shows |", "|---|---|---|"]
    listed = [(group, name) for group in GROUPS for name in layout_names()
              if load_layout(name).group == group]  # fmt: skip
    for number, (group, name) in enumerate(listed):
        first = number == 0 or listed[number - 1][0] != group
        shows = _cell(summary(load_layout(name)))
        parts.append(f"| {group if first else ''} | [`{name}`](#{name}) | {shows} |")
    parts.append("")
    parts += [layout_section(name, load_layout(name)) for _, name in listed]
    return "\n".join(parts).rstrip() + "\n"


def composed_names() -> list[str]:
    """Return the layouts that have several compositions."""
    return [name for name in layout_names() if composition_slides(name)]


def compositions_of(layout: type[Layout]) -> tuple[Composition, ...]:
    """Return the compositions of a layout."""
    return layout.compositions if issubclass(layout, Composed) else ()


def compositions_page(name: str) -> str:
    """Return the page of a layout's compositions: each with its picture, idea and slide."""
    layout = load_layout(name)
    slides = composition_slides(name)
    parts = [COMPOSITIONS_HEAD.format(name=name, summary=summary(layout), last=[*slides][-1])]
    for one in compositions_of(layout):
        picture = f"../images/compositions/{picture_name(name, one.name)}.png"
        parts.append(
            f"## {one.name}\n\n![{name} as {one.name}]({picture})\n\n"
            f"{idea_of(one)} {' '.join(_conditions(one))}".rstrip()
            + f"\n\n```yaml\n{slides[one.name]}\n```\n"
        )
    return "\n".join(parts).rstrip() + "\n"


def _conditions(one: Composition) -> list[str]:
    """Return sentences that say what a composition is for, and what else it is called."""
    least, most = one.takes
    told = []
    if (least, most) != (0, 99):
        told.append(f"For {_so_many(least, most)}.")
    if one.asked:
        told.append("Taken where a theme prefers it or a slide asks for it.")
    if one.de:
        told.append(f"In German: `{one.de}`.")
    return told


def _so_many(least: int, most: int) -> str:
    """Return in words how many items a composition is for."""
    if least == most:
        return "one item" if most == 1 else f"{most} items"
    return f"{least} {'or' if most == least + 1 else 'to'} {most} items"


def layout_section(name: str, layout: type[Layout]) -> str:
    """Return a layout's summary, picture, keys and example, and its compositions as links."""
    common = keys(Slide)
    own = [key for key in keys(layout).values() if key.name not in common or key.required]
    return (
        f"## {name}\n\n{summary(layout)}\n\n"
        f"![The example of {name}](images/layouts/{name}.png)\n\n"
        f"{_table(layout, own, 'language.md')}\n\n"
        f"```yaml\n{layout.example.rstrip()}\n```\n{_composition_links(name, layout)}"
    )


def _composition_links(name: str, layout: type[Layout]) -> str:
    """Return a line that leads to a layout's compositions, where it has several."""
    if not composition_slides(name):
        return ""
    links = (
        f"[{one.name}](layouts/{name}.md#{one.name.replace(' ', '-')})"
        for one in compositions_of(layout)
    )
    return f"\n[Compositions](layouts/{name}.md) with pictures: {', '.join(links)}.\n"


def rule_sections() -> str:
    """Return a section for each rule: the docstring of its file, with its numbers."""
    sections = []
    for rule in rules():
        sentence, rest = rule.page.split("\n", 1)
        about = sentence.split(": ", 1)[1]
        section = f"### {rule.code}\n\n{about[0].upper()}{about[1:]}\n{rest}"
        if rule.limits:
            numbers = ", ".join(f"`{name}: {value:g}`" for name, value in rule.limits.items())
            section += f"\n\n**Numbers of a theme:** {numbers}"
        sections.append(section)
    return "\n\n".join(sections)


def rule_table() -> str:
    """Return the rules in a table, a line each, with their level and numbers."""
    rows = ["| rule | finds | |", "|---|---|---|"]
    for rule in rules():
        finds = rule.page.split("\n", 1)[0].split(": ", 1)[1].rstrip(".")
        said = [] if rule.limits else list(rule.levels)
        for name, limit in rule.limits.items():
            what, _, lines = name.partition("_")
            bound = "above" if rule.bound == "most" else "below"
            said.append(f"{what} {bound} {limit:g}{' lines' if lines else rule.unit}")
        link = f"[`{rule.code}`](#{rule.code})"
        rows.append(f"| {link} | {finds} | {', '.join(said)} |")
    return "\n".join(rows)


def key_table(record: type[fields.Record], page: str = "") -> str:
    """Return the keys of a record in a table."""
    return _table(record, keys(record).values(), page)


def summary(layout: type[Layout]) -> str:
    """Return the sentence that says what a layout is."""
    return (layout.__doc__ or "").strip().split("\n")[0]


def value(kind: fields.Kind, page: str) -> str:
    """Return how a kind of value is called in a table, with a link where it has a section."""
    match kind:
        case kinds.TextKind(spoken=True):
            return f"[text]({page}#text), paragraphs, lists and [stage directions](stage.md#notes)"
        case kinds.TextKind(block=True):
            return f"[text]({page}#text), paragraphs and lists"
        case kinds.TextKind():
            return f"[text]({page}#text)"
        case kinds.StringKind(expects=None):
            return "plain text"
        case kinds.MapKind():
            return f"names, each with {value(kind.member, page)}"
        case decode.ListKind():
            return f"list of {_several(value(kind.member, page))}"
        case decode.SlideKind():
            return f"[slide]({page}#every-slide)"
        case decode.RecordKind():
            called, section = SECTIONS[kind.type]
            own = kind.type.__module__ == template_records.__name__  # on the page of templates
            return f"[{called}]({'' if own else page}#{section})"
    return kind.words.removeprefix("a ").removeprefix("an ")


def _table(record: type[fields.Record], shown: Iterable[Key], page: str) -> str:
    rows = ["| key | value | |", "|---|---|---|"]
    for key in shown:
        if (record, key.name) not in UNWRITTEN:
            name = f"`{key.name}`" + ("\\*" if key.required else "")
            rows.append(f"| {name} | {_cell(_value(key, page))} | {_cell(_doc(record, key))} |")
    return "\n".join(rows) if len(rows) > 2 else "It has no keys of its own."


def _value(key: Key, page: str) -> str:
    called = value(key.kind, page)
    if isinstance(key.kind, decode.ListKind) and (key.least or key.most):
        called += f", {_bounds(key.least, key.most)}"
    return called


def _several(called: str) -> str:
    """Return the plural of what a value is called; choices have none."""
    return re.sub(
        r"^(\[?(?:text|plain text|item|slide|font|file|colour|number|list)\b)", r"\1s", called
    )


def _bounds(least: float | None, most: float | None) -> str:
    if least is not None and least == most:
        return f"{least:g}"
    if most is None:
        return f"at least {least:g}"
    return f"{least or 0:g} to {most:g}"


def _doc(record: type[fields.Record], key: Key) -> str:
    doc = key.doc
    default = record.declared[key.name].default
    if not key.required and default is not None and not isinstance(default, type):
        shown = str(default).lower() if isinstance(default, bool) else f"{default}"
        doc += f" Default: `{shown.removesuffix('.0')}`."
    if key.shows:
        doc += f" Each can have {', '.join(f'`{name}`' for name in key.shows)}."
    return doc


def _record(name: str) -> type[fields.Record]:
    for module in (
        records,
        items,
        people,
        blocks,
        reuse,
        chart,
        table,
        theme_records,
        house_records,
        template_records,
        template_slide,
    ):
        if hasattr(module, name):
            record: type[fields.Record] = getattr(module, name)
            return record
    raise KeyError(name)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _is_fresh(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
