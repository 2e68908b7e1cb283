"""Slides: decoded by the keys of their layout, with all that would not be shown as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from smdeck.beside import beside
from smdeck.findings import Finding, Findings, Place, count, listing, nearest, suggest
from smdeck.layouts import layout_names, load_layout
from smdeck.model.blocks import Column
from smdeck.model.decode import Key, decode, keys
from smdeck.model.fields import FAILED, Failed, Reader
from smdeck.model.items import Image, Item, all_item_keys
from smdeck.model.reuse import EXPANDED
from smdeck.page import Layout
from smdeck.page.template_slide import SHOWS, TemplateSlide
from smdeck.source import Mapping, Node, Scalar

if TYPE_CHECKING:
    from smdeck.theme.template.reading import Template


def decode_slide(node: Node, reader: Reader, template: Template | None = None) -> Layout | Failed:
    """Return the slide of a node, decoded by its layout's keys.

    Where the deck is built on a template, a slide may name a layout of it.
    """
    findings = reader.findings
    if not isinstance(node, Mapping):
        from smdeck.model.meant import slide_help

        keys_ = "keys with values, such as `layout` and `title`"
        return reader.wrong(node, "a slide", keys_, slide_help(node, layout_names()))
    written = node
    if "layout" not in node.entries and not _may_be_bullets(node):
        if _reported_as_wrapped(node, findings):
            return FAILED
        node = _with_layout(node, findings)
    named = node.get("layout")
    name = node.text_of("layout", "bullets")
    own = template.named(name) if template and name not in layout_names() else None
    if named is not None and name not in layout_names() and own is None:
        findings.error("unknown-layout", *_unknown(name, named.place, template))
        return FAILED
    if name == "diagram" and own is None:
        node, name = _as_timeline(node, reader)
    layout = load_layout(name) if own is None else TemplateSlide
    before, pictures = len(findings), len(reader.pictures)
    slide = decode(layout, node, reader, f"{'an' if name[0] in 'aeiou' else 'a'} `{name}` slide")
    for image in reader.pictures[pictures:]:
        _check_picture(image, reader)
    if isinstance(slide, Failed):
        return FAILED
    slide.written = written
    if isinstance(slide, TemplateSlide):
        assert own
        slide.on = own
    slide.pictures = tuple(reader.pictures[pictures:])
    countable = _has_right_counts(slide, name, findings)
    titled = _check_items(slide, name, findings)
    if not (countable and titled):
        return FAILED  # its regions are made for as many items as it takes, and for their titles
    if not findings.failed_since(before):
        slide.check(findings)
    return slide


def _as_timeline(node: Mapping, reader: Reader) -> tuple[Mapping, str]:
    """Return the slide of a diagram and its layout: that of a timeline is of that layout."""
    from smdeck.mermaid.kinds import read_diagram, written_of
    from smdeck.mermaid.timeline import TimelineDiagram, as_timeline

    written = written_of(node, reader.folder, Findings())
    if written is None or "timeline" not in written.text:
        return node, "diagram"
    findings = Findings()
    read = read_diagram(written, findings)
    if not isinstance(read, TimelineDiagram):
        return node, "diagram"
    reader.findings.extend(findings)
    return as_timeline(node, read), "timeline"


def report_unknown_layouts(named: Iterable[tuple[str, str, Place]], findings: Findings) -> None:
    """Report layouts that a theme names and that there are not, and compositions they lack."""
    for name, composition, place in named:
        if name not in layout_names():
            from smdeck.data.synonyms import layout_meant

            near = nearest(name, layout_names()) or layout_meant(name, layout_names())
            help = f"did you mean `{near}`?" if near else f"layouts: {', '.join(layout_names())}"
            findings.error("unknown-layout", f"there is no layout `{name}`", place, help)
        elif composition:
            has = [one.name for one in load_layout(name).compositions]
            if composition not in has:
                findings.error(
                    "unknown-composition",
                    f"`{name}` has no composition `{composition}`",
                    place,
                    suggest(composition, has, f"it has {listing(has, 'and')}" if has else None),
                )


def layouts_with(name: str) -> list[str]:
    """Return the layouts that have a key."""
    return [layout for layout in layout_names() if name in keys(load_layout(layout))]


def _may_be_bullets(node: Mapping) -> bool:
    """Return whether a slide that names no layout has the keys of the usual one alone."""
    return node.entries.keys() <= keys(load_layout("bullets")).keys()


def _reported_as_wrapped(node: Mapping, findings: Findings) -> bool:
    """Report a slide whose keys stand below another one: `- bullets:`, `- slide:`."""
    from smdeck.data.synonyms import key_meant

    key_node, value = next(iter(node))
    if len(node.entries) > 1 or not isinstance(value, Mapping):
        return False
    name = key_node.text
    if name in layout_names():
        help = f"write `- layout: {name}`, and its other keys in line with `layout`"
    elif key_meant(name, ("slides",)):
        first = next(iter(value.entries), "layout")
        help = f"remove it: a slide begins with `- {first}: …`, and its other keys follow below"
    else:
        return False
    findings.error("unknown-field", f"a slide has no field `{name}`", key_node.place, help)
    return True


def _with_layout(node: Mapping, findings: Findings) -> Mapping:
    """Return a slide with its layout where another key stands for it, as `type: quote`."""
    from smdeck.data.synonyms import layout_meant

    for name, (key_node, value) in node.entries.items():
        place, others = Scalar(*key_node.where, "layout", True), dict(node.entries)
        if name.startswith("layout:") and name[7:] in layout_names():  # told with the other keys
            others["layout"] = place, Scalar(*key_node.where, name[7:], True)
            return Mapping(*node.where, others)
        if not isinstance(value, Scalar) or not _means_layout(name):
            continue
        if value.text not in layout_names() and not layout_meant(value.text, layout_names()):
            continue  # as the `type` of a chart
        message = f"a slide has no field `{name}`"
        findings.error("unknown-field", message, key_node.place, "did you mean `layout`?")
        del others[name]
        return Mapping(*node.where, {"layout": (place, value), **others})
    return node


def _means_layout(name: str) -> bool:
    from smdeck.data.synonyms import key_meant

    return (key_meant(name, ("layout", "slides")) or nearest(name, ("layout",))) is not None


def _unknown(name: str, place: Place, template: Template | None) -> tuple[str, Place, str | None]:
    """Return what is said of a layout that there is not: message, place and help."""
    from smdeck.data.synonyms import EXAMPLES, layout_meant

    message = f"there is no layout `{name}`"
    known = [*layout_names(), *(template.names if template else ())]
    near, meant = nearest(name, known), layout_meant(name, layout_names())
    if (meant or "chart") == "chart" and (kind := _chart_meant(name)):
        example = EXAMPLES["chart"].replace("type: column", f"type: {kind}")
        return message, place, f"that is a type of `chart`: write {example}"
    if meant and meant != near:
        return message, place, f"for that take `{meant}`, as in {EXAMPLES.get(meant, meant)}"
    if near:
        return message, place, f"did you mean `{near}`?"
    help = f"layouts: {', '.join(layout_names())}"
    if template:
        help += f"; of the template: {', '.join(f'`{one}`' for one in template.names)}"
    return message, place, help


def _chart_meant(name: str) -> str | None:
    """Return the type of chart that a name stands for, if it does."""
    from smdeck.data.synonyms import value_meant

    known = keys(load_layout("chart"))["type"].kind.values  # type: ignore[attr-defined]
    bare = name.casefold().removesuffix("chart").removesuffix("-")
    return next((one for word in (name, bare) if (one := value_meant(word, known))), None)


def _has_right_counts(slide: Layout, name: str, findings: Findings) -> bool:
    """Report lists of items that are too short or too long; return whether there is none."""
    lists = [field_ for field_ in keys(type(slide)).values() if field_.shows]
    right = [_has_right_count(slide, name, field_, findings) for field_ in lists]
    return all(right)


def _has_right_count(slide: Layout, name: str, field_: Key, findings: Findings) -> bool:
    number = len(getattr(slide, field_.name))
    if not number and not field_.required:
        return True
    splits = hasattr(slide, "split") and field_.name == "items"
    most = number if splits and slide.split else field_.most or number  # type: ignore[attr-defined]
    if (field_.least or 0) <= number <= most:
        return True
    where = "" if field_.name == "items" else f" in `{field_.name}`"
    help: str | None = "write them below, each on a line of its own after `- `"
    if number and where:
        help = f"cut {number - int(most)} of them" if number > most else "write more"
    elif number:
        help = _layouts_for(slide, number, splits and number > most)
    findings.error(
        "item-count",
        f"`{name}` takes {field_.least or 0:g} to {field_.most:g} items{where}, "
        f"here {'is' if number == 1 else 'are'} {number or 'none'}",
        slide.at(field_.name),
        help,
    )
    return False


def _check_items(slide: Layout, name: str, findings: Findings) -> bool:
    """Report keys of items that would not be shown; return whether none lacks its title."""
    titled, told = True, Findings()
    for field_ in keys(type(slide)).values():
        if field_.shows:
            for item in getattr(slide, field_.name) or ():
                _check_item(item, name, field_.shows, told)
                titled &= not _lacks_title(item, field_.shows)
    for filling in slide.fill.values() if isinstance(slide, TemplateSlide) else ():
        for item in filling.items:
            _check_item(item, name, SHOWS, told)
    for column in _columns_of(slide):
        for item in column.items:
            _check_item(item, name, keys(Column)["items"].shows, told)
    findings.extend(_each_once(told))
    return titled


def _each_once(told: Findings) -> Iterator[Finding]:
    """Yield what is said of items; a key that several have and that can't be shown is said once."""
    keys_ = [one.message for one in told if one.code == "unshown-key"]
    said = set()
    for one in told:
        more = keys_.count(one.message) - 1
        if one.code != "unshown-key" or not more:
            yield one
        elif one.message not in said:
            said.add(one.message)
            message = f"{one.message}, nor of {count(more, 'more item')}"
            yield one._replace(message=message)


