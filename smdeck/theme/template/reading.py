"""Reading a template: masters and layouts of a company's .pptx or .potx, repaired if need be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smdeck.scene.box import Box
from smdeck.scene.style import Slot
from smdeck.scene.template import FOOT, TITLES, TemplateLayout, TemplatePlaceholder
from smdeck.theme.color import LARGE_CONTRAST, RGB, contrast
from smdeck.theme.template.backdrop import backdrop, clear_of_art, counted_colors, prominent
from smdeck.theme.template.choice import choose, has_head
from smdeck.theme.template.colors import MappedColors, color_map, override, scheme
from smdeck.theme.template.matching import Match, Scored, TemplateRole, fits
from smdeck.theme.template.mending import mend
from smdeck.theme.template.normalizing import (
    normalize_layout,
    normalize_master,
    normalize_theme,
    number_placeholders,
    placeholder_shapes,
    placeholder_type,
    settle_layout,
    without_styles,
)
from smdeck.theme.template.package import (
    TemplateError,
    find,
    masters_of,
    parse,
    read_package,
    slide_size,
    tag,
    written,
)
from smdeck.theme.template.painting import WIDTH, ArtLayer, painted
from smdeck.theme.template.roles import TEXT_SLOTS
from smdeck.theme.template.serving import PURPOSES, match_of
from smdeck.theme.template.styles import Parents, PlaceholderLook, box_of, fill_of, look_of, upright
from smdeck.theme.template.tables import TableStyle
from smdeck.theme.template.taking_over import check, leave_out
from smdeck.units import emu

CANVAS = emu(720), emu(540)
"""Slides are drawn on a canvas of at least this size, whatever the template's: type and spaces are
made for it. What is written is as large as the template's slides."""

MOST = 0.5
"""A colour stays where it can be read on so much of its backdrop: words seldom fill their box."""

APART = emu(5)
"""How far from art content ends that makes room for it: about a pixel of the picture."""

WORDLESS = ("pic", "media", "clipArt", "dgm", "chart", "tbl")
"""Placeholders that hold no words of their own."""


