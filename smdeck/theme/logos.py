"""Logos and art: their files, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.findings import Findings, Place
from smdeck.pictures.shipped import shipped_size
from smdeck.scene.box import Box
from smdeck.theme.artwork import Art, Logo, LogoElsewhere, Partner
from smdeck.theme.values import BrandElements
from smdeck.units import emu

if TYPE_CHECKING:
    from smdeck.theme.records import ArtFile, LogoFiles, LogoOn, LogoSettings, PartnerFile


HEIGHT, LAYOUTS = 27, ("title", "closing", "contact")
"""Where the logo of a brand stands that says nothing of slides; in points."""


def read_logo(
    folder: Path, name: str, place: Place, findings: Findings, ships: bool = False
) -> Logo | None:
    """Return the logo of a file, or None with a finding.

    `ships` says that it comes with smdeck, and is known to be right.
    """
    file = folder / name
    if ships:
        width, height = shipped_size(file)
        return Logo(file, width / height, place)
    from smdeck.pictures.files import checked_picture

    found = checked_picture(
        file, name, place=place, findings=findings, what="logo", relative="the file that names it"
    )
    return Logo(file, found.size[0] / found.size[1], place) if found else None


def read_logos(
    record: LogoFiles | LogoOn | PartnerFile, folder: Path, findings: Findings, ships: bool = False
) -> dict[str, Logo]:
    """Return the logos that a record names for light and for dark backgrounds."""
    return {
        kind: logo
        for kind in ("light", "dark")
        if (name := getattr(record, kind))
        and (logo := read_logo(folder, name, record.at(kind), findings, ships))
    }


def read_art(
    files: Mapping[str, ArtFile], folder: Path, findings: Findings, ships: bool
) -> dict[str, Art]:
    """Return the art of a theme by layout."""
    return {
        layout: Art(picture.file, Box(*map(emu, file.box)))
        for layout, file in files.items()
        if (picture := read_logo(folder, file.file, file.at("file"), findings, ships))
    }


def place_logos(
    place: LogoSettings | None, logos: Mapping[str, Logo], folder: Path, findings: Findings
) -> BrandElements:
    """Return the logos of a theme, and where and how large they stand; its file's own `logos`
    come by tone."""
    if place is None:
        return BrandElements(logos)
    records: list[LogoSettings | LogoOn] = [place, *place.on.values()]
    for record in records:
        if record.height and place.least and record.height < place.least:
            findings.warn(
                "small-logo",
                f"the logo is {record.height:g} pt high, less than {place.least:g}",
                record.at("height"),
                "set a larger `height`; the brand names the least",
            )
    elsewhere = {
        layout: LogoElsewhere(
            emu(one.height) if one.height else None, one.position, _both(one, folder, findings)
        )
        for layout, one in place.on.items()
    }
    by_tone: dict[str, Logo] = {
        tone: logo
        for tone, name in place.tones.items()
        if (logo := read_logo(folder, name, place.at("tones"), findings))
    }
    partner = place.partner
    return BrandElements(
        {**logos, **by_tone},
        emu(place.height),
        tuple(place.layouts),
        place.position,
        elsewhere=elsewhere,
        clear=place.clear,
        partner=Partner(partner.name, _both(partner, folder, findings)) if partner else None,
    )


def _both(record: LogoOn | PartnerFile, folder: Path, findings: Findings) -> dict[str, Logo]:
    """Return the files of a logo for light and for dark backgrounds, one for both where one is
    said."""
    logos = read_logos(record, folder, findings)
    for one, other in (("light", "dark"), ("dark", "light")):
        if one in logos:
            logos.setdefault(other, logos[one])
    return logos
