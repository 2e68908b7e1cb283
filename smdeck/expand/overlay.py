"""The overlay: `vortrag.en.yaml` beside `vortrag.yaml` has the texts of another language."""

from __future__ import annotations

from pathlib import Path

from smdeck.expand.files import DeckFiles
from smdeck.expand.languages import Languages
from smdeck.files import is_missing
from smdeck.findings import Findings, Place
from smdeck.source.nodes import Mapping, Scalar, Sequence


def overlay_of(root: Mapping, languages: Languages, files: DeckFiles) -> Mapping | None:
    """Return the file with the texts of the language that is wanted, or None where there is none.

    It is called by the first part of the tag, or by the whole tag.
    """
    if not languages.translates:
        return None
    deck = Path(root.source.name)
    for tag in (languages.wanted.split("-")[0], languages.wanted):
        path = deck.with_name(f"{deck.stem}.{tag}{deck.suffix}")
        if not is_missing(path):
            read = files.read(Scalar(*root.entries["lang"][1].where, path.name, True))
            if read:
                languages.overlay = read[1].source.name
                return read[1]
    return None


def slide_texts(overlay: Mapping, findings: Findings) -> dict[str, Mapping]:
    """Return the translations of slides by their ids: written as keys, or as a list with `id`."""
    slides = overlay.get("slides")
    found: dict[str, Mapping] = {}
    if isinstance(slides, Mapping):
        for key, texts in slides:
            if isinstance(texts, Mapping):
                found[key.text] = texts
            else:
                _report(texts.place, findings)
    elif isinstance(slides, Sequence):
        for texts in slides.items:
            id = texts.get("id")
            if isinstance(id, Scalar) and isinstance(texts, Mapping):
                found[id.text] = texts
            else:
                _report(texts.place, findings)
    elif slides is not None:
        _report(slides.place, findings)
    return found


def _report(place: Place, findings: Findings) -> None:
    findings.error(
        "wrong-type",
        "a translation takes the ids of slides, each with its texts",
        place,
        "write `saal: {title: …, notes: …}` below `slides:`",
    )


def split_texts(texts: Mapping, changes: Mapping) -> tuple[Mapping, Mapping]:
    """Return the translations of the keys that a use changes, and the others."""
    rest = texts.without(changes.entries)
    return texts.without(rest.entries), rest
