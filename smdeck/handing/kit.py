"""The kit: all of a talk for another computer, in one zip that is the same each time."""

from __future__ import annotations

from hashlib import sha256

from smdeck.compiler.compiling import Compiled
from smdeck.handing.script import script_pdf
from smdeck.handing.slides_pdf import slides_pdf
from smdeck.handing.venue import needs, passed_on, venue_page
from smdeck.scene import Picture

SUMS = "SHA256SUMS"
"""The checksums, as `sha256sum --check` reads them."""

LARGEST_FILM = 2_000_000_000
"""Bytes of a film; larger ones are no part of a zip without extensions."""

_SAID = {
    "de": ("der Vortrag", "derselbe als PDF, falls PowerPoint fehlt",
           "das Skript für die Hand", "Schrift, darf installiert werden", "Film aus dem Vortrag",
           "Prüfsummen, für `sha256sum --check`", "checkliste"),
    "en": ("the talk", "the same as PDF, if there is no PowerPoint",
           "the script for the hand", "font, may be installed", "film of the talk",
           "checksums, for `sha256sum --check`", "checklist"),
}  # fmt: skip


def kit(compiled: Compiled, name: str, start: str | None = None) -> bytes:
    """Return the zip of a talk whose files are called `name`.

    Raises UnusableFont and OSError where a font or film has changed since it was read.
    """
    from smdeck.write import presentation_parts
    from smdeck.write.archive import zipped

    said = _SAID["de" if compiled.deck.lang.split("-")[0] == "de" else "en"]
    talk, pdf = f"{name}.pptx", f"{name}.pdf"
    script = f"{name}-script.pdf"
    files = {
        talk: presentation_parts(
            compiled.slide_layouts, compiled.scenes, compiled.deck, compiled.theme
        ),
        pdf: slides_pdf(compiled),
        script: script_pdf(compiled, start),
    }  # fmt: skip
    told = {talk: said[0], pdf: said[1], script: said[2]}
    for font, data in sorted(passed_on(compiled).items()):
        files[f"fonts/{font}"], told[f"fonts/{font}"] = data, said[3]
    for film, data in _films(compiled).items():
        files[f"media/{film}"], told[f"media/{film}"] = data, said[4]
    told[SUMS] = said[5].replace("`", "")
    page = venue_page(compiled, needs(compiled, pdf, start), told)
    files = {f"{said[6]}.html": page.encode("utf-8", "xmlcharrefreplace"), **files}
    sums = "".join(f"{sha256(data).hexdigest()}  {file}\n" for file, data in files.items())
    return zipped({**files, SUMS: sums.encode()})


def _films(compiled: Compiled) -> dict[str, bytes]:
    """Return the films by the names of their files, those of one name numbered."""
    from smdeck.files import read_bytes

    paths = dict.fromkeys(
        node.film.path
        for scene in compiled.scenes
        if not scene.hidden
        for node in scene.nodes
        if isinstance(node, Picture) and node.film and node.film.path
    )
    films: dict[str, bytes] = {}
    for number, path in enumerate(paths, 1):
        name = path.name if path.name not in films else f"{path.stem}-{number}{path.suffix}"
        films[name] = read_bytes(path, LARGEST_FILM)
    return films
