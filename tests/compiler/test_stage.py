"""On stage: the plan of time, what the notes say of it, the agenda's returns and the backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import smdeck
from smdeck.compiler.compiling import Compiled
from smdeck.compiler.planning import plan_as_text
from smdeck.model.markup import script
from smdeck.model.schedule import schedule, time_of

Compile = Callable[[str], Compiled]

TALK = """\
title: Vom Monolog zum Dialog
lang: [de-DE, en-GB]
minutes: 8
pace: {de: 100, en: 120}
clock: "9:55"
agenda: repeat
variants: {kurz: {minutes: 4}}
slides:
  - {layout: title}
  - {layout: agenda, minutes: 1}
  - {layout: section, title: Eins, slot: 3}
  - layout: statement
    title: Alle antworten
    notes: |
      > Wasser trinken
      WORDS
      > Klick
  - {layout: statement, title: Alle hören zu, minutes: 1.5, cut: true, except: [kurz]}
  - {layout: section, title: Zwei}
  - {layout: poll, title: Wer antwortet?, items: [Alle, Keiner]}
  - {layout: statement, title: Verborgen, minutes: 90, hidden: true}
  - {layout: closing, minutes: 0.5}
  - {layout: statement, title: Und wenn nicht?, minutes: 20, backup: true}
  - {layout: section, title: Noch mehr}
""".replace("WORDS", " ".join(["Wort"] * 150))


def test_a_slide_takes_its_minutes_or_its_notes_and_only_what_is_shown_counts(
    compiled: Compile,
) -> None:
    talk = compiled(TALK)
    plan = schedule(talk.drawn, talk.deck)
    assert plan_as_text(talk) == [
        "   9:55      –           1  title",
        "   9:55   1:00           2  Agenda",
        "   9:56      –           3  Eins",
        "   9:56   1:30  notes    4  Alle antworten",
        "   9:57   1:30           5  Alle hören zu (cut)",
        "   9:59      –           6  Agenda",
        "   9:59      –           7  Zwei",
        "   9:59   1:00  notes    8  Wer antwortet?",
        "  10:00   0:30          10  Vielen Dank",
        "  5:30 min of 8:00, 2:30 left; without the 1 slide marked `cut`: 4:00 min; 4 slides with "
        "neither `minutes` nor notes",
    ]
    assert plan.words == 150 and talk.minutes == 5.5


def test_each_variant_has_its_plan_against_its_slot(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(TALK, "utf-8")
    found = {version.name: lines[-1] for version, lines in smdeck.plans(deck, lang="en").items()}
    assert [line.split(";")[0] for line in found.values()] == [
        "  5:15 min of 8:00, 2:45 left",
        "  3:45 min of 4:00, 0:15 left",
    ]


def test_the_notes_carry_the_clock_and_what_can_go(compiled: Compile) -> None:
    scenes = compiled(TALK).scenes
    notes = [
        [line.plain for line in scene.notes.paragraphs] if scene.notes else [] for scene in scenes
    ]
    assert notes[3][:2] == ["[9:56 – Minute 1 / 8]", "[Wasser trinken]"]
    assert notes[3][-1] == "[Klick]"
    assert notes[4] == ["[9:57 – Minute 2 / 8 · Kann entfallen: 1:30 min]"]
    assert notes[8] == [] and notes[10] == []
    assert time_of("23:50", 15) == "0:05"


def test_the_agenda_returns_before_each_section_that_it_sets_off(compiled: Compile) -> None:
    talk = compiled(TALK)
    agendas = [slide for slide in talk.drawn if slide.layout == "agenda"]
    assert [slide.marked() for slide in agendas] == [0, 0b10]  # type: ignore[attr-defined]
    assert [len(slide.items) for slide in agendas] == [2, 2]  # type: ignore[attr-defined]
    assert [scene.section for scene in talk.scenes if scene.section] == [
        "Eins", "Zwei", "Reserve", "Noch mehr",
    ]  # fmt: skip


def test_lines_behind_an_angle_are_stage_directions() -> None:
    text = "Guten Tag.\n> Ins Licht\n> treten\nUnd **weiter**.\n\n- eins\n  > Klick\n- zwei"
    told = [(one.plain, one.direction, one.depth) for one in script(text)]
    assert told == [
        ("Guten Tag.", False, 0), ("[Ins Licht treten]", True, 0), ("Und weiter.", False, 0),
        ("eins", False, 1), ("[Klick]", True, 1), ("zwei", False, 1),
    ]  # fmt: skip
    assert all(run.italic for one in script(text) if one.direction for run in one.runs)
