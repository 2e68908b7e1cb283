"""Pictures are what their bytes are: shown upright, without metadata, no larger than needed."""

from __future__ import annotations

import os
import struct
import threading
import warnings
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from picture_making import BLUE, RED, exif, flat, photograph, profile, svg, written
from PIL import Image
from PIL.PngImagePlugin import PngInfo

import smdeck
from smdeck.pictures.files import inspect, is_scaled, prepared, shown_image
from smdeck.pictures.reading import Unusable
from smdeck.pictures.shipped import shipped
from smdeck.theme.folders import themes_folder

pytestmark = pytest.mark.slow

SECRET = b"example.com"
"""What the metadata of the pictures here holds, and no talk may hold."""

Write = Callable[[str, bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a picture's file and return its path."""

    def file(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return file


def opened(data: bytes) -> Image.Image:
    """Return a picture that can be decoded in full."""
    with Image.open(BytesIO(data)) as image:
        image.load()
        return image


def with_alpha() -> Image.Image:
    image = flat(mode="RGBA")
    image.putalpha(100)
    return image


def film(kind: str) -> bytes:
    frames = [flat(), photograph(), flat().transpose(Image.Transpose.ROTATE_180)]
    if kind == "GIF":
        frames = [frame.convert("P") for frame in frames]
    return written(frames[0], kind, save_all=True, append_images=frames[1:], loop=0, duration=90)


SHOWN = {
    # name: the bytes, what is written of them, and its mode
    "a PNG": (written(flat(), "PNG"), ".png", "RGB"),
    "a PNG of 16 bits": (written(Image.new("I;16", (60, 40), 30000), "PNG"), ".png", "I;16"),
    "a JPEG": (written(flat(), "JPEG"), ".jpg", "RGB"),
    "a JPEG that loads in steps": (written(flat(), "JPEG", progressive=True), ".jpg", "RGB"),
    "a JPEG for printing": (written(flat(mode="CMYK"), "JPEG"), ".jpg", "RGB"),
    "a GIF": (written(flat(mode="P"), "GIF"), ".gif", "P"),
    "an animated GIF": (film("GIF"), ".gif", "P"),
    "a drawing as WebP": (written(flat(), "WEBP", lossless=True), ".png", "RGB"),
    "a photograph as WebP": (written(photograph(), "WEBP"), ".jpg", "RGB"),
    "a WebP with transparency": (written(with_alpha(), "WEBP", lossless=True), ".png", "RGBA"),
    "a BMP": (written(flat(), "BMP"), ".png", "RGB"),
    "a BMP with a palette": (written(flat(mode="P"), "BMP"), ".png", "RGB"),
    "a photograph as BMP": (written(photograph(), "BMP"), ".jpg", "RGB"),
    "a TIFF": (written(flat(), "TIFF"), ".png", "RGB"),
    "a packed TIFF": (written(flat(), "TIFF", compression="tiff_lzw"), ".png", "RGB"),
    "a photograph as TIFF": (written(photograph(), "TIFF"), ".jpg", "RGB"),
    "a TIFF for printing": (written(flat(mode="CMYK"), "TIFF"), ".png", "RGB"),
    "a TIFF of a fax": (written(flat(mode="1"), "TIFF"), ".png", "L"),
    "a TIFF with a palette": (written(flat(mode="P"), "TIFF"), ".png", "RGB"),
    "a TIFF with transparency": (written(with_alpha(), "TIFF"), ".png", "RGBA"),
    "a TIFF of 16 bits": (written(Image.new("I;16", (60, 40), 30000), "TIFF"), ".png", "L"),
    "a TIFF of numbers": (written(flat(mode="F"), "TIFF"), ".png", "L"),
    "a TIFF in Lab": (written(Image.new("LAB", (60, 40)), "TIFF"), ".png", "RGB"),
    "a TIFF with a profile": (written(flat(), "TIFF", icc_profile=profile()), ".png", "RGB"),
}


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".txt"])
def test_a_picture_is_what_its_bytes_are_whatever_its_name(suffix: str, write: Write) -> None:
    """PNG, JPEG and GIF stay so, all else becomes PNG or JPEG, whichever suits it."""
    wrong: dict[str, object] = {}
    for name, (data, becomes, mode) in SHOWN.items():
        ready = prepared(write(f"bild{suffix}", data))
        image = opened(ready.data)
        found = (ready.suffix, image.mode, image.size)
        if found != (becomes, mode, (60, 40)):
            wrong[name] = found
        os.unlink(write(f"bild{suffix}", b""))  # noqa: PTH108
    assert wrong == {}


def test_colours_survive_what_is_done_to_them(write: Write) -> None:
    wrong: dict[str, object] = {}
    for name, (data, _, mode) in SHOWN.items():
        if "photograph" in name or "Lab" in name or "16" in name or mode == "L":
            continue
        image = opened(prepared(write(f"{len(wrong)}{name}", data)).data).convert("RGB")
        for at, color in (((30, 3), RED), ((30, 36), BLUE)):
            seen = image.getpixel(at)
            assert isinstance(seen, tuple)
            if max(abs(a - b) for a, b in zip(seen, color, strict=True)) > 25:
                wrong[name] = seen
    assert wrong == {}


def test_greys_of_sixteen_bits_keep_their_brightness(write: Write) -> None:
    file = write("grau.tif", written(Image.new("I;16", (60, 40), 30000), "TIFF"))
    assert opened(prepared(file).data).getpixel((5, 5)) in (116, 117)
    png = write("grau.png", written(Image.new("I;16", (60, 40), 30000), "PNG"))
    assert shown_image(png).getpixel((5, 5)) in ((116,) * 3 + (255,), (117,) * 3 + (255,))


RED_SIDE = {1: (30, 2), 2: (30, 2), 3: (30, 37), 4: (30, 37), 5: (2, 30), 6: (37, 30),
            7: (37, 30), 8: (2, 30)}  # fmt: skip
"""Where the red of the upper edge is, once a picture stands upright (Exif 2.32, tag 0x0112)."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "MPO"])
def test_a_photograph_stands_upright_in_every_format(kind: str, write: Write) -> None:
    wrong = []
    for orientation, red in RED_SIDE.items():
        more = {"append_images": [flat()], "save_all": True} if kind == "MPO" else {}
        file = write(f"{orientation}", written(flat(), kind, exif=exif(orientation), **more))
        image = opened(prepared(file).data)
        size = (60, 40) if orientation < 5 else (40, 60)
        pixel = image.convert("RGB").getpixel(red)
        assert isinstance(pixel, tuple)
        turned = image.getexif().get(0x0112, 1) != 1
        if (inspect(file).size, image.size, pixel[0] > 150 > pixel[2], turned) != (
            *(size, size),
            *(True, False),
        ):
            wrong.append(orientation)
    assert wrong == []


@pytest.mark.parametrize("note", [b"Exif\0\0II*\0\xff\xff\xff\x7f", b"Exif\0\0", b"Exif\0\0MM"])
def test_exif_that_can_t_be_read_is_left_alone(note: bytes, write: Write) -> None:
    assert inspect(write("foto.jpg", written(flat(), "JPEG", exif=note))).size == (60, 40)


def told(kind: str) -> bytes:
    """Return a picture of a kind with all metadata that it can have."""
    options: dict[str, object] = {"exif": exif()} if kind != "GIF" else {}
    if kind in ("JPEG", "GIF"):
        options["comment"] = SECRET
    if kind in ("JPEG", "WEBP"):
        options["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    if kind == "PNG":
        options["pnginfo"] = words = PngInfo()
        words.add_text("Author", SECRET.decode())
        words.add_text("Packed", SECRET.decode() * 20, zip=True)
        words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    if kind != "GIF":
        options["icc_profile"] = profile()
    return written(flat(mode="P" if kind == "GIF" else "RGB"), kind, **options) + SECRET


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_no_metadata_travels(kind: str, write: Write) -> None:
    """Neither Exif with a place, nor XMP, comments, or what is behind the end of the file."""
    data = told(kind)
    assert SECRET in data
    ready = prepared(write("bild", data)).data
    assert SECRET not in ready
    for name in ("exif", "xmp", "comment", "Author", "Packed", "XML:com.adobe.xmp"):
        assert name not in opened(ready).info


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_pixels_and_profile_are_not_touched_by_that(kind: str, write: Write) -> None:
    before, after = opened(told(kind)), opened(prepared(write("bild", told(kind))).data)
    assert before.tobytes() == after.tobytes()
    assert before.info.get("icc_profile") == after.info.get("icc_profile")


def test_a_picture_without_metadata_is_written_as_it_is(write: Write) -> None:
    for name, data in {
        "a.png": written(flat(), "PNG"),
        "a.jpg": written(photograph(), "JPEG"),
        "b.jpg": written(photograph(), "JPEG", progressive=True, icc_profile=profile()),
        "a.gif": film("GIF"),
    }.items():
        assert prepared(write(name, data)).data == data, name


def test_a_film_plays_on_and_others_show_their_first_picture(write: Write) -> None:
    plays = opened(prepared(write("film.gif", film("GIF"))).data)
    assert (plays.n_frames, plays.info["loop"]) == (3, 0)  # type: ignore[attr-defined]
    for kind in ("WEBP", "PNG", "TIFF"):
        file = write(kind, film(kind))
        assert inspect(file).frames == 3
        image = opened(prepared(file).data)
        assert getattr(image, "n_frames", 1) == 1
        assert image.convert("RGB").getpixel((30, 36)) == pytest.approx(BLUE, abs=6)


@pytest.mark.parametrize(
    ("kind", "orientation", "size"),
    [("JPEG", 1, (810, 540)), ("JPEG", 6, (800, 1200)), ("PNG", 1, (810, 540)),
     ("WEBP", 1, (810, 540)), ("TIFF", 1, (810, 540))],
)  # fmt: skip
def test_a_large_picture_is_scaled_to_what_a_screen_shows(
    kind: str, orientation: int, size: tuple[int, int], write: Write
) -> None:
    data = written(photograph(2400, 1600), kind, exif=exif(orientation))
    file = write("gross", data)
    ready = prepared(file, (800, 540))
    assert opened(ready.data).size == size
    assert ready.suffix == ".jpg" and is_scaled(file, (800, 540))
    assert len(ready.data) < len(data) / 3
    assert prepared(file, (800, 540)).data == ready.data
    assert not is_scaled(
        file, (2300, 1550) if orientation == 1 else (1550, 2300)
    )  # it is hardly larger


def test_a_light_file_is_scaled_from_twice_the_size_on(write: Write) -> None:
    """Encoding it anew would take more of a build than it saves of the file."""
    file = write("plan.png", written(flat(2400, 1600), "PNG"))
    assert not is_scaled(file, (1300, 900))
    assert is_scaled(file, (1190, 790))


def test_a_large_drawing_stays_sharp(write: Write) -> None:
    ready = prepared(write("plan.png", written(flat(2400, 1600), "PNG")), (600, 400))
    assert (ready.suffix, opened(ready.data).size) == (".png", (600, 400))


def claimed(width: int, height: int) -> bytes:
    """Return a PNG of some bytes that claims to have so many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return b"".join(
        [b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    )


HEADER = written(photograph(160, 120), "JPEG").split(b"\xff\xda")[0] + b"\xff\xda\0\x0c\x03"
CUT = "is no readable picture"
REFUSED = {
    # name: the bytes, the code, and what is said
    "a header alone": (HEADER, "unreadable-file", CUT),
    "a header and an end": (
        written(photograph(160, 120), "JPEG")[:640] + b"\xff\xd9", "unreadable-file", CUT),
    "half a JPEG": (written(photograph(), "JPEG")[:1500], "unreadable-file", CUT),
    "half a PNG": (written(photograph(), "PNG")[:3000], "unreadable-file", CUT),
    "half a GIF": (film("GIF")[:400], "unreadable-file", CUT),
    "half a WebP": (written(photograph(), "WEBP")[:600], "unreadable-file", CUT),
    "half a BMP": (written(flat(), "BMP")[:3000], "unreadable-file", CUT),
    "half a TIFF": (written(flat(), "TIFF")[:3000], "unreadable-file", CUT),
    "many pixels": (claimed(9000, 9000), "unreadable-file", "more than 50 million pixels"),
    "far too many pixels": (claimed(60000, 60000), "unreadable-file", "50 million pixels"),
    "fewer than claimed": (claimed(500, 500), "unreadable-file", CUT),
    "nothing": (b"", "unreadable-file", "is empty"),
    "words": ("Grüße".encode(), "wrong-file", "is no picture that can be shown"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n(x) run\n", "wrong-file", "is an EPS file"),
    "PostScript of DOS": (b"\xc5\xd0\xd3\xc6" + bytes(40), "wrong-file", "is an EPS file"),
    "a PDF": (b"%PDF-1.7\n", "wrong-file", "is a PDF file"),
    "AVIF": (b"\0\0\0\x1cftypavif\0\0\0\0", "wrong-file", "is an AVIF picture"),
    "HEIC": (b"\0\0\0\x1cftypheic\0\0\0\0", "wrong-file", "is a HEIC picture"),
    "an icon": (written(flat(), "ICO"), "wrong-file", "is an icon file"),
    "JPEG 2000": (written(flat(), "JPEG2000"), "wrong-file", "is a JPEG 2000 picture"),
    "Photoshop": (b"8BPS\0\1", "wrong-file", "is a Photoshop file"),
    "a web page": (b"<!DOCTYPE html>\n<html><svg>", "wrong-file", "is a web page"),
    "a pointer": (b"version https://git-lfs.github.com/spec/v1\n", "wrong-file", "Git LFS"),
}  # fmt: skip


def test_what_can_t_be_shown_is_said_to_be_what_it_is(write: Write) -> None:
    wrong: dict[str, object] = {}
    for name, (data, code, said) in REFUSED.items():
        file = write(f"{name}.png", data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(Unusable) as caught:
                prepared(file)
        if caught.value.code != code or said not in caught.value.said:
            wrong[name] = caught.value.args
    assert wrong == {}


def test_a_film_of_too_many_pixels_is_refused(write: Write) -> None:
    frames = [Image.new("P", (4000, 4000), n % 7) for n in range(17)]
    data = written(frames[0], "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(Unusable, match="17 frames"):
        inspect(write("film.gif", data))


def test_a_pipe_a_device_and_a_folder_are_no_pictures(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.png")
    (tmp_path / "ordner.png").mkdir()
    done: list[str] = []

    def look() -> None:
        for path in (tmp_path / "rohr.png", Path("/dev/zero"), tmp_path / "ordner.png"):
            try:
                inspect(path)
            except Unusable as problem:
                done.append(problem.said)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(10)
    assert done == ["is no file but a device or a pipe"] * 2 + ["is a folder"]


def test_a_file_that_is_not_there_is_told_apart(tmp_path: Path) -> None:
    for name in ("weg.png", "x" * 400, "a\0b", "weg/weg.png"):
        with pytest.raises((FileNotFoundError, Unusable)):
            inspect(tmp_path / name)


def deck_of(folder: Path, *files: str) -> Path:
    """Write a deck that shows picture files beside words; return its path."""
    slides = "".join(
        f"  - layout: image-text\n    title: Folie {n}\n    text: Ein Satz.\n"
        f"    image: {{file: '{file}', alt: Rot über Blau, credit: Eigenes Bild}}\n"
        for n, file in enumerate(files)
    )
    deck = folder / "deck.yaml"
    deck.write_text(f"title: T\ntheme: feuilleton\nslides:\n{slides}", "utf-8")
    return deck


def test_equal_pictures_are_one_part_whatever_they_are_called(tmp_path: Path, write: Write) -> None:
    write("a.png", written(flat(1000, 800), "PNG"))
    write("b.jpg", written(flat(1000, 800), "PNG", exif=exif()))
    write("c.bmp", written(flat(1000, 800), "BMP"))
    built = smdeck.build(deck_of(tmp_path, "a.png", "b.jpg", "c.bmp", "a.png"))
    with zipfile.ZipFile(built.path) as file:
        shown = [file.read(name) for name in file.namelist() if name.startswith("ppt/media/")]
        relations = [file.read(f"ppt/slides/_rels/slide{n}.xml.rels").decode() for n in range(1, 5)]
    assert len(shown) == len(set(shown))
    assert len({text.split("../media/")[1].split('"')[0] for text in relations}) == 1


def test_a_talk_holds_parts_of_the_types_that_they_are(tmp_path: Path, write: Write) -> None:
    write("a.jpg", written(flat(1000, 800), "PNG"))
    write("b.png", written(photograph(1000, 800), "JPEG"))
    write("c.png", film("GIF"))
    built = smdeck.build(deck_of(tmp_path, "a.jpg", "b.png", "c.png"))
    with zipfile.ZipFile(built.path) as file:
        types = file.read("[Content_Types].xml").decode()
        for name in file.namelist():
            if name.startswith("ppt/media/") and not name.endswith(".svg"):
                kind = opened(file.read(name)).format
                assert {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif"}[str(kind)] in name
    for suffix, kind in (("gif", "gif"), ("jpg", "jpeg"), ("png", "png")):
        assert f'<Default Extension="{suffix}" ContentType="image/{kind}"/>' in types


def test_a_talk_is_built_from_large_photographs_and_says_so(tmp_path: Path, write: Write) -> None:
    write("foto.jpg", written(photograph(4000, 3000), "JPEG", exif=exif(6)))
    built = smdeck.build(deck_of(tmp_path, "foto.jpg", "foto.jpg"))
    assert built.scaled == 1
    with zipfile.ZipFile(built.path) as file:
        (photo,) = [name for name in file.namelist() if name.endswith(".jpg")]
        width, height = opened(file.read(photo)).size
    assert height > width and height <= 2400


def test_warnings_say_what_is_not_shown(tmp_path: Path, write: Write) -> None:
    write("film.webp", film("WEBP"))
    write("scan.tif", film("TIFF"))
    write("plan.svg", svg("<foreignObject><p>Kasten eins</p></foreignObject>"))
    write("schrift.svg", svg('<text y="9" font-family="Hausschrift von example.com">A</text>'))
    findings = smdeck.check(deck_of(tmp_path, "film.webp", "scan.tif", "plan.svg", "schrift.svg"))
    said = [(one.code, one.message) for one in findings if one.code != "image-resolution"]
    assert [code for code, _ in said] == ["still-picture"] * 2 + ["html-labels", "svg-font"]
    assert "first of the 3 frames" in said[0][1] and "first of the 3 pages" in said[1][1]
    assert "`Kasten eins`" in said[2][1] and "`Hausschrift von example.com`" in said[3][1]


def test_pictures_that_ship_are_right_and_clean() -> None:
    """A build trusts them, so that it need not decode them."""
    wrong = []
    for file in themes_folder().rglob("*"):
        if file.suffix == ".svg":
            inspect(file)
            wrong += [] if shipped(file).suffix == ".png" else [file]
        elif file.suffix in (".png", ".jpg"):
            wrong += [] if prepared(file).data == file.read_bytes() else [file]
    assert wrong == []
