"""The Python API: build a deck, or check it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from smdeck.compiler.compiling import Compiled, compile_node
from smdeck.deck_file import STANDARD_INPUT, Format, deck_in, ending_of, translated_by
from smdeck.expand import Value, Wanted
from smdeck.files import Access, access, examine
from smdeck.findings import DeckError, Finding, Findings, Source, visible
from smdeck.product import Product
from smdeck.source import Scalar, nodes, read, read_data
from smdeck.source.reading import MAX_BYTES
from smdeck.theme.folders import themes_folder
from smdeck.version import Version, of_all, of_version, versions_of

if TYPE_CHECKING:
    from smdeck.compiler.reporting import SlideReport
    from smdeck.write import TargetError


Deck = str | os.PathLike[str] | BinaryIO | Mapping[str, Any]
"""A deck: a file, a folder with one in it, an open binary file, YAML as text of several lines, or a
mapping with what the YAML would say."""

Name = str | os.PathLike[str]
"""The name of a theme that ships, or a file of one; `Path` ones are relative to the working
directory, others to the deck as under its key `theme`."""

GIVEN = "deck.yaml"
"""What a deck is called in findings that a program gives, and its talk after it."""


class Built(NamedTuple):
    """A .pptx that was written."""

    path: Path
    """The file; of one that was given open, the name it would have."""
    slides: int
    """How many slides it has, hidden ones included."""
    minutes: float
    """How long the slides take that say so; hidden ones don't count."""
    seconds: float
    """How long the build took."""
    findings: list[Finding]
    """The warnings, by place."""
    report: tuple[SlideReport, ...] = ()
    """How each slide is composed, if asked for."""
    scaled: int = 0
    """How many pictures had more pixels than a screen of 2560 × 1440 shows in their places."""


def build(
    deck: Deck,
    out: str | os.PathLike[str] | BinaryIO | None = None,
    *,
    format: Format = "pptx",
    theme: Name | None = None,
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    report: bool = False,
    draft: bool = False,
    comments: bool = False,
) -> Built:
    """Compile a deck into a .pptx and return what was written.

    Another `format` is a PDF, a page for browsers, or a folder of pictures, whose name is that of
    the deck with `-svg` or `-png`; hidden slides are not in them.

    `deck` is a file, a folder with one deck in it, an open binary file, YAML as a text of several
    lines, or a mapping with what the YAML would say; pictures of the last three are relative to the
    working directory. `out` is a file, or a binary one that is open for writing; without it the
    file stands beside the deck, with the suffix .pptx and the names of variant and language.
    `theme` is taken in place of the deck's. `variant` and `lang` say which version is built,
    `values` sets variables and keys of the deck, as `{"event.place": "Köln"}`. `progress` is
    called now and then with the number of slides done and of all. The same deck, theme and pictures
    give the same bytes. With `strict`, warnings are errors. With `root`, nothing outside of that
    folder is read, links followed, but the themes that ship: for decks of other people. With
    `report`, what is returned says how each slide is composed. With `draft`, errors on slides are
    warnings, and keep nothing from being written: what is missing is a box with its name, and
    slides with findings have a mark. With `comments`, what slides have under `comment` is written
    as comments of PowerPoint's.

    Raises DeckError with all findings when there is an error; then nothing is written, and an
    older file stays as it was. A file that the talk is made from is never written over. Raises
    TypeError for a mapping that holds what YAML has no word for, and for a deck or a file of
    another kind. Any other exception is a fault of smdeck; the older file stays then, too.
    """
    with _target_of(out, format) as target:
        built = built_of(
            deck,
            target,
            Version(variant, lang),
            given(values, theme),
            strict=strict,
            root=root,
            progress=progress,
            report=report,
            format=format,
            draft=draft,
            comments=comments,
        )
    return built if target is out else built._replace(path=Path(built.path.name))


@contextmanager
def _target_of(
    out: str | os.PathLike[str] | BinaryIO | None, format: Format
) -> Iterator[str | os.PathLike[str] | None]:
    """Yield the file to write; what is written there goes into `out` where that is open."""
    if out is None or isinstance(out, str | os.PathLike):
        yield out
        return
    ending = ending_of(format)
    if not ending.startswith("."):
        message = f"`{format}` makes a folder of pictures, and no file that is open holds one"
        raise DeckError([Finding("target", message, None, "give the name of a folder")])
    if isinstance(out, TextIOBase):
        raise TypeError("the file to write into is open for text; open it with mode `wb`")
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        target = Path(folder, Path(GIVEN).stem + ending)
        yield target
        out.write(target.read_bytes())


