"""Pros and cons: two planes, told apart by signs and heads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Icon

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]


def test_each_side_has_a_sign_and_a_head_of_the_deck_s_language(compiled: Compile) -> None:
    scene = only(compiled(written("pros-cons", pros="[Nähe]", cons="[Zeit]")))
    stands = texts(scene)
    assert (stands["pros title"].said, stands["cons title"].said) == ("Dafür", "Dagegen")
    icons = [node.icon for node in every_node(scene.nodes) if isinstance(node, Icon)]
    assert icons == ["plus", "minus"]
    assert stands["pros"].room.right < stands["cons"].room.x


def test_heads_and_icons_can_be_named(compiled: Compile) -> None:
    scene = only(
        compiled(
            written("pros-cons", pros="{title: Gewinn, icon: rocket, items: [Nähe]}", cons="[Zeit]")
        )
    )
    assert texts(scene)["pros title"].said == "Gewinn"
    assert [node.icon for node in every_node(scene.nodes) if isinstance(node, Icon)] == [
        "rocket", "minus",
    ]  # fmt: skip


def test_the_points_of_both_sides_have_one_size(compiled: Compile) -> None:
    scene = only(
        compiled(
            written("pros-cons", pros="[Nähe]", cons="[Der Ton lässt sich nicht diktieren, b, c]")
        )
    )
    sizes = {text.sizes for name, text in texts(scene).items() if name in ("pros", "cons")}
    assert len(sizes) == 1


def test_six_points_a_side_fit_and_seven_do_not(findings_of: FindingsOf) -> None:
    def points(count: int) -> str:
        return f"[{', '.join(['Kommunikationsstrategie'] * count)}]"

    assert findings_of(written("pros-cons", pros=points(6), cons=points(6))) == []
    (finding,) = findings_of(written("pros-cons", pros=points(7), cons="[Zeit]"))
    assert finding.code == "item-count"


@pytest.mark.parametrize("held", ["Ein Satz", "{text: Ein Satz}", "{title: Nur ein Kopf}"])
def test_a_side_that_holds_no_points_is_a_finding(held: str, findings_of: FindingsOf) -> None:
    (finding,) = findings_of(written("pros-cons", pros=held, cons="[Zeit]"))
    assert finding.code == "column-content"


def test_points_appear_one_by_one(compiled: Compile) -> None:
    scene = only(compiled(written("pros-cons", pros="[a, b]", cons="[c]", reveal="true")))
    assert len(scene.clicks) == 3
