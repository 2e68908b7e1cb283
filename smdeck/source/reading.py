"""Reading: a YAML file becomes nodes, and all that keeps it from being YAML becomes findings."""

from __future__ import annotations

from pathlib import Path

from smdeck.files import Refused, read_bytes, reason_of
from smdeck.findings import Findings, Place, Source, suggest_file
from smdeck.source.nodes import Mapping
from smdeck.source.usual import read_usual

MAX_BYTES = 20_000_000
"""How large a file may be. A talk of an hour has about 30,000."""

MAX_VALUES = 500_000
"""Values of a file: fifty for each slide of the longest deck. Each takes half a kilobyte."""


def read(path: Path, findings: Findings) -> Mapping | None:
    """Return the mapping that a YAML file holds, or None with findings that say why not."""
    name = path.as_posix()
    try:
        data = read_bytes(path, MAX_BYTES)
    except FileNotFoundError:
        findings.error("missing-file", f"there is no file `{name}`", None, _similar_file(path))
        return None
    except Refused as refused:
        findings.error(refused.code, f"`{name}` {refused.said}", None, refused.help)
        return None
    except OSError as error:
        findings.error("unreadable-file", f"`{name}` can't be read: {reason_of(error)}", None)
        return None
    foreign = _foreign(path, data)
    if foreign:
        from smdeck.source.syntax import DECK

        help = DECK
        if foreign == "a presentation":
            help += f"; a company's file is named there, as `theme: {path.name}`"
        findings.error("wrong-file", f"`{name}` is {foreign} and no deck", None, help)
        return None
    return read_data(data, name, findings)


def read_data(
    data: bytes, name: str, findings: Findings, used_by: Place | None = None
) -> Mapping | None:
    """Return the mapping that the bytes of a YAML file hold, or None with findings.

    `used_by` is where a deck uses the file.
    """
    if len(data) > MAX_BYTES:
        findings.error("too-large", *too_large(name, f"{MAX_BYTES // 1_000_000} megabytes"))
        return None
    text = _decoded(data, name, findings, used_by)
    return None if text is None else read_text(text, name, findings, used_by)


def _foreign(path: Path, data: bytes) -> str | None:
    """Return what a file is that is no deck, by its first bytes or its name, or None."""
    suffix = path.suffix.lower()
    if suffix in (".pptx", ".potx", ".ppt"):
        return "a presentation"
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return "an office file"
    if data[:4] == b"%PDF":
        return "a PDF"
    return "Markdown" if suffix in (".md", ".markdown", ".qmd") else None


def read_text(
    text: str, name: str, findings: Findings, used_by: Place | None = None
) -> Mapping | None:
    """Return the mapping that a YAML text holds, or None with findings that say why not.

    `name` is what findings call the text, `used_by` where a deck uses it. Several documents, an
    empty text, a text that is not a mapping, duplicate keys, tags, cycles and alias bombs are
    findings too.
    """
    source = Source(name, text, used_by)
    usual = read_usual(source, MAX_VALUES)
    if usual is not None:
        return usual
    from smdeck.source.parsing import parsed

    return parsed(source, findings)


def _decoded(
    data: bytes, name: str, findings: Findings, used_by: Place | None = None
) -> str | None:
    """Return the text of a file: UTF-8, or UTF-16 with its byte order mark."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding)
        shown = Source(name, before + data[error.start :].decode("latin-1"), used_by)
        findings.error(
            "encoding",
            "the file is not UTF-8",
            shown.place(len(before)),
            "save it as UTF-8 in the editor",
        )
        return None


def too_large(name: str, much: str) -> tuple[str, None, str]:
    """Return what is said of a file that holds too much: message, place and help."""
    return f"`{name}` holds more than {much}", None, "a talk is made of several decks, or of less"


def _similar_file(path: Path) -> str | None:
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return None
    return suggest_file(path.name, names)
