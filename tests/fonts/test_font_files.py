"""Font files of themes are what their bytes are; damaged ones are findings."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from damage import with_font
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

import smdeck
from smdeck.fonts.files import UnusableFont, read_font

GELASIO = (Path(__file__).parent / "Gelasio-Regular.ttf").read_bytes()


def changed(change: Callable[[TTFont], object]) -> bytes:
    """Return the font after a change that fontTools makes."""
    font, file = TTFont(BytesIO(GELASIO)), BytesIO()
    change(font)
    font.save(file)
    return file.getvalue()


def as_woff(font: TTFont) -> None:
    font.flavor = "woff"


def without(table: str) -> bytes:
    return changed(lambda font: font.__delitem__(table))


def of_units(number: int) -> bytes:
    return changed(lambda font: setattr(font["head"], "unitsPerEm", number))


def postscript() -> bytes:
    """Return an OpenType font with outlines of PostScript."""
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    builder, file = FontBuilder(1000, isTTF=False), BytesIO()
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.closePath()
    glyphs = {name: pen.getCharString() for name in (".notdef", "A")}
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({65: "A"})
    builder.setupCFF("Haus", {}, glyphs, {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Haus", "styleName": "Regular"})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    builder.save(file)
    return file.getvalue()


def of_many_characters() -> bytes:
    """Return a font of some kilobytes whose map of characters promises 4 thousand million."""
    font = TTFont(BytesIO(GELASIO))
    table = font["cmap"] = newTable("cmap")
    table.tableVersion, map_ = 0, CmapSubtable.newSubtable(12)
    map_.platformID, map_.platEncID, map_.format, map_.language = 3, 10, 12, 0
    map_.reserved, map_.length, map_.nGroups = 0, 0, 0
    map_.cmap = {0x41: "A"}
    table.tables = [map_]
    file = BytesIO()
    font.save(file)
    data = file.getvalue()
    group = struct.pack(">II", 0x41, 0x41)
    assert data.count(group) == 1
    return data.replace(group, struct.pack(">II", 0x41, 0xFFFFFFF0))


REFUSED = {
    "a website's font": (changed(as_woff), "wrong-file", "is a WOFF font"),
    "a newer one": (b"wOF2" + bytes(60), "wrong-file", "is a WOFF2 font"),
    "a collection": (b"ttcf\0\1\0\0" + bytes(60), "wrong-file", "is a collection of fonts"),
    "PostScript": (b"%!PS-AdobeFont-1.0", "wrong-file", "is a PostScript font"),
    "words": (b"Hausschrift", "wrong-file", "is no font"),
    "nothing": (b"", "wrong-file", "is no font"),
    "half": (GELASIO[: len(GELASIO) // 2], "unreadable-file", "it is cut off"),
    "no widths": (without("hmtx"), "unreadable-file", "is no readable font"),
    "no head": (without("head"), "unreadable-file", "is no readable font"),
    "no rights": (without("OS/2"), "unreadable-file", "is no readable font"),
    "no letters": (without("cmap"), "unreadable-file", "is no readable font"),
    "no grid": (of_units(0), "unreadable-file", "is no readable font"),
    "a grid too coarse": (of_units(1), "unreadable-file", "is no readable font"),
    "too many letters": (of_many_characters(), "unreadable-file", "too many characters"),
}


def test_what_is_no_font_is_said_to_be_what_it_is(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong: dict[str, object] = {}
    for name, (data, code, said) in REFUSED.items():
        file = tmp_path / f"{name}.ttf"
        file.write_bytes(data)
        try:
            wrong[name] = read_font(file)
        except UnusableFont as problem:
            if problem.code != code or said not in problem.said:
                wrong[name] = problem.args
    assert wrong == {}
    assert capfd.readouterr().err == ""


def test_a_font_is_read_from_files_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.ttf")
    for path in (tmp_path / "rohr.ttf", tmp_path, Path("/dev/zero")):
        with pytest.raises(UnusableFont, match="is no file"):
            read_font(path)
    with pytest.raises(FileNotFoundError):
        read_font(tmp_path / "weg.ttf")


def test_outlines_of_postscript_are_measured_and_not_embedded(tmp_path: Path) -> None:
    (tmp_path / "haus.otf").write_bytes(postscript())
    assert read_font(tmp_path / "haus.otf").widths == {"A": 0.5}
    (tmp_path / "deck").mkdir()
    (finding,) = smdeck.check(with_font(tmp_path / "deck", postscript()))
    assert finding.code == "font-embedding"
    assert "`Haus` has PostScript outlines" in finding.message


def test_a_theme_with_a_damaged_font_is_refused_where_the_font_is_named(tmp_path: Path) -> None:
    (finding,) = smdeck.check(with_font(tmp_path, GELASIO[:5000]))
    assert (finding.code, finding.message) == (
        "unreadable-file",
        "`schrift.ttf` is no readable font: it is cut off",
    )
    assert finding.place and finding.place.source.name.endswith("theme.yaml")
