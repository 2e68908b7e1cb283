"""Which fonts a computer has is read from its folders, whatever the files are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder

from smdeck.fonts import installed


def write_font(file: Path, family: str) -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.save(file)


def test_families_are_read_and_damaged_files_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "haus").mkdir()
    write_font(tmp_path / "haus" / "a.ttf", "Hausschrift")
    write_font(tmp_path / "GROSS.TTF", "Zweite Schrift")
    (tmp_path / "leer.ttf").write_bytes(b"")
    (tmp_path / "halb.otf").write_bytes((tmp_path / "GROSS.TTF").read_bytes()[:40])
    (tmp_path / "liesmich.txt").write_text("keine Schrift", "utf-8")
    monkeypatch.setattr(installed, "_folders", lambda: [tmp_path, tmp_path / "weg"])
    assert installed.installed_families() == {"hausschrift", "zweite schrift"}
