"""Making: script, handout and kit of a deck, for programs and for the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from smdeck.api import Built, Deck, built_of, given
from smdeck.compiler.compiling import Compiled
from smdeck.files import Access
from smdeck.handing.handout import Form
from smdeck.product import Product
from smdeck.version import Version

Sheets = Literal["pdf", "html", "md", "docx"]
"""What a script is written as."""

Pages = Literal["pdf", "html"]
"""What a handout is written as."""


def script(
    deck: Deck,
    out: str | os.PathLike[str] | None = None,
    *,
    format: Sheets = "pdf",
    start: str | None = None,
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
) -> Built:
    """Write the script of a deck: running clock, pictures of slides, clicks and notes.

    `start` is when the talk begins, as `10:00`; without it that is the `clock` of the deck, or 0.
    Without `out` it stands beside the deck, as `talk-script.pdf`. The other parameters are those of
    `smdeck.build`. Raises DeckError as that does.
    """
    making = Product(f"-script.{format}", partial(_check, format), partial(_script, format, start))
    version = Version(variant, lang)
    return built_of(
        deck, out, version, given(values), strict=strict, root=root, product=making
    )  # fmt: skip


def handout(
    deck: Deck,
    out: str | os.PathLike[str] | None = None,
    *,
    format: Pages = "pdf",
    form: Form = "pages",
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
) -> Built:
    """Write the handout of a deck: two slides on a page with notes, `slides` as large as pages with
    notes below, or an `article`.

    Without `out` it stands beside the deck, as `talk-handout.pdf`. The other parameters are those
    of `smdeck.build`. Raises DeckError as that does.
    """
    making = Product(
        f"-handout.{format}", partial(_check, format), partial(_handout, format, form)
    )  # fmt: skip
    version = Version(variant, lang)
    return built_of(deck, out, version, given(values), strict=strict, root=root, product=making)


def pack(
    deck: Deck,
    out: str | os.PathLike[str] | None = None,
    *,
    start: str | None = None,
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
) -> Built:
    """Write all that another computer needs of a deck into one zip.

    That is the .pptx, the PDF, the script, fonts that may be passed on, films, a list for the room
    and checksums. Without `out` it stands beside the deck, as `talk.zip`. The other parameters are
    those of `script`. Raises DeckError as `smdeck.build` does.
    """
    making = Product(".zip", partial(_check, "zip"), partial(_pack, start))
    version = Version(variant, lang)
    return built_of(deck, out, version, given(values), strict=strict, root=root, product=making)


def _check(suffix: str, target: Path, access: Access) -> None:
    from smdeck.desk.exporting import check_file
    from smdeck.handing.typesetting import check_typst

    if suffix in ("pdf", "zip"):
        check_typst()
    check_file(f"talk.{suffix}", target, access)


def _write(data: bytes, target: Path) -> int:
    from smdeck.desk.exporting import write_file

    write_file(data, target)
    return 0


def _script(format: Sheets, start: str | None, compiled: Compiled, target: Path) -> int:
    begins = start or compiled.deck.clock
    if format == "html":
        from smdeck.handing.web import script_html

        return _write(_encoded(script_html(compiled, begins)), target)
    if format == "docx":
        from smdeck.handing.docx import script_docx

        return _write(script_docx(compiled, begins), target)
    from smdeck.handing.script import script_markdown, script_pdf

    if format == "md":
        return _write(_encoded(script_markdown(compiled, begins)), target)
    return _write(script_pdf(compiled, begins), target)


def _handout(format: Pages, form: Form, compiled: Compiled, target: Path) -> int:
    if format == "html":
        from smdeck.handing.web import handout_html

        return _write(_encoded(handout_html(compiled, form)), target)
    from smdeck.handing.handout import handout_pdf

    return _write(handout_pdf(compiled, form), target)


def _pack(start: str | None, compiled: Compiled, target: Path) -> int:
    from smdeck.handing.kit import kit

    return _write(kit(compiled, target.stem, start or compiled.deck.clock), target)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")
