"""Line breaking in scripts without spaces, and the widths of letters that the metrics lack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.line_breaks import break_opportunities
from smdeck.fit.measure import Typed, break_lines
from smdeck.fit.metrics import metrics
from smdeck.model.scripts import latin_length, unbroken, unspaced_words, word_count
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Level, TextBox
from smdeck.theme import Theme

PARTS = {
    # what no line parts, between bars
    "社交媒体": "社|交|媒|体",
    "对话，信任。": "对|话，|信|任。",
    "「聞く、答える」のだ": "「聞|く、|答|え|る」|の|だ",
    "ちょっとキャッチーな": "ちょっ|と|キャッ|チー|な",
    "人々の時々": "人々|の|時々",
    "（1,204人）と50%の": "（1,204|人）|と|50%|の",
    "使用SEO和5G网络": "使|用|SEO|和|5G|网|络",
    "价格￥500起": "价|格|￥500|起",
    "他说“好”吗？！": "他|说|“好”|吗？！",
    "全角\u3000空白": "全|角\u3000|空|白",
    "5\u00a0元": "5\u00a0元",
    "Social-Media-Plan": "Social-Media-Plan",
    "소셜 미디어 마케팅은": "소셜 미디어 마케팅은",
    "ภาษาไทยไม่มีช่องว่าง": "ภาษาไทย|ไม่|มี|ช่อง|ว่าง",
    "ราคา 50 บาท": "ราคา 50 บาท",
    "ທ່ານສະບາຍດີ": "ທ່າ|ນ|ສະ|ບາ|ຍ|ດີ",
}


def parts(text: str) -> str:
    """Return a text with a bar where a line may break without a space."""
    places = break_opportunities(text)
    return "".join(f"|{char}" if n in places else char for n, char in enumerate(text))


def test_lines_break_where_uax_14_has_them_break() -> None:
    assert {text: parts(text) for text in PARTS} == PARTS


def lines(theme: Theme, *runs: Run, width: float) -> tuple[str, ...]:
    typed = Typed(Paragraph(runs), theme, Level())
    broken = break_lines(typed.words, width)
    assert broken.long_word is None
    return broken.lines


def test_a_chinese_phrase_in_a_german_line_breaks_inside(theme: Theme) -> None:
    text = Run("Auf Chinesisch: 社交媒体营销的意义在于与客户进行对话")
    assert lines(theme, text, width=12) == (
        "Auf Chinesisch: 社交媒体",
        "营销的意义在于与客户进行",
        "对话",
    )


def test_runs_that_meet_inside_a_phrase_are_parted_as_one_text(theme: Theme) -> None:
    runs = Run("社交"), Run("媒体", bold=True), Run("，对话")
    assert lines(theme, *runs, width=4.2) == ("社交媒", "体，对话")


def test_hyphens_and_hints_break_beside_ideographs(theme: Theme) -> None:
    assert lines(theme, Run("Social-Media\u00ad营销"), width=6.4) == ("Social-Media-", "营销")


def test_no_line_begins_with_a_mark_or_ends_with_a_bracket(theme: Theme) -> None:
    text = "「聞く、答える、参加する」という三つの段階（2025年の調査より）がある。"
    text += "ちょっとした、きっかけ。"
    for width in range(4, 20):
        for line in lines(theme, Run(text), width=width):
            assert line[0] not in "、。」）ょっ" and line[-1] not in "「（"


WIDTHS = {
    "中": 1.0, "あ": 1.0, "。": 1.0, "한": 1.0,
    "\u0e48": 0.0, "\u0301": 0.0, "\u200d": 0.0, "\u064e": 0.0, "\ufe0f": 0.0,
    "ก": 0.64, "א": 0.62, "ب": 0.56,
}  # fmt: skip
"""Characters that Calibri's data lack, and the widths taken for them in em."""


def test_characters_without_data_have_sensible_widths() -> None:
    calibri = metrics("Calibri", "regular")
    assert {char: calibri[char] for char in WIDTHS} == WIDTHS
    assert calibri["ế"] == calibri["e"], "a letter with accents is as wide as the letter"
    assert calibri["\u202f"] == calibri[" "]
    assert calibri["٣"] == calibri["0"]
    assert calibri["🙂"] == 1.0


def test_lengths_are_counted_in_letters_of_latin() -> None:
    assert [latin_length(text) for text in ("Dialog", "对话", "Ä対話", "대화")] == [6, 4, 5, 4]


@pytest.mark.parametrize(
    ("text", "count"),
    [("社交媒体营销", 3), ("SEO和社交媒体", 4), ("การตลาดออนไลน์", 4), ("zwei Wörter", 2)],
)
def test_words_without_spaces_are_counted_about(text: str, count: int) -> None:
    assert word_count(text) == count
    assert unspaced_words("zwei Wörter") == 0


def test_names_of_slices_break_between_ideographs(
    findings_of: Callable[[str], list[Finding]],
) -> None:
    name = "社交媒体营销的意义在于与客户进行对话"
    chart = f"type: pie, data: {{categories: [{name}, b], series: {{s: [1, 2]}}}}"
    deck = f"title: a\nslides: [{{layout: chart, title: b, source: c, {chart}}}]\n"
    assert [finding.code for finding in findings_of(deck)] == []
    assert unbroken("Web 对话 ok") == ["Web", "对", "话", "ok"]


BULLET = "社交媒体营销的意义在于与客户进行对话并且建立长期的信任关系以及品牌忠诚度提升"


def test_a_long_phrase_shrinks_no_text(compiled: Callable[[str], Compiled]) -> None:
    deck = f'title: Probe\nslides: [{{title: Was, items: ["Auf Chinesisch: {BULLET}", Kurz]}}]\n'
    item = next(
        node
        for node in compiled(deck).scenes[0].nodes
        if isinstance(node, TextBox) and node.name in ("items", "item")
    )
    assert item.sizes[0] >= 28
    assert len(item.fitted.lines[0]) > 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh-CN", "品牌" * 700),
        ("ja-JP", "ソーシャル" * 280),
        ("th-TH", "การสนทนาระหว่างแบรนด์กับลูกค้า" * 60),
    ],
)
def test_too_much_is_an_overflow_and_no_long_word(
    lang: str, text: str, findings_of: Callable[[str], list[Finding]]
) -> None:
    findings = findings_of(f"title: a\nlang: {lang}\nslides: [{{title: b, items: [{text}]}}]\n")
    codes = {finding.code for finding in findings}
    assert "overflow" in codes and "long-word" not in codes
