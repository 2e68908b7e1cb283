"""The records of a `theme.yaml`: the keys of brand.yml, and ours under `defaults.smdeck`."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from smdeck.model.fields import Reader, Record, key
from smdeck.model.records import Tone
from smdeck.scene.style import Role
from smdeck.source import Node, Scalar
from smdeck.theme.artwork import LogoPosition
from smdeck.theme.house_records import HouseSettings


class Meta(Record):
    """What the brand is called."""

    name: str | None = key("The name of the brand.", None)


class Color(Record):
    """The brand's colours; each is a hex colour or the name of another."""

    palette: dict[str, str] = key("Colours by name.", dict)
    foreground: str | None = key("Text.", None)
    background: str | None = key("The background.", None)
    primary: str | None = key("The brand's first colour.", None)
    secondary: str | None = key("The brand's second colour.", None)


class Typeface(Record):
    """A font by its family."""

    words: ClassVar[str] = "the name of a font family"

    family: str | None = key("The name of the font family; default: that of the body.", None)
    weight: str | None = key(
        "A weight such as `600` or `light`; headings below 600 are not bold.", None
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the typeface that a lone name stands for."""
        return cls(origin=node, family=node.text) if isinstance(node, Scalar) else NotImplemented


class FontFile(Record):
    """A font file in the theme's folder."""

    path: str = key("The TTF file.")
    weight: str = key("A weight such as `600`, or `regular` or `bold`.", "regular")
    style: str = key("`normal` or `italic`.", "normal")


class Font(Record):
    """A font family and where it is from."""

    family: str = key("The name of the font family.")
    source: str = key("`system`, `file`, `google` or `bunny`; nothing is fetched.", "system")
    files: list[FontFile] = key("The files of the family.", list)


class Typography(Record):
    """The brand's fonts."""

    fonts: list[Font] = key("Where the fonts are from.", list)
    base: Typeface = key("The font of the body; default: that of headings, or Arial.", None)
    headings: Typeface | None = key("The font of titles; default: the base font.", None)
    monospace: Typeface | None = key("The font of code; default: Courier New.", None)


class LogoFiles(Record):
    """A logo for light and one for dark backgrounds."""

    light: str = key("The SVG, PNG or JPEG file for light backgrounds.")
    dark: str = key("The same for dark backgrounds.")


class LogoSizes(Record):
    """The logo by size."""

    medium: LogoFiles = key("The logo as it stands on a slide.")


class PaintFile(Record):
    """A palette colour, as it is or modified, in percent."""

    words: ClassVar[str] = "the name of a colour, or `color` with `lighter`, `darker` or `alpha`"

    color: str = key("The name of a palette colour.")
    lighter: int = key("How much lighter.", 0, least=0, most=100)
    darker: int = key("How much darker.", 0, least=0, most=100)
    alpha: int = key("How opaque.", 100, least=0, most=100)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the paint that a lone name stands for."""
        return cls(origin=node, color=node.text) if isinstance(node, Scalar) else NotImplemented


class ToneFile(Record):
    """The roles of colours in one tone; what is left out is as in the light tone."""

    ground: PaintFile = key("What the slide is painted with.")
    text: PaintFile = key("Words on the background, on surfaces and on cards.")
    heading: PaintFile | None = key("Headings; default: as `text`.", None)
    muted: PaintFile | None = key("Words that step back.", None)
    accent: PaintFile | None = key("Words that stand out.", None)
    highlight: PaintFile | None = key("Shapes that stand out.", None)
    brand: PaintFile | None = key("Large shapes in the brand's colour.", None)
    inverse: PaintFile | None = key("Words on brand and highlight.", None)
    inverse_accent: PaintFile | None = key("Words and icons that stand out on brand.", None)
    surface: PaintFile | None = key("Calm areas.", None)
    card: PaintFile | None = key("Tiles.", None)
    line: PaintFile | None = key("Rules and borders.", None)
    calm: PaintFile | None = key("Bars and ties that step back.", None)
    series: list[PaintFile] = key("The colours of charts, icons and steps.", list, least=6, most=6)
    contrast: PaintFile | None = key(
        "Large areas that stand against the background; default: the text's colour in light tones.",
        None,
    )
    steps: list[PaintFile] = key(
        "Areas in an order, from the calmest to the brand's colour; default: shades of the brand.",
        list,
        least=4,
        most=4,
    )


class TonesFile(Record):
    """The tones that a slide can have; those that are left out are derived."""

    light: ToneFile = key("The light tone.", None)
    dark: ToneFile = key("The dark tone.", None)
    brand: ToneFile = key("The tone in the brand's colour.", None)
    accent: ToneFile = key("The tone in the brand's second colour.", None)


class RoleSizes(Record):
    """The sizes between which a text is set, in points."""

    largest: float = key("The size of a short text.", least=6)
    smallest: float = key("The smallest size allowed.", least=6)


class TypeFile(Record):
    """The type scale and what each kind of text takes of it; sizes in points."""

    scale: list[float] = key("All sizes, ascending.")
    title: RoleSizes = key("Titles of slides.")
    display: RoleSizes = key("The titles of the talk and of its sections.")
    statement: RoleSizes = key("A sentence that fills a slide.")
    quote: RoleSizes = key("Quotations.")
    body: RoleSizes = key("Bullets and paragraphs.")
    cell: RoleSizes = key("Titles and texts in grids and cards.")
    label: RoleSizes = key("Words in diagrams and charts.")
    small: RoleSizes = key("Sources and captions.")
    number: RoleSizes = key("A number that fills a slide.")
    foot: RoleSizes = key("Footer and slide number.")
    column: RoleSizes | None = key("Titles in a column beside an object.", None)
    item: RoleSizes | None = key("Titles of items.", None)
    row: RoleSizes | None = key("Rows of a few words each.", None)
    meta: RoleSizes | None = key("Minutes, names of axes.", None)
    numeral: RoleSizes | None = key("Numbers of rows and steps.", None)
    figure: RoleSizes | None = key("Figures that are what the slide is about.", None)
    tracking: float = key(
        "Added to every character from 32 pt up, in em.", 0.0, least=-0.1, most=0.1
    )
    display_tracking: float | None = key(
        "The same from 72 pt up; default: that of `tracking`.", None, least=-0.1, most=0.1
    )


class LogoOn(Record):
    """The logo on a layout that has it otherwise: its icon or wordmark, elsewhere, in a size."""

    height: float | None = key("Its height in points; default: as on the others.", None, least=8)
    position: LogoPosition | None = key("Its corner; default: as on the others.", None)
    light: str | None = key("The file for light backgrounds, such as the icon alone.", None)
    dark: str | None = key("The same for dark backgrounds; default: that of `light`.", None)


class PartnerFile(Record):
    """A partner whose logo stands beside that of the brand, on all layouts that show it."""

    name: str = key("What the partner is called.")
    light: str = key("The SVG, PNG or JPEG file for light backgrounds.")
    dark: str | None = key("The same for dark backgrounds; default: that of `light`.", None)


class LogoSettings(Record):
    """Where the logo stands."""

    height: float = key("Its height in points.", least=8)
    position: LogoPosition = key("The corner that it stands in.", "top-left")
    layouts: list[str] = key("The layouts that show it.", list)
    on: dict[str, LogoOn] = key("Layouts that show it otherwise, each with what is other.", dict)
    tones: dict[Tone, str] = key(
        "Files for tones that have a logo of their own, such as `brand`.", dict
    )
    least: float | None = key(
        "The least height that it may have, in points.", None,
        least=4,
    )  # fmt: skip
    clear: float = key(
        "The space that nothing else may enter around it, as a share of its height.", 0.25,
        least=0, most=3,
    )  # fmt: skip
    partner: PartnerFile | None = key("A partner whose logo stands beside it.", None)


class ArtFile(Record):
    """Background art of a layout."""

    file: str = key("The SVG, PNG or JPEG file.")
    box: list[float] = key("Left, top, width and height in points.", least=4, most=4)


class GridFile(Record):
    """Where the parts of a slide stand; boxes are left, top, width and height in points."""

    margin: float = key(
        "The space left and right of all content, in points.", 43.2, least=0, most=240
    )
    title: list[float] = key("Titles of slides: room for two lines.", least=4, most=4)
    body: list[float] = key("The content of slides.", least=4, most=4)
    source: list[float] = key("The source of a slide.", least=4, most=4)
    foot: list[float] = key("Footer and slide number; they may stand at the top.", least=4, most=4)


class LookFile(Record):
    """How the shapes of all layouts are drawn."""

    headings: Literal["bold", "regular"] = key("The weight of headings.", "bold")
    body: Literal["bold", "regular"] = key("The weight of all other words.", "regular")
    italic: bool = key("Whether headings are set in italics.", False)
    case: Literal["as-written", "capitals", "sentence"] = key(
        "The case of headings: as they are written, in capitals, or as sentences, of which"
        " `heading-case` is told where one is not.",
        "as-written",
    )
    leading: float = key("The line spacing of headings.", 0.95, least=0.7, most=1.3)
    align: Literal["left", "center"] = key(
        "How the words of title, section, statement and questions are set.", "left"
    )
    measure: float = key(
        "How wide these words run on title, section and questions where they are set left, in"
        " points of 874.",
        500.0,
        least=240,
        most=873.6,
    )
    titles: Literal["left", "center"] = key(
        "How the titles above the content of slides are set.", "left"
    )
    cards: Literal["bubble", "filled", "framed", "ruled", "speech", "beam"] = key(
        "Tiles: a bubble with three round corners; filled; framed, with a rule around; ruled,"
        " without a tile and with a rule above; speech, filled and square, with a tail where they"
        " are set off; or beam, light from a lamp above, a wash of colour where they are wide.",
        "bubble",
    )
    card_edge: float = key(
        "The height of the bar along the top of filled cards, in points.", 0.0, least=0, most=24
    )
    step_edge: float = key(
        "The height of the bar along the top of stairs, in points.", 0.0, least=0, most=24
    )
    step_ink: Role = key("The role of the colour of these bars, the last aside.", "text")
    marks: Literal["disc", "ring", "medal", "square", "tile", "plain"] = key(
        "What icons stand in: a disc, a ring that glows, a medal with a halftone shadow, a square;"
        " a tile, as wide as what it stands above and left out on cards; or nothing.",
        "disc",
    )
    numbers: Literal["plain", "marked"] = key(
        "Numbers of rows and steps: plain, or in the shape of the marks.", "marked"
    )
    numerals: Literal["bold", "regular"] = key("The weight of large numbers.", "bold")
    emphasis: Literal["bold", "italic"] = key("How **bold** words are set off.", "bold")
    bullets: Literal["dot", "square"] = key("The mark before points.", "dot")
    thread: float = key(
        "How thick threads are beside those of `vortrag`; 0 makes them rules.", 1.0, least=0, most=3
    )
    progress: Literal["none", "thread"] = key(
        "Whether a thread along the foot of the slides grows from the first one to the last.",
        "none",
    )
    column: Literal["plane", "rule", "bare"] = key(
        "What sets a title in a column off: a plane behind it, a rule beside it, or nothing.",
        "plane",
    )
    plane: Role | None = key(
        "The role of the colour of such planes, if not that of the layout.", None
    )
    display_anchor: Literal["top", "bottom"] = key(
        "Where the title of the talk stands in its room.", "bottom"
    )
    loud: Role = key("The role of the colour of loud planes.", "brand")
    row: Role = key("The role of the colour of a table's row that is set off.", "brand")
    table_header: Role | None = key(
        "The role of the colour that headers of tables are filled with; default: a rule below.",
        None,
    )
    table_bands: bool = key("Whether every second row of a table stands on a surface.", False)
    cell_marks: Role | None = key(
        "The role of the colour of bars and ratings in tables; default: the brand's.", None
    )
    display_leading: float = key(
        "The line spacing of the largest words, as a share of 1.2 em.", 0.82, least=0.7, most=1.2
    )
    bar: list[float] = key(
        "Width and height of the accent bar in points; default: 48 and 6.", list, least=2, most=2
    )


class FurnitureFile(Record):
    """A bar or rule that stands with the foot or the head of slides."""

    box: list[float] = key("Left, top, width and height in points.", least=4, most=4)
    fill: Role = key("The role of its colour.", "line")
    part: Literal["foot", "head"] = key("The usual part that a slide with it has.", "foot")


class FontsFile(Record):
    """What becomes of the font files that the theme brings."""

    embed: bool = key("Whether they travel inside the .pptx; experimental.", False)


class SmdeckDefaults(HouseSettings):
    """What slides need beyond brand.yml."""

    colors: dict[str, str] = key(
        "The twelve colours of the PowerPoint theme; default: derived from `color`.", dict
    )
    tones: TonesFile = key(
        "The roles of colours in each tone; default: derived from `color`.", None
    )
    layouts: dict[str, Tone] = key("The tone of a layout, where it is not the usual one.", dict)
    type: TypeFile = key("The type scale; default: that of `vortrag`.", None)
    radius: float = key("The radius of cards in points.", 0.0, least=0, most=48)
    rule: float = key("The width of rules in points.", 1.0, least=0.25, most=24)
    logo: LogoSettings | None = key("Where the logo stands.", None)
    art: dict[str, ArtFile] = key(
        "Background art by layout, or by layout and composition as in `agenda stations`; `column`"
        " is behind titles in a column, `column foot` where words stand at its foot, `usual` on all"
        " other slides that have the usual foot.",
        dict,
    )
    prefer: dict[str, list[str]] = key(
        "The compositions of a layout that are tried first, in this order; `smdeck layouts NAME`"
        " lists them.",
        dict,
    )
    avoid: dict[str, list[str]] = key(
        "The compositions of a layout that are taken only where no other can be.", dict
    )
    base: Tone = key("The tone of slides whose layout names none.", "light")
    grid: GridFile | None = key("Where the parts of a slide stand.", None)
    look: LookFile | None = key("How the shapes of all layouts are drawn.", None)
    pictures: Literal["as-they-are", "grey", "duotone"] = key(
        "How photographs (JPEG files) are shown: as they are, in grey, or from the colour of words"
        " to that of the background.",
        "as-they-are",
    )
    furniture: list[FurnitureFile] = key(
        "Bars and rules on all slides that have the usual foot.", list
    )
    fonts: FontsFile | None = key("What becomes of the theme's font files.", None)


class Defaults(Record):
    """Settings for tools."""

    smdeck: SmdeckDefaults = key("Settings for slides; default: all derived.", None)


class ThemeFile(Record):
    """A theme: the keys of brand.yml."""

    extends: str | None = key(
        "A theme that ships, or the path of one: what this file says goes over it.", None
    )
    meta: Meta | None = key("What the brand is called.", None)
    color: Color = key("The brand's colours.", None)
    typography: Typography = key("The brand's fonts.", None)
    logo: LogoSizes | None = key("The brand's logo.", None)
    defaults: Defaults = key("Settings for tools; those for others are left alone.", None)
