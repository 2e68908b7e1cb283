"""A slide on a layout of a company's template, its placeholders filled by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from smdeck.compose.paragraphs import bullet_paragraphs
from smdeck.findings import Findings, listing, suggest
from smdeck.model.blocks import Holder
from smdeck.model.chart import ChartData
from smdeck.model.fields import key
from smdeck.model.items import Image, Item
from smdeck.model.table import TableData
from smdeck.model.text import Block, Paragraph
from smdeck.page.layout import Layout
from smdeck.page.page import Page
from smdeck.scene import SlideLayout, TemplateLayout, TemplatePlaceholder

if TYPE_CHECKING:
    from smdeck.page.slide_layouts import SlideLayouts

SHOWS = ("title", "text", "items", "link")


class Filling(Holder):
    """What a placeholder is filled with."""

    words: ClassVar[str] = "a text, a list, or one of `items`, `text`, `image`, `chart`, `table`"

    items: list[Item] = key("Bullets, as the template marks them.", list, shows=" ".join(SHOWS))
    text: Block | None = key("Paragraphs.", None)
    image: Image | None = key("A picture.", None)
    chart: ChartData | None = key("A chart.", None)
    table: TableData | None = key("A table.", None)


class TemplateSlide(Layout):
    """A slide on a layout of the template, which is named outright."""

    names = {"en": "Template"}
    group = "template"
    headed = False
    example = ""

    fill: dict[str, Filling] = key("What fills each placeholder, by its name.", dict)

    on: TemplateLayout
    """The layout of the template."""

    def slide_layout(self, slide_layouts: SlideLayouts, tone: str) -> SlideLayout:
        """Return the template's layout as it is."""
        from smdeck.page.template_layouts import TemplateLayouts

        assert isinstance(slide_layouts, TemplateLayouts)
        return slide_layouts.named(self.on)

    def check(self, findings: Findings) -> None:
        if self.on.title and not self.title:
            findings.error(
                "missing-field",
                f"a slide on `{self.layout}` needs the field `title`",
                self.origin.place,
                "say what the slide says",
            )
        for name, given in (("title", self.title and not self.on.title), ("tone", self.tone)):
            if given:
                findings.error(
                    "unshown-key",
                    f"the template's layout `{self.layout}` has no `{name}` of its own",
                    self.at(name),
                    "remove the line",
                )
        known = {one.name: one for one in self.on.content}
        for name, filling in self.fill.items():
            if name not in known:
                has = listing([f"`{one}`" for one in known], "and") if known else "no other"
                findings.error(
                    "unknown-placeholder",
                    f"`{self.layout}` has no placeholder `{name}`",
                    filling.origin.place,
                    suggest(name, known, f"beside the title it has {has}"),
                )
            else:
                _check_filling(known[name], filling, findings)

    def draw(self, page: Page) -> None:
        if self.on.title:
            page.text("title", self.title)
        known = {one.name: one for one in self.on.content}
        for name, filling in self.fill.items():
            if name not in known or not _fits(known[name], filling):
                continue  # there is a finding
            if filling.image:
                page.picture(filling.image, name)
            elif filling.chart:
                page.chart(filling.chart, name)
            elif filling.table:
                page.table(filling.table, name)
            else:
                page.click_paragraphs(page.text(name, _words(filling), place=filling.origin.place))


def _words(filling: Filling) -> list[Paragraph]:
    """Return paragraphs at the template's levels: it says how each of them is marked."""
    if filling.text:
        # A list in it begins at the first level, too, which templates mostly mark by bullets.
        return [p._replace(level=-(p.depth > 0)) for p in filling.text.paragraphs]
    return bullet_paragraphs(filling.items)


def _fits(placeholder: TemplatePlaceholder, filling: Filling) -> bool:
    """Return whether a placeholder can hold what it is filled with."""
    return len(filling.given) == 1 and filling.given[0] in HOLDS.get(
        placeholder.type, Filling.contents
    )


def _check_filling(placeholder: TemplatePlaceholder, filling: Filling, findings: Findings) -> None:
    """Report what a placeholder can't hold."""
    if len(filling.given) != 1:
        findings.error(
            "column-content",
            f"a placeholder holds one of {listing(Filling.contents)}, "
            f"here {'are' if filling.given else 'is'} {listing(filling.given, 'and') or 'none'}",
            filling.origin.place,
        )
        return
    (content,) = filling.given
    holds = HOLDS.get(placeholder.type, Filling.contents)
    if content not in holds:
        findings.error(
            "column-content",
            f"the placeholder `{placeholder.name}` can't hold `{content}`",
            filling.origin.place,
            f"it holds {listing(holds)}",
        )


HOLDS: dict[str, tuple[str, ...]] = {
    "pic": ("image",),
    "clipArt": ("image",),
    "chart": ("chart",),
    "tbl": ("table",),
    "body": ("items", "text"),
    "subTitle": ("items", "text"),
}
"""What placeholders of one type can hold; the others hold anything."""