def _columns_of(slide: Layout) -> Iterator[Column]:
    """Yield what holds one of several contents, by itself or in a list."""
    for value in vars(slide).values():
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, Column):
                yield one


def _lacks_title(item: Item, shows: tuple[str, ...]) -> bool:
    return item.title is None and "title" in shows and not item.image


def _check_item(item: Item, name: str, shows: tuple[str, ...], findings: Findings) -> None:
    if isinstance(item.origin, Mapping):
        for key_node, _ in item.origin:
            if key_node.text in all_item_keys() and key_node.text not in (*shows, *EXPANDED):
                others = [
                    other for other in layout_names()
                    if "items" in keys(load_layout(other))
                    and key_node.text in keys(load_layout(other))["items"].shows
                ]  # fmt: skip
                findings.error(
                    "unshown-key",
                    f"`{name}` can't show the `{key_node.text}` of an item",
                    key_node.place,
                    f"{listing(others, 'and')} can"
                    if others
                    else f"it shows {listing(shows, 'and')}",
                )
    said = isinstance(item.origin, Mapping) and "title" in item.origin.entries
    if _lacks_title(item, shows) and not said:
        findings.error(
            "missing-field",
            "an item needs the field `title`",
            item.origin.place,
            "add `title`: what the item is about",
        )
    in_short = not isinstance(item.origin, Mapping) or "items" not in item.origin.entries
    if item.items and "items" not in shows and in_short:
        findings.error(
            "unshown-key",
            f"`{name}` can't show the sub-items of an item",
            item.origin.place,
            "`bullets` can",
        )
    for sub in item.items:
        _check_item(sub, name, ("title", "text", "items", "link"), findings)