def built_of(
    deck: Deck,
    out: str | os.PathLike[str] | None,
    version: Version,
    values: tuple[Value, ...],
    *,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    inputs: tuple[Path, ...] = (),
    report: bool = False,
    format: Format = "pptx",
    product: Product | None = None,
    draft: bool = False,
    comments: bool = False,
) -> Built:
    """Build a version of a deck with values that know their places, as `build` does.

    `inputs` are further files that the talk is made from, and that it may not be written over. A
    `product` is made in place of what has a format.
    """
    start = time.perf_counter()
    made = product or product_of(format)
    findings = Findings()
    with access(root, themes_folder()) as reading:
        for path in inputs:
            examine(path)
        source, node = _read(deck, findings)
        compiled = None
        if node is not None:
            wanted = Wanted(*version, values)
            compiled = _compiled(node, source, wanted, findings, draft=draft, progress=progress)
            findings = of_version(findings, version, len(versions_of(node)) > 1)
        target = Path(out) if out is not None else _beside(source, version, made)
        found = _judged(findings, strict) + _target_findings(target, made, reading)
        if compiled is None or any(finding.severity == "error" for finding in found):
            raise DeckError(found)
        for scene in () if comments else compiled.scenes:
            scene.comment = ""
        scaled = _written(made, compiled, target)
    return Built(
        target,
        len(compiled.scenes),
        minutes=compiled.minutes,
        seconds=time.perf_counter() - start,
        findings=findings.in_order(),
        report=_report(compiled) if report else (),
        scaled=scaled,
    )


def _compiled(
    node: nodes.Mapping,
    source: Path,
    wanted: Wanted,
    findings: Findings,
    *,
    draft: bool,
    progress: Callable[[int, int], None] | None,
) -> Compiled | None:
    """Return the scenes of a version; in a draft, errors on its slides are warnings."""
    if not draft:
        return compile_node(node, source, findings, progress, wanted)
    from smdeck.compiler.drafting import Drafting, as_warnings

    compiled = compile_node(
        node, source, findings=findings, progress=progress, wanted=wanted, drafting=Drafting()
    )
    if compiled:
        findings[:] = as_warnings(findings)
    return compiled


def _report(compiled: Compiled) -> tuple[SlideReport, ...]:
    from smdeck.compiler.reporting import report

    return tuple(report(compiled))


def check(
    deck: Deck,
    *,
    theme: Name | None = None,
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
) -> list[Finding]:
    """Return all findings of a deck, errors and warnings, by place; nothing is written.

    Without `variant` and `lang`, all versions of the deck are checked, and what only some of them
    have says which. The other parameters are those of `build`.
    """
    findings = Findings()
    with access(root, themes_folder()):
        source, node = _read(deck, findings)
        if node is not None:
            every = versions_of(node)
            named = Version(variant, lang)
            found = {}
            for version in every if named == Version() else [named]:
                own = Findings(findings)
                wanted = Wanted(*version, given(values, theme))
                found[version] = own, compile_node(node, source, own, None, wanted)
            several = len(every) > 1
            findings = (
                of_all(found) if len(found) > 1 else of_version(found[named][0], named, several)
            )
    return _judged(findings, strict)


def plans(
    deck: Deck,
    *,
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    root: str | os.PathLike[str] | None = None,
) -> dict[Version, list[str]]:
    """Return the plan of time of a deck: lines of words, for each of its variants.

    With `variant`, only for that. The other parameters are those of `build`. Raises DeckError with
    all findings when a slide can't be drawn: then nobody knows how long it takes.
    """
    from smdeck.compiler.planning import plan_as_text

    found: dict[Version, list[str]] = {}
    with access(root, themes_folder()):
        findings = Findings()
        source, node = _read(deck, findings)
        every = versions_of(node) if node is not None else [Version()]
        for version in _planned(every, variant, lang):
            own = Findings(findings)
            wanted = Wanted(*version, given(values))
            compiled = None if node is None else compile_node(node, source, own, None, wanted)
            if compiled is None or own.errors:
                raise DeckError(own.in_order())
            found[version] = plan_as_text(compiled)
    return found


def _planned(every: list[Version], variant: str | None, lang: str | None) -> list[Version]:
    """Return the versions that are planned: the variants of a deck in one language."""
    if variant is not None or len(every) == 1:
        return [Version(variant, lang)]
    return [Version(name, lang) for name in dict.fromkeys(version.variant for version in every)]


