"""video: a film that plays on the slide, its poster standing for it until then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.beside import beside
from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import Reader, key
from smdeck.model.records import Image
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page.composed import Composed
from smdeck.page.page import Page
from smdeck.scene import Geometry

if TYPE_CHECKING:
    from smdeck.pictures.films import Film

MAIL, MOST = 20_000_000, 500_000_000
"""What most mailboxes take, and what a talk carries, in bytes."""

PILL = 44.0
"""The height of what says how long it takes, in points."""

USUAL = 16 / 9
"""Width to height of a film that does not say it."""


def beside_words(plan: Plan, span: float) -> None:
    """The title in a column on the left, the film to the right edge, as large as can be."""
    left = plan.x(int(span) + 1)
    ratio = float(str(plan.choice.shape[0])) if plan.choice.shape else USUAL
    wide = min(plan.slide.w - left, plan.slide.h * ratio)
    high = wide / ratio
    film = Room(plan.slide.w - wide, (plan.slide.h - high) / 2, wide, high)
    plan.draw(film, Geometry(), None)
    words = Room(plan.x(1), plan.top, film.x - 28 - plan.x(1), plan.slide.h - 56 - plan.top)
    foot, head = words.cut("bottom", 200 if plan.has("text") else PILL, 12)
    plan.title(plan.subtitled(head), Type("column"), leading=0.88, lines=5)
    length, foot = foot.cut("bottom", PILL, 12 if plan.has("text") else 0)
    plan.words("text", foot, "prose", text=Type("cell"), anchor="bottom", counts=False, lines=6)
    plan.words(
        "length", length, "prose", text=Type("cell", 28, 18), ink="accent", anchor="bottom",
        counts=False,
    )  # fmt: skip
    plan.footed = False  # the column is too narrow for a line that is made for the slide
    if plan.source:
        plan.source = plan.source._replace(w=words.w)


def below(plan: Plan) -> None:
    """Below the usual title: the film as high as the body, words beside it."""
    ratio = float(str(plan.choice.shape[0])) if plan.choice.shape else USUAL
    wide = min(plan.body.w - 200, plan.body.h * ratio)
    film = Room(plan.body.x, plan.body.y, wide, wide / ratio)
    plan.draw(film, Geometry(), None)
    words = plan.body.cut("left", wide, 28)[1]
    length, text = words.cut("bottom", PILL, 12)
    plan.words("text", text, "prose", text=Type("cell"), counts=False, lines=9)
    plan.words(
        "length", length, "prose", text=Type("cell", 28, 18), ink="accent", anchor="bottom",
        counts=False,
    )  # fmt: skip


class Video(Composed):
    """A film inside of the talk; a click plays it."""

    names = {
        "de": "Video", "en": "Video", "es": "Vídeo",
        "fr": "Vidéo", "it": "Video", "nl": "Video", "pl": "Wideo",
    }  # fmt: skip
    group = "pictures"
    compositions = (
        Composition(
            "column", beside_words, stage="bleed", de="Spalte",
            steps=({"span": 3.0}, {"span": 4.0}),
        ),
        Composition("below", below, de="Blatt"),
    )  # fmt: skip
    usual = Choice("video", "", "column", given=frozenset({"text", "length"}))
    example = """\
layout: video
title: Ein Workshop, von oben gesehen
file: bilder/workshop.mp4
poster: {file: bilder/werkstatt.png, alt: Vier Menschen an einem Tisch mit Zetteln}
"""

    title: Inline = key("The slide's message.")
    file: str = key("The MP4 file (H.264 and AAC), relative to the deck.")
    poster: Image = key("The picture that stands for it until it plays; `alt` says what is shown.")
    text: Block | None = key("A sentence more.", None)

    path: Path
    """The film's file."""
    film: Film | None = None
    """What it says of itself, once it is read."""

    def decoded(self, reader: Reader) -> None:
        """Have the film's file checked."""
        from smdeck.files import may_read
        from smdeck.pictures.films import film_in

        self.path, place = beside(reader.folder, self.file), self.at("file")
        if not may_read(self.path, self.file, place, reader.findings, what="film"):
            return
        size = self.path.stat().st_size
        if size > MOST:
            reader.findings.error(
                "too-large",
                f"`{self.file}` has {size // 1_000_000} megabytes, a talk carries up to "
                f"{MOST // 1_000_000}",
                place,
                "save it with a lower resolution, or link to it",
            )
            return
        if size > MAIL:
            reader.findings.warn(
                "video-format",
                f"`{self.file}` has {size // 1_000_000} megabytes: too much for most mailboxes",
                place,
                "save it with a lower resolution, 720p is enough for a hall",
            )
        self.film = film_in(self.path)
        wrong = self.film.unplayed if self.film else "no MP4 file, or a damaged one"
        if wrong:
            said = (
                f"holds {wrong}, which not every PowerPoint plays" if self.film else f"is {wrong}"
            )
            reader.findings.error(
                "video-format",
                f"`{self.file}` {said}",
                place,
                "save it as MP4 with H.264 and AAC: "
                "`ffmpeg -i FILE -c:v libx264 -pix_fmt yuv420p -c:a aac film.mp4`",
            )

    @property
    def beside_words(self) -> float:
        """The length of the film."""
        return self.film.seconds / 60 if self.film else 0.0

    def given(self) -> frozenset[str]:
        own = set(super().given() & {"text", "source", "subtitle"})
        if self.film and self.film.seconds >= 1:
            own.add("length")
        return frozenset(own)

    def shape(self) -> tuple[object, ...]:
        film = self.film
        return (round(film.width / film.height, 3),) if film and film.height else ()

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "length" and self.film:
            minutes, seconds = divmod(round(self.film.seconds), 60)
            return [[Paragraph((Run(f"▶ {minutes}:{seconds:02}"),))]]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        film = next(one.shape.box for one in plan.shapes if one.shape.fill is None)
        page.film(self.poster, film, self.path)
