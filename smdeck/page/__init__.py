"""The page: what all layouts stand on, from the keys every slide has to the slide layout."""

from smdeck.page.composed import Composed
from smdeck.page.layout import SPLIT, Layout
from smdeck.page.page import DrawContext, Page, TalkSection

__all__ = ["SPLIT", "Composed", "DrawContext", "Layout", "Page", "TalkSection"]
