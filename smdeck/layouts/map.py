"""map: values by region, in steps of the brand's colour."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings, Place
from smdeck.model.fields import Reader, key
from smdeck.model.figures import Figures
from smdeck.model.text import Block, Inline
from smdeck.page import Composed, Page
from smdeck.page.mapping import LEGEND, MapValues, draw_map, report_unknown, steps_of
from smdeck.scene import Geometry
from smdeck.source import Mapping

STEPS = 4
"""How many steps of colour values are shared out over at the most."""


def column(plan: Plan, lower: float) -> None:
    """The title in a column, what it says and the legend at its foot, the map at full height."""
    words, stage = plan.parted()
    foot, head = words.cut("bottom", lower)
    plan.title(head, Type("column"), leading=0.88, lines=4)
    _key(plan, foot)
    plan.draw(stage.inset(12, 12, 0, 8), Geometry(), None)


def beside(plan: Plan, wide: float) -> None:
    """The words and the legend on the left, the map over the body beside them."""
    words, stage = plan.body.cut("left", wide, 32)
    _key(plan, words.inset(0, 0, 0, 4))
    plan.draw(stage, Geometry(), None)


def _key(plan: Plan, room: Room) -> None:
    """Put the words above the room for the legend."""
    steps = int(str(plan.choice.shape[0])) if plan.choice.shape else STEPS
    legend, above = room.cut("bottom", LEGEND.high(steps), 16)
    plan.words("text", above, "prose", text=Type("body", 30, 18), anchor="bottom", lines=6)
    plan.draw(legend, Geometry(), None)


class MapLayout(Composed):
    """A map whose regions are coloured by their values: calm land, one loud region."""

    names = {
        "de": "Karte", "en": "Map", "es": "Mapa", "fr": "Carte", "it": "Mappa", "nl": "Kaart",
        "pl": "Mapa",
    }  # fmt: skip
    group = "data"
    whole_words = ("text",)
    compositions = (
        Composition(
            "column", column, lacks=("subtitle",), stage="column", de="Spalte",
            steps=({"lower": 300.0}, {"lower": 350.0}),
        ),
        Composition("beside", beside, de="Blatt", steps=({"wide": 280.0}, {"wide": 340.0})),
    )  # fmt: skip
    usual = Choice("map", "", "column", given=frozenset({"text"}), shape=(STEPS,))
    example = """\
layout: map
title: Im Norden wird mehr geantwortet
map: germany
values:
  Schleswig-Holstein: 52
  Hamburg: 61
  Niedersachsen: 47
  Nordrhein-Westfalen: 38
  Hessen: 35
  Berlin: 58
  Sachsen: 24
  Bayern: 29
highlight: Schleswig-Holstein
text: Antworten auf hundert Beiträge
source: Beispielwerte
"""

    title: Inline = key("The slide's message.")
    map: str = key("The map: `germany`, `austria`, `switzerland` or `europe`, in German as well.")
    values: dict[str, str] = key(
        "The value of each region, by its name in German or English or its code: "
        "`{Bayern: 12, DE-HE: 8}`.",
        dict,
    )
    data: Figures | None = key(
        "The values from a .csv or .xlsx file, in place of `values`: regions in the first column, "
        "values in the next one, or in that which `columns` names.",
        None,
    )
    region_names: bool = key("Whether regions are named on the map.", False)
    highlight: str | None = key("The region that is set off.", None)
    text: Block | None = key("What the values are, or what they say.", None)
    unit: str | None = key("The unit shown with the values, as `%`.", None)
    decimals: int | None = key(
        "How many decimals the values have; default: those of the figures.", None, least=0, most=10
    )

    drawn: MapValues | None = None
    """The map and what its regions have; None where a finding says why not."""

    def decoded(self, reader: Reader) -> None:
        """Find the map, the regions that are named, and how their values are shown."""
        written = self.origin.entries.keys() if isinstance(self.origin, Mapping) else set()
        if not written & {"values", "data"}:
            help = "add `values`: `{Bayern: 12, DE-HE: 8}`, or `data`: a .csv or .xlsx file"
            message = "a `map` needs the field `values`"
            reader.findings.error("missing-field", message, self.origin.place, help)
        elif self.values and self.data:
            message = "a `map` takes `values` or `data`, and not both"
            reader.findings.error("missing-field", message, self.at("data"), "remove one of them")
        if bool(self.values) == bool(self.data):
            return  # what is written is wrong, and told
        self.drawn = MapValues.read(self, self._place_of_value, reader)

    def _place_of_value(self, name: str) -> Place:
        if self.data:
            return self.at("data")
        values = self.origin.get("values")
        if isinstance(values, Mapping):
            return next((one.place for one, _ in values if one.text == name), values.place)
        return self.at("values")

    def given(self) -> frozenset[str]:
        return super().given() & {"text", "source", "subtitle"}

    def shape(self) -> tuple[object, ...]:
        return (len(steps_of(self.drawn, STEPS)) if self.drawn else STEPS,)

    def check(self, findings: Findings) -> None:
        if self.drawn and self.highlight and not self.drawn.whole.find(self.highlight):
            report_unknown(self.drawn.whole, self.highlight, self.at("highlight"), findings)

    def extra(self, page: Page, plan: Plan) -> None:
        rooms = [
            Room.of(one.shape.box) for one in plan.shapes if not (one.shape.fill or one.shape.line)
        ]
        if self.drawn:
            legend, field = rooms[:2]
            names = self.region_names
            draw_map(
                page,
                self.drawn,
                field=field,
                legend=legend,
                highlight=self.highlight,
                most=STEPS,
                names=names,
            )
