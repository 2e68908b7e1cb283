"""Pictures for tests: made when they are needed, in all kinds."""

from __future__ import annotations

import re
import shutil
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

FILMS = Path(__file__).resolve().parent.parent / "decks" / "bilder"
RED, BLUE = (200, 20, 20), (20, 20, 200)


def flat(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Return a drawing: blue, its upper quarter red."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width, height // 4))
    return image.convert(mode)


def photograph(width: int = 60, height: int = 40) -> Image.Image:
    """Return what has noise everywhere, as photographs do; its upper quarter is reddish."""
    noise = Image.effect_noise((width, height), 40)
    image = Image.merge("RGB", (noise.point(lambda v: v // 3), noise, noise))
    upper = image.crop((0, 0, width, height // 4)).convert("L")
    image.paste(Image.merge("RGB", (upper, *[upper.point(lambda v: v // 4)] * 2)), (0, 0))
    return image


def written(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return the bytes of a picture in a format of Pillow's."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Return Exif of a camera: how it was held, what it is, and where it stood."""
    told = Image.Exif()
    told[0x0112], told[0x010F] = orientation, "Kamera von example.com"
    told.get_ifd(0x8825).update({1: "N", 2: (50.0, 6.0, 0.0)})
    return told


def profile() -> bytes:
    """Return the colour profile of screens."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def svg(body: str = '<rect width="9" height="9"/>', head: str = 'viewBox="0 0 40 30"') -> bytes:
    """Return an SVG of a body."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {head}>{body}</svg>".encode()


@cache
def _gray() -> bytes:
    return written(Image.new("L", (1920, 1080), 92), "PNG")


def put_named(text: str, folder: Path) -> None:
    """Put a gray picture beside a deck for each that its text names, two for any deck, its film."""
    pictures = folder / "bilder"
    pictures.mkdir(exist_ok=True)
    for name in {"wohnzimmer", "publikum", *re.findall(r"bilder/([\w-]+)\.png", text)}:
        if not (pictures / f"{name}.png").exists():
            (pictures / f"{name}.png").write_bytes(_gray())
    if "workshop.mp4" in text:
        shutil.copy(FILMS / "workshop.mp4", pictures)
