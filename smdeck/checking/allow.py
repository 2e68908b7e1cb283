"""Allowing: findings that a slide, the deck or the theme says are on purpose are left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from smdeck.checking.rule import rule_codes
from smdeck.findings import Finding, Findings, Place, Source, suggest
from smdeck.model.records import Deck, Slide
from smdeck.source import Node, Sequence
from smdeck.theme import Theme

ALSO_ALLOWED = (
    *("macros-dropped", "external-content", "active-content"),
    *("encoding", "data-file", "not-used", "not-fetched"),
    *("ambiguous-number", "mixed-units", "rounded-number", "total-slice"),
    *("markup-as-typed", "link-left-out", "odd-character", "glued-comment"),
    *("untranslated", "stale-translation", "empty-section", "unused-name"),
)
"""The warnings of other stages that can be allowed, too; what they say as errors can't."""


def number_slides(findings: Findings, slides: Node | None) -> None:
    """Give each finding that stands on a slide of the deck the slide's number."""
    if not isinstance(slides, Sequence):
        return
    begins: dict[Source, dict[tuple[int, int], tuple[int, Place]]] = {}
    for number, node in enumerate(slides.items, 1):
        for written in (node.place, *node.source.uses):
            of_source = begins.setdefault(written.source, {})
            of_source.setdefault((written.line, written.column), (number, written))
    starts = {source: sorted(found) for source, found in begins.items()}
    for n, finding in enumerate(findings):
        place = finding.place
        if place is None or finding.slide is not None or place.source not in starts:
            continue
        before = bisect_right(starts[place.source], (place.line, place.column))
        if not before:
            continue
        number, slide = begins[place.source][starts[place.source][before - 1]]
        if _indent(place) > _indent(slide) or place.line == slide.line:
            findings[n] = finding._replace(slide=number)


def _indent(place: Place) -> int:
    """Return how far a line is indented: keys of the deck less than those of its slides."""
    line = place.source.line(place.line)
    return len(line) - len(line.lstrip())


def leave_out_allowed(
    findings: Findings, deck: Deck, theme: Theme, slides: Iterable[tuple[int, Slide]]
) -> None:
    """Leave out what is allowed; what can't be allowed, or allows nothing, is a finding itself.

    Slides come with their numbers.
    """
    on_slides = {number: codes for number, slide in slides if (codes := _codes(slide))}
    everywhere = {code: place for code, place in [*theme.asks.allow, *_codes(deck)]}  # noqa: C416
    if not everywhere and not on_slides:
        return
    used: set[tuple[int | None, str]] = set()
    kept: list[Finding] = []
    for finding in findings:
        open_to_it = finding.code in ALSO_ALLOWED and finding.severity == "warning"
        known = everywhere if open_to_it or finding.code in rule_codes() else {}
        here = dict(on_slides.get(finding.slide or 0, [])) if known is everywhere else {}
        if finding.code in here:
            used.add((finding.slide, finding.code))
        elif finding.code not in known:
            kept.append(finding)
    findings[:] = kept
    for codes in (_codes(deck), *on_slides.values()):
        _report_repeated(codes, findings)
    for code, place in everywhere.items():
        _report_wrong(code, place, findings)
    for number, codes in on_slides.items():
        for code, place in codes:
            if not _report_wrong(code, place, findings) and (number, code) not in used:
                findings.warn(
                    "unused-allow",
                    f"the slide allows `{code}`, and nothing on it needs that",
                    place,
                    "remove it",
                    number,
                )


def _report_repeated(codes: list[tuple[str, Place]], findings: Findings) -> None:
    """Warn of codes that one record allows twice."""
    for n, (code, place) in enumerate(codes):
        if any(code == before for before, _ in codes[:n]):
            findings.warn("unused-allow", f"`{code}` is allowed here twice", place, "remove it")


def _codes(record: Deck | Slide) -> list[tuple[str, Place]]:
    """Return what a record allows, each with its place."""
    if not record.allow:
        return []
    items = record.origin.listed("allow")
    return [(code, item.place) for code, item in zip(record.allow, items, strict=True)]


def _can_be_allowed(code: str) -> bool:
    return code in rule_codes() or code in ALSO_ALLOWED


def _report_wrong(code: str, place: Place, findings: Findings) -> bool:
    """Report a code that can't be allowed; return whether it was one."""
    if _can_be_allowed(code):
        return False
    from smdeck.finding_docs import codes

    if code in codes():
        findings.error(
            "wrong-allow",
            f"`{code}` can't be allowed",
            place,
            f"correct what it reports: `smdeck explain {code}`",
        )
    else:
        known = [*rule_codes(), *ALSO_ALLOWED]
        help = suggest(code, known, "`smdeck explain` lists the codes")
        findings.error("wrong-allow", f"there is no finding `{code}`", place, help)
    return True
