"""roadmap: bars in lanes, over named periods or over days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.compose.timeaxis import axis_of_days, day_of
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Group, Shape, SlideScene, TextBox

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]

MONTHS = (
    "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
)  # fmt: skip


def slide(*items: str, extra: str = "periods: [Q1, Q2, Q3, Q4]\n") -> str:
    bars = "".join(f"  - {{{item}}}\n" for item in items)
    return f"layout: roadmap\ntitle: Ein Jahr\n{extra}items:\n{bars}"


def bars(scene: SlideScene) -> dict[str, Shape]:
    shapes = [n for n in every_node(scene.nodes) if isinstance(n, Shape) and n.fill]
    return {shape.name: shape for shape in shapes}


def said(scene: SlideScene) -> list[str]:
    texts = [node for node in every_node(scene.nodes) if isinstance(node, TextBox)]
    return [paragraph.plain for text in texts for paragraph in text.paragraphs]


def test_a_bar_is_as_long_as_its_periods(deck_of: DeckOf, compiled: Compile) -> None:
    deck = slide("lane: A, title: Kurz, start: Q1", "lane: B, title: Lang, start: Q2, end: Q4")
    shown = bars(compiled(deck_of(deck)).scenes[0])
    assert shown["Lang"].box.w == pytest.approx(3 * shown["Kurz"].box.w, rel=0.03)
    assert shown["Kurz"].box.right < shown["Lang"].box.x


def test_bars_of_one_lane_stand_beside_each_other_and_parallel_ones_below(
    deck_of: DeckOf, compiled: Compile
) -> None:
    deck = slide(
        "lane: A, title: Eins, start: Q1", "lane: A, title: Zwei, start: Q2",
        "lane: A, title: Drei, start: Q2, end: Q3",
    )  # fmt: skip
    shown = bars(compiled(deck_of(deck)).scenes[0])
    assert shown["Eins"].box.y == shown["Zwei"].box.y
    assert shown["Drei"].box.y >= shown["Zwei"].box.bottom


def test_names_that_do_not_fit_their_bars_stand_beside_them(
    deck_of: DeckOf, compiled: Compile
) -> None:
    deck = slide(
        "lane: A, title: Kommunikationsstrategie, start: Q1",
        "lane: A, title: Wettbewerbsbeobachtung, start: Q4",
    )
    scene = compiled(deck_of(deck)).scenes[0]
    assert {"Kommunikationsstrategie", "Wettbewerbsbeobachtung"} <= {*said(scene)}
    assert bars(scene)["Kommunikationsstrategie"].text is None


def test_with_days_it_is_a_gantt_chart_over_months(deck_of: DeckOf, compiled: Compile) -> None:
    deck = slide(
        "title: Konzept, start: 2026-01-15, end: 2026-02-20", "title: Bau, start: 2026-03-01, end: "
        "2026-04-30", extra="now: 2026-03-10\n",
    )  # fmt: skip
    assert {"Jan", "Feb", "März", "Apr", "Konzept", "Bau", "heute"} <= {
        *said(compiled(deck_of(deck)).scenes[0])
    }


def test_an_axis_goes_in_months_then_quarters_then_years() -> None:
    def names(first: str, last: str) -> tuple[str, ...]:
        days = [day for text in (first, last) if (day := day_of(text))]
        return axis_of_days(days, MONTHS).names

    assert names("2026-01-15", "2026-03-01") == ("Jan", "Feb", "Mär")
    assert names("2026-11-15", "2027-05-01")[:3] == ("Nov 26", "Dez", "Jan 27")
    assert names("2026-02-01", "2026-12-31") == ("Q1", "Q2", "Q3", "Q4")
    assert names("2026-02-01", "2030-12-31") == ("2026", "2027", "2028", "2029", "2030")


def test_days_lie_where_they_are_in_their_month() -> None:
    days = [day for text in ("2026-01-01", "2026-02-28") if (day := day_of(text))]
    axis = axis_of_days(days, MONTHS)
    assert axis.position("2026-01-01", False) == 0
    assert axis.position("2026-01-31", True) == axis.position("2026-02", False) == 1
    assert axis.position("28.2.2026", True) == axis.position("2026-02", True) == 2
    assert axis.position("2026-02-30", False) is None
    assert axis.position("2027-01-01", False) is None


def test_the_chart_says_in_words_what_goes_when(deck_of: DeckOf, compiled: Compile) -> None:
    deck = slide("lane: A, title: Eins, start: Q1", "lane: A, title: Zwei, start: Q2, end: Q4")
    scene = compiled(deck_of(deck)).scenes[0]
    group = next(node for node in scene.nodes if isinstance(node, Group))
    assert group.alt == "Ein Jahr: Eins (Q1), Zwei (Q2 – Q4)"


def test_bars_appear_one_by_one(deck_of: DeckOf, compiled: Compile) -> None:
    items = [f"lane: A, title: Teil {n}, start: Q{n}" for n in range(1, 5)]
    extra = "periods: [Q1, Q2, Q3, Q4]\nreveal: true\n"
    assert len(compiled(deck_of(slide(*items, extra=extra))).scenes[0].clicks) == 4


@pytest.mark.parametrize(
    ("item", "code", "message"),
    [
        ("title: Eins", "missing-field", "an item of `roadmap` needs the field `start`"),
        ("title: Eins, start: Q5", "wrong-value", "`Q5` is no period of this slide"),
        ("title: Eins, start: Q3, end: Q1", "wrong-value", "`Q1` is before `Q3`"),
    ],
)
def test_what_has_no_place_on_the_axis_is_an_error(
    item: str, code: str, message: str, deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    found = findings_of(deck_of(slide("title: Gut, start: Q1", item)))
    assert [(finding.code, finding.message) for finding in found] == [(code, message)]


def test_more_than_eight_lanes_are_an_error(deck_of: DeckOf, findings_of: FindingsOf) -> None:
    items = [f"lane: Bahn {n}, title: Teil, start: Q1" for n in range(9)]
    assert "item-count" in {finding.code for finding in findings_of(deck_of(slide(*items)))}
