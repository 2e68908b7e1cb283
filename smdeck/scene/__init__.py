"""The scene: a slide as a closed vocabulary of boxes, measured in EMU.

All that comes after the layouts reads scenes and nothing else: fit measures their texts, check
judges them, write turns them into PowerPoint's parts.
"""

from smdeck.scene.box import Box
from smdeck.scene.clicks import CAME_FROM, ChartParts, Click, Lines, Rows
from smdeck.scene.equation import EquationBox
from smdeck.scene.nodes import (
    BubbleAxis,
    BubbleField,
    Chart,
    Connector,
    Fitted,
    FittedChart,
    FittedTable,
    Geometry,
    Group,
    Icon,
    NameSide,
    Picture,
    PlaceholderSpec,
    SceneNode,
    SeriesStyle,
    Shape,
    Table,
    TextBox,
)
from smdeck.scene.playback import Captions, Playback
from smdeck.scene.slide import DATED, LayoutPicture, SlideLayout, SlideScene
from smdeck.scene.spark import Spark
from smdeck.scene.style import Fade, Level, Line, Paint, Role, Slot, Style
from smdeck.scene.template import TemplateLayout, TemplatePlaceholder

__all__ = [
    "CAME_FROM",
    "DATED",
    "Box",
    "BubbleAxis",
    "BubbleField",
    "Captions",
    "Chart",
    "ChartParts",
    "Click",
    "Connector",
    "EquationBox",
    "Fade",
    "Fitted",
    "FittedChart",
    "FittedTable",
    "Geometry",
    "Group",
    "Icon",
    "LayoutPicture",
    "Level",
    "Line",
    "Lines",
    "NameSide",
    "Paint",
    "Picture",
    "PlaceholderSpec",
    "Playback",
    "Role",
    "Rows",
    "SceneNode",
    "SeriesStyle",
    "Shape",
    "SlideLayout",
    "SlideScene",
    "Slot",
    "Spark",
    "Style",
    "Table",
    "TemplateLayout",
    "TemplatePlaceholder",
    "TextBox",
]
