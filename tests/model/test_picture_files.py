"""Picture files: photographs stand upright, however the camera was held."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from smdeck.model.picture_files import ORIENTATION, check_picture, picture_bytes


def photograph(file: Path, orientation: int | None) -> Path:
    """Write a JPEG of 60 × 40 pixels, red at its stored top; return its path."""
    image = Image.new("RGB", (60, 40), "blue")
    image.paste("red", (0, 0, 60, 10))
    exif = Image.Exif()
    if orientation:
        exif[ORIENTATION] = orientation
    image.save(file, exif=exif)
    return file


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [(3, (60, 40), (30, 36)), (6, (40, 60), (36, 30)), (8, (40, 60), (4, 30))],
)
def test_a_photograph_is_turned_upright(
    orientation: int, size: tuple[int, int], red: tuple[int, int], tmp_path: Path
) -> None:
    """6 and 8 are the two ways to hold a camera upright (Exif 2.32, tag 0x0112)."""
    file = photograph(tmp_path / "foto.jpg", orientation)
    assert check_picture(file) == size
    with Image.open(BytesIO(picture_bytes(file))) as written:
        assert written.size == size and written.getexif().get(ORIENTATION, 1) == 1
        pixel = written.convert("RGB").getpixel(red)
    assert isinstance(pixel, tuple) and pixel[0] > 200 > pixel[2]


@pytest.mark.parametrize("orientation", [None, 1, 9])
def test_a_photograph_that_is_upright_stays_as_it_is(
    orientation: int | None, tmp_path: Path
) -> None:
    file = photograph(tmp_path / "foto.jpg", orientation)
    assert check_picture(file) == (60, 40)
    assert picture_bytes(file) == file.read_bytes()


def test_exif_that_can_t_be_read_is_left_alone(tmp_path: Path) -> None:
    Image.new("RGB", (60, 40)).save(tmp_path / "foto.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f")
    assert check_picture(tmp_path / "foto.jpg") == (60, 40)
    assert picture_bytes(tmp_path / "foto.jpg") == (tmp_path / "foto.jpg").read_bytes()


def test_a_photograph_with_a_second_picture_inside_is_turned_too(tmp_path: Path) -> None:
    """Telephones store previews and depths behind the photograph (CIPA DC-007)."""
    image, exif = Image.new("RGB", (60, 40)), Image.Exif()
    exif[ORIENTATION] = 6
    file = tmp_path / "foto.jpg"
    image.save(file, "MPO", save_all=True, append_images=[image], exif=exif)
    assert check_picture(file) == (40, 60)
    with Image.open(BytesIO(picture_bytes(file))) as written:
        assert (written.format, written.size) == ("JPEG", (40, 60))