_OF_WORDS = ("words", "items", "frame")
"""The groups of layouts that any items suit; the others show what these seldom have."""


def _layouts_for(slide: Layout, number: int, splits: bool) -> str | None:
    """Return which layouts take so many items, and whether the slide can be split."""
    fitting = []
    for name in layout_names():
        layout = load_layout(name)
        field_ = keys(layout).get("items")
        suits = layout.group in (*_OF_WORDS, type(slide).group)
        if not (suits and field_ and field_.required):
            continue
        if (field_.least or 0) <= number <= (field_.most or 0):
            fitting.append(name)
    if not fitting:
        return "write `split: true`" if splits else "split the slide"
    take = "takes" if len(fitting) == 1 else "take"
    more = "; `split: true` shares them out over several slides" if splits else ""
    return f"{listing(fitting, 'and')} {take} {count(number, 'item')}{more}"


def _check_picture(image: Image, reader: Reader) -> None:
    """Report what is wrong with a picture and its file; note the file and its size."""
    from smdeck.pictures.files import checked_picture

    place = image.at("file")
    image.path = beside(place.folder, image.file)
    relative = "the file that names it" if place.source.used_by else "the deck"
    found = checked_picture(
        image.path,
        image.file,
        place=place,
        findings=reader.findings,
        what="picture",
        relative=relative,
    )
    if found:
        image.size, image.kind = found.size, found.kind
        image.drawn, image.paper = found.drawn, found.paper
    tried = isinstance(image.origin, Mapping) and "alt" in image.origin.entries
    if not image.alt and not image.decorative and not tried:
        help = "say what it shows, or write `decorative: true`"
        if isinstance(image.origin, Scalar):
            help = f"write `{{file: {image.file}, alt: …}}` and {help}"
        reader.findings.error(
            "missing-alt", "a picture needs the field `alt`", image.origin.place, help
        )
