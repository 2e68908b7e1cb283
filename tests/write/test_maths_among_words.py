"""Formulas among words: Office Math for PowerPoint, raised and lowered letters for the others."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import smdeck
from smdeck.model.markup import inline


def xml_of(text: str, deck_file: Callable[[str], Path], beside: str = "") -> str:
    deck = deck_file(f"title: T\nslides:\n  - layout: statement\n    title: '{text}'\n{beside}")
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        return package.read("ppt/slides/slide1.xml").decode()


def test_a_formula_stands_in_its_paragraph_twice(deck_file: Callable[[str], Path]) -> None:
    xml = xml_of(r"Energie ist $E = \frac{m}{2} v^2$ **immer**", deck_file)
    native, plain = re.findall(r"<p:sp>.*?</p:sp>", xml, re.S)[:2]
    assert 'Requires="a14 p14"' in xml and xml.count("<mc:Fallback>") == 1
    assert "<a:t>Energie ist </a:t></a:r><a14:m><m:oMath " in native and "oMathPara" not in native
    assert '<m:type m:val="lin"/>' in native and "<m:sSup>" in native
    assert re.findall('<p:cNvPr id="\\d+"', native) == re.findall('<p:cNvPr id="\\d+"', plain)
    words = "".join(re.findall("<a:t>(.*?)</a:t>", plain)).replace("\u00a0", " ")
    assert words == "Energie ist E = m/2v2 immer" and 'baseline="30000"' in plain


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("$r$", "r"), (r"$\alpha + \beta$", "α + β"), (r"$\ln 2$", "ln 2"), ("$-x$", "−x"),
        (r"$\sum_{i=1}^n i$", "∑i = 1n i"), (r"$\sqrt{a+b}$", "√(a + b)"),
        ("$5 und $7", "$5 und $7"), ("5 $ und 7 $", "5 $ und 7 $"), (r"\$x\$", "$x$"),
    ],
)  # fmt: skip
def test_what_is_a_formula_and_what_a_price(typed: str, shown: str) -> None:
    runs = inline(typed)
    assert "".join(run.text for run in runs).replace("\u00a0", " ") == shown
    assert any(run.math for run in runs) == (shown[-1] not in "7$")


@pytest.mark.parametrize(
    ("typed", "severity", "said"),
    [
        (r"$\frac{1}$", "error", "is not complete"),
        (r"$\begin{matrix} a & b \end{matrix}$", "error", "higher than a line"),
        ("$viel Geld$", "warning", "is not set as a formula"),
    ],
)
def test_what_is_no_formula_among_words_is_told(
    typed: str, severity: str, said: str, deck_file: Callable[[str], Path]
) -> None:
    deck = deck_file(
        f"title: T\nslides:\n  - layout: statement\n    title: 'Das ist {typed} hier'\n"
    )
    (finding,) = smdeck.check(deck)
    assert finding.severity == severity and said in finding.message


def test_a_cell_of_a_table_has_its_formula_in_both_ways(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(
        "title: T\nslides:\n  - layout: table\n    title: Formeln\n    reveal: true\n"
        "    columns: [Wert, Formel $f(x)$]\n"
        "    rows: [[Energie, $E = mc^2$], [Masse, groß], [Netz, $n^2$]]\n"
    )
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        xml = package.read("ppt/slides/slide1.xml").decode()
    frames = r"<p:graphicFrame>.*?</p:graphicFrame>"
    twice = re.findall(rf"<mc:Choice [^>]*>({frames})</mc:Choice><mc:Fallback>({frames})<", xml)
    assert len(twice) == 3  # the header, and two rows; the third has no formula
    for native, plain in twice:
        assert "<a14:m><m:oMath " in native and "a14:m" not in plain
        assert re.findall('<p:cNvPr id="\\d+"', native) == re.findall('<p:cNvPr id="\\d+"', plain)
    assert len(re.findall(frames, xml)) == 7