def versions(deck: Deck, *, root: str | os.PathLike[str] | None = None) -> list[Version]:
    """Return the versions of a deck: itself and its variants, each in all of its languages.

    Of a deck that can't be read it is the one that stands there; `build` says what is wrong.
    """
    with access(root, themes_folder()):
        _, node = _read(deck, Findings())
    return versions_of(node) if node is not None else [Version()]


def _read(deck: Deck, findings: Findings) -> tuple[Path, nodes.Mapping | None]:
    """Return the file of a deck, and what it holds; None with findings that say why not."""
    if isinstance(deck, Mapping):
        from smdeck.source.plain import yaml_of

        deck = yaml_of(deck) + "\n"
    if isinstance(deck, str) and "\n" in deck:
        return Path(GIVEN), read_data(deck.encode(errors="surrogatepass"), GIVEN, findings)
    if not isinstance(deck, str | os.PathLike):
        if not hasattr(deck, "read"):
            kind = type(deck).__name__
            raise TypeError(f"a deck is a file, an open binary file, text or a mapping, no {kind}")
        source, held = Path(STANDARD_INPUT), deck.read(MAX_BYTES + 1)
        data = held.encode() if isinstance(held, str) else held  # a file that is open for text
        return source, read_data(data, source.name, findings)
    file = deck_in(Path(deck), findings)
    if file is None:
        return Path(deck) / "deck.yaml", None
    translated = translated_by(file)
    if translated:
        lang = file.stem.rpartition(".")[2]
        message = f"`{file.as_posix()}` is no deck: it has the texts of one in another language"
        help = f"build `{translated.as_posix()}` with `--lang {lang}`"
        findings.error("wrong-file", message, None, help)
        return file, None
    return file, read(file, findings)


def given(values: Mapping[str, str] | None, theme: Name | None = None) -> tuple[Value, ...]:
    """Return what is set from outside, each with the place that findings show."""
    every = dict(values or {})
    if theme is not None:
        every["theme"] = theme if isinstance(theme, str) else str(Path(theme).resolve())
    return tuple(_value(name, text) for name, text in every.items())


def _value(name: str, text: str) -> Value:
    place = Source("--set", f"{name}={text}")
    plain = text in ("", "true", "false")  # else `null` would be nothing, and no client's name
    return Value(
        Scalar(place, 0, column=0, length=len(name), text=name, plain=True),
        Scalar(place, 0, column=len(name) + 1, length=max(1, len(text)), text=text, plain=plain),
    )


def _beside(source: Path, version: Version, product: Product) -> Path:
    """Return the target beside a deck."""
    return source.with_name(source.stem + version.ending + product.ending)


def product_of(format: Format) -> Product:
    """Return how a talk is written in a format."""
    if format == "pptx":
        from smdeck.write.saving import check_target

        return Product(".pptx", check_target, write_presentation)
    from smdeck.desk.exporting import check_export, export

    return Product(ending_of(format), partial(check_export, format), partial(export, format))


def _written(product: Product, compiled: Compiled, target: Path) -> int:
    from smdeck.write.saving import TargetError

    try:
        return product.write(compiled, target)
    except TargetError as error:
        raise DeckError([_finding(error)]) from error


def write_presentation(compiled: Compiled, target: Path) -> int:
    """Write a .pptx, and return how many of its pictures are written smaller than their files.

    Raises TargetError where it can't be written.
    """
    from smdeck.write import presentation_parts, save, scaled_pictures

    data = presentation_parts(
        compiled.slide_layouts, compiled.scenes, compiled.deck, compiled.theme
    )
    save(data, target)
    return len(scaled_pictures(compiled.scenes, compiled.theme))


def _target_findings(target: Path, product: Product, reading: Access) -> list[Finding]:
    """Return what keeps a target from being written that can be known before it is."""
    from smdeck.write.saving import TargetError

    try:
        product.check(target, reading)
    except TargetError as error:
        return [_finding(error)]
    return []


def _finding(error: TargetError) -> Finding:
    return Finding("target", visible(str(error)), None, visible(error.help))


def _judged(findings: Findings, strict: bool) -> list[Finding]:
    """Return the findings in order, warnings as errors where it is strict."""
    found = findings.in_order()
    return [finding._replace(severity="error") for finding in found] if strict else found