class Template:
    """A company's template: its parts, its layouts, and which of smdeck's they serve."""

    def __init__(self, path: Path) -> None:
        """Read a template.

        Raises TemplateError where the file can't serve as one.
        """
        self.path = path
        self.package = read_package(path)
        self.presentation = self.package.related("", "officeDocument")[0]
        """The name of its `presentation.xml`."""
        self.root = self.package.tree(self.presentation)
        self.left_out = leave_out(self.package, self.presentation)
        """What a talk does not get of it."""
        mend(self.package, self.root, self.presentation)
        check(self.package, self.presentation, path.name)
        self.size = slide_size(self.root, path)
        """The size of its slides in EMU."""
        self.scale = min(side / least for side, least in zip(self.size, CANVAS, strict=True))
        """How large a point of the canvas is on its slides."""
        self.trees: dict[str, Any] = {}
        self.themes: dict[str, Any] = {}
        self.master_of: dict[str, str] = {}
        self.bare: list[str] = []
        """The masters whose looks do not come from styles and theme: see `normalizing`."""
        self._pictures: dict[tuple[object, ...], Any] = {}
        self._filled: dict[str, tuple[tuple[Any, Box], ...]] = {}
        self.masters = masters_of(self.package, self.presentation, self.root)
        for master in self.masters:
            self._read_master(master)
        self.layouts = [self._layout(part) for part in self.master_of]
        if not self.layouts:
            raise TemplateError(
                f"`{path.name}` has no slide layouts", "add them in PowerPoint's slide master view"
            )
        if not any(layout.title for layout in self.layouts):
            raise TemplateError(
                f"no layout of `{path.name}` has a placeholder for a title",
                "add a layout with a title in PowerPoint's slide master view",
            )
        self.matches: dict[TemplateRole, Match] = {}
        """The layout that serves each part."""
        self.scores: dict[TemplateRole, list[Scored]] = {}
        """What could serve each part, the best first."""
        self.forced: dict[str, Match] = {}
        """The layouts that a theme names itself, by the names of smdeck's."""
        self.composed: set[str] = set()
        """The layouts of smdeck's that none of the template serves, as the theme has it."""
        self.plain = choose(self)
        """The layout that others are composed on."""
        self.bases: dict[str, TemplateLayout] = {}
        """The layouts that a theme names to compose on, by the tone of slides."""
        if self.bare:
            self._normalize_themes()

    # -- parts ------------------------------------------------------------------------------

    def _read_master(self, master: str) -> None:
        root = self.trees[master] = parse(self.package.parts[master])
        themes = self.package.related(master, "theme")
        if not themes:
            raise TemplateError(f"a master of `{self.path.name}` has no theme")
        self.themes[master] = parse(self.package.parts[themes[0]])
        bare = without_styles(root)
        changed = {master} if number_placeholders(root) or bare else set()
        for part in self.package.related(master, "slideLayout"):
            self.trees[part] = parse(self.package.parts[part])
            self.master_of[part] = master
            if number_placeholders(self.trees[part]) or bare:
                changed.add(part)
            if bare:
                settle_layout(self.trees[part], root)
                normalize_layout(self.trees[part])
        if bare:
            normalize_master(root)
            self.bare.append(master)
        for part in sorted(changed):
            self.package.parts[part] = written(self.trees[part])

    def _layout(self, part: str) -> TemplateLayout:
        root, sources = self.trees[part], self.sources(part)
        placeholders = []
        for shape in placeholder_shapes(root):
            box = box_of(shape, sources)
            if box is not None and upright(shape):
                placeholders.append(_placeholder(shape, box, look_of(shape, sources)))
        name = find(root, "p:cSld").get("name") or part.rsplit("/", 1)[-1].removesuffix(".xml")
        master = self.master_of[part]
        return TemplateLayout(name, part, master, root.get("type"), tuple(placeholders))

    @property
    def canvas(self) -> tuple[int, int]:
        """Width and height of its slides on our canvas, in EMU."""
        width, height = (round(side / self.scale) for side in self.size)
        return width, height

    @property
    def names(self) -> list[str]:
        """The names of its layouts, each once."""
        return list(dict.fromkeys(layout.name for layout in self.layouts))

    def label(self, layout: TemplateLayout) -> str:
        """Return what a theme calls a layout: its name, with a number where several have it."""
        alike = [one.part for one in self.layouts if one.name == layout.name]
        number = alike.index(layout.part) + 1
        return layout.name if len(alike) == 1 else f"{layout.name} #{number}"

    def named(self, name: str) -> TemplateLayout | None:
        """Return the layout of a name or label; of several that of the master that content stands
        on."""
        found = [layout for layout in self.layouts if layout.name == name]
        found.sort(key=lambda layout: layout.master != self.plain.master)
        labeled = (layout for layout in self.layouts if self.label(layout) == name)
        return found[0] if found else next(labeled, None)

    # -- looks ------------------------------------------------------------------------------

    def colors(self, part: str) -> MappedColors:
        """Return the colours of a layout or master."""
        master = self.master_of.get(part, part)
        own = override(self.trees[part]) if part != master else None
        node = own if own is not None else find(self.trees[master], "p:clrMap")
        return MappedColors(self.slots(part), color_map(node))

    def slots(self, part: str) -> dict[Slot, RGB]:
        """Return the theme colours of a layout or master."""
        return scheme(self.themes[self.master_of.get(part, part)])

    def fonts(self, part: str) -> tuple[str, str]:
        """Return the families of headings and body of a layout's or master's theme."""
        theme = self.themes[self.master_of.get(part, part)]
        families = [
            find(theme, f"a:themeElements/a:fontScheme/a:{kind}Font/a:latin")
            for kind in ("major", "minor")
        ]
        major, minor = ((node is not None and node.get("typeface")) or "Arial" for node in families)
        return major, minor

    def sources(self, part: str, colors: MappedColors | None = None) -> Parents:
        """Return where the placeholders of a layout inherit from."""
        return Parents(
            self.trees[part],
            self.trees[self.master_of[part]],
            presentation=self.root,
            colors=colors or self.colors(part),
            fonts=self.fonts(part),
            scale=self.scale,
        )

    def look(self, part: str, colors: MappedColors, *kinds: str) -> PlaceholderLook | None:
        """Return how a placeholder of a layout looks, or where it has none, that of its master."""
        sources = self.sources(part, colors)
        for root in (sources.layout, sources.master):
            shapes = placeholder_shapes(root)
            for kind in kinds:
                for shape in shapes:
                    if placeholder_type(shape) == kind:
                        return look_of(shape, sources)
        return None

    def picture(self, part: str, colors: MappedColors | None = None, width: int = WIDTH) -> Any:
        """Return a picture of a layout: its placeholders without words, but with fills.

        It is as many pixels wide as asked for, and small otherwise.
        """
        master = self.master_of[part]
        own = colors or self.colors(part)
        hidden = self.trees[part].get("showMasterSp") in ("0", "false")
        fills = self._fills(part)
        drawn = part if fills or self._draws(part) else ""
        key = (master, drawn, hidden, width, tuple(sorted(own.map.items())))
        if key not in self._pictures:
            layers = [
                ArtLayer(master, self.trees[master], own, self.themes[master], not hidden),
                ArtLayer(part, self.trees[part], own, self.themes[master], fills=fills),
            ]
            self._pictures[key] = painted(self.package, layers, self.size, width)
        return self._pictures[key]

    def _fills(self, part: str) -> tuple[tuple[Any, Box], ...]:
        """Return the fills of a layout's placeholders, with their places in EMU."""
        if part in self._filled:
            return self._filled[part]
        sources = self.sources(part)
        found = []
        for shape in placeholder_shapes(self.trees[part]):
            filled = (
                None if placeholder_type(shape) in (*FOOT, *WORDLESS) else fill_of(shape, sources)
            )
            box = box_of(shape, sources) if filled is not None else None
            if box is not None:
                found.append((filled, Box(*(round(side * self.scale) for side in box))))
        self._filled[part] = tuple(found)
        return self._filled[part]

    def _draws(self, part: str) -> bool:
        """Return whether a layout has a background or art of its own."""
        root = self.trees[part]
        shapes = len(placeholder_shapes(root))
        return (
            find(root, "p:cSld/p:bg") is not None or len(find(root, "p:cSld/p:spTree")) > 2 + shapes
        )

    def readable(
        self, layout: TemplateLayout, placeholder: TemplatePlaceholder
    ) -> TemplatePlaceholder:
        """Return a placeholder with a text colour, where its own can't be read on its backdrop.

        What can be read on most of what lies behind it is left as the template has it.
        """
        colors = self.colors(layout.part)
        if placeholder.style is None:
            return placeholder
        behind = self.colors_behind(layout.part, placeholder.box, colors)
        own = self.color_of(layout.part, placeholder, colors)
        if _read_share(own, behind) >= MOST:
            return placeholder
        text_color: Slot = max(TEXT_SLOTS, key=lambda slot: _read_share(colors.slots[slot], behind))
        better = _read_share(colors.slots[text_color], behind) > _read_share(own, behind)
        return placeholder._replace(text_color=text_color) if better else placeholder

    def color_of(self, part: str, placeholder: TemplatePlaceholder, colors: MappedColors) -> RGB:
        """Return the colour of the words of a placeholder."""
        look = self.look_of(part, placeholder, colors)
        return (look and look.color) or colors.slots[colors.text]

    def look_of(
        self, part: str, placeholder: TemplatePlaceholder, colors: MappedColors | None = None
    ) -> PlaceholderLook | None:
        """Return how the words of a placeholder look."""
        sources = self.sources(part, colors)
        for shape in placeholder_shapes(sources.layout):
            node = next(shape.iter(tag("p:ph")))
            if (
                placeholder_type(shape) == placeholder.type
                and int(node.get("idx", "0")) == placeholder.number
            ):
                return look_of(shape, sources)
        return None

    def backdrop(self, part: str, box: Box, colors: MappedColors | None = None) -> RGB:
        """Return the commonest colour behind a box of our canvas."""
        return backdrop(self.picture(part, colors), self.share(box))

    def colors_behind(self, part: str, box: Box, colors: MappedColors) -> list[tuple[float, RGB]]:
        """Return the colours behind a box of our canvas, each with its share."""
        counted = counted_colors(self.picture(part, colors), self.share(box))
        total = sum(number for number, _ in counted)
        return [(number / total, color) for number, color in counted]

    def share(self, box: Box) -> tuple[float, float, float, float]:
        """Return a box of our canvas as left, top, right and bottom, in shares of the slide."""
        width, height = (side / self.scale for side in self.size)
        return box.x / width, box.y / height, box.right / width, box.bottom / height

    @property
    def table_style(self) -> tuple[str, TableStyle] | None:
        """The id and looks of its own default table style, if it defines one whose words can be
        read on the plainest layout."""
        for part in self.package.related(self.presentation, "tableStyles"):
            root = parse(self.package.parts[part])
            usual = root.get("def")
            for style in root.iterfind("a:tblStyle", root.nsmap):
                if style.get("styleId") == usual:
                    plain = self.plain.part
                    looks = TableStyle(style, self.colors(plain), self.backdrop(plain, self.body))
                    return (str(usual), looks) if looks.readable else None
        return None

    def clear(self, box: Box, layout: TemplateLayout | None = None) -> Box:
        """Return the part of a box that the art of a layout, the plainest if none, leaves free."""
        share = self.share(box)
        found = clear_of_art(self.picture((layout or self.plain).part), share)
        if found == share:
            return box
        width, height = (side / self.scale for side in self.size)
        left, top, right, bottom = (
            round(one * side) + (0 if one == was else apart)
            for one, was, side, apart in zip(
                found, share, (width, height) * 2, (APART, APART, -APART, -APART), strict=True
            )
        )
        return Box(left, top, right - left, bottom - top)

    # -- choice -----------------------------------------------------------------------------

    @property
    def serving(self) -> dict[str, list[str]]:
        """The layouts of smdeck's that each layout of the template serves, by its part."""
        serving: dict[str, list[str]] = {}
        for name in PURPOSES:
            for match in self.match(name):
                serving.setdefault(match.layout.part, []).append(name)
        return serving

    def match(self, layout: str) -> list[Match]:
        """Return what may serve a layout of smdeck's, with the placeholders by purpose."""
        if layout in self.composed:
            return []
        forced = self.forced.get(layout)
        found = [forced] if forced else match_of(layout, self.matches)
        if layout == "title" and found and "picture" not in found[0].placeholders:
            pictured = (
                one.match for one in self.scores["title"] if "picture" in one.match.placeholders
            )
            found += match_of(layout, {"title": one}) if (one := next(pictured, None)) else []
        return found

    # -- repair -----------------------------------------------------------------------------

    def _normalize_themes(self) -> None:
        """Give themes that nothing refers to the colours and fonts that the layouts show."""
        plain = self.plain.part
        colors = self.colors(plain)
        behind = self.backdrop(plain, self.body)
        title, body = self.look(plain, colors, *TITLES), self.look(plain, colors, "obj", "body")
        seen: list[RGB] = []
        opening = self.matches.get("title")
        for part in (plain, opening.layout.part if opening else plain):
            seen += [color for color in prominent(self.picture(part)) if color not in seen]
        fonts = (title or body), (body or title)
        for master in self.bare:
            normalize_theme(
                self.themes[master],
                behind,
                [look.color for look in (body, title) if look and look.color],
                seen,
                [look.family for look in fonts if look],
            )
            part = self.package.related(master, "theme")[0]
            self.package.parts[part] = written(self.themes[master])

    # -- room -------------------------------------------------------------------------------

    @property
    def headed(self) -> bool:
        """Whether titles of composed slides stand where the template has them, above content."""
        return has_head(self.plain, self.canvas)

    @property
    def body(self) -> Box:
        """Where content stands: as the layout for content has it, else below the title; to the foot
        where that is less than half of the slide."""
        box, height = self._body, self.canvas[1]
        if box.h > height // 2:
            return box
        return box._replace(h=max(box.h, self._floor - height // 30 - box.y))

    @property
    def _floor(self) -> int:
        """Where the foot of the slide begins, or where it ends."""
        height = self.canvas[1]
        return self.foot.y if self.foot and self.foot.y > height // 2 else height

    @property
    def _body(self) -> Box:
        if not self.headed:
            width, height = self.canvas
            low = min(self._floor, height - emu(20))
            return Box(0, 0, width, low).inset(emu(40), emu(30), emu(40), emu(10))
        match, two = self.matches.get("content"), self.matches.get("two")
        if match and self._heads_alike(match.layout):
            return self._widened(match.placeholders["content"].box, match.layout)
        if two and self._heads_alike(two.layout):
            left, right = two.placeholders["left"].box, two.placeholders["right"].box
            return Box(left.x, left.y, right.right - left.x, left.h)
        width, height = self.canvas
        own = fits("content", self.plain, width * height)
        if own:
            return own["content"].box
        title = self.plain.title
        assert title
        top = title.box.bottom + height // 30
        bottom = self._floor - height // 30
        x = max(emu(24), min(title.box.x, width - title.box.right))  # as far from both edges
        return Box(x, top, width - 2 * x, bottom - top)

    def _widened(self, box: Box, layout: TemplateLayout) -> Box:
        """Return a narrow column for content as wide as the slide, where nothing stands beside it:
        its samples have a drawing there."""
        width = self.canvas[0]
        wide = box._replace(w=width - 2 * box.x)
        if box.w > width // 2 or wide.w < box.w:
            return box
        beside = any(one.box != box and one.box.overlaps(wide) for one in layout.content)
        return box if beside or self.clear(wide, layout) != wide else wide

    def _heads_alike(self, layout: TemplateLayout) -> bool:
        """Return whether the title of a layout ends where that of the plainest does."""
        if layout.master != self.plain.master or layout.title is None:
            return False
        assert self.plain.title
        far = abs(layout.title.box.bottom - self.plain.title.box.bottom)
        return layout is self.plain or far <= self.size[1] / self.scale / 10

    @property
    def foot(self) -> Box | None:
        """Where the foot of the layout that others are composed on stands, if it has one."""
        boxes = [one.box for one in self.plain.placeholders if one.type in FOOT]
        return min(boxes, key=lambda box: box.y) if boxes else None


def _placeholder(shape: Any, box: Box, look: PlaceholderLook) -> TemplatePlaceholder:
    node = next(shape.iter(tag("p:ph")))
    kind = placeholder_type(shape)
    style = None if kind in WORDLESS else look.style
    name = next(shape.iter(tag("p:cNvPr"))).get("name", "")
    lines = (
        "".join(text.text or "" for text in one.iter(tag("a:t"))) for one in shape.iter(tag("a:p"))
    )
    prompt = " / ".join(line.strip() for line in lines if line.strip())
    number, size = int(node.get("idx", "0")), node.get("sz", "full")
    return TemplatePlaceholder(
        kind, number, name=name, box=box, style=style, size=size, prompt=prompt
    )


def _read_share(color: RGB, behind: list[tuple[float, RGB]]) -> float:
    """Return on how much of what lies behind them large words in a colour can be read.

    Of colours that can be read everywhere, the one with the higher contrast is the better.
    """
    ratios = [(share, contrast(color, backdrop)) for share, backdrop in behind]
    read = sum(share for share, ratio in ratios if ratio >= LARGE_CONTRAST)
    return read + sum(share * ratio for share, ratio in ratios) / 1000
