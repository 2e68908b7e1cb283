"""video: a film or a sound that plays on the slide, its poster standing for it until then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.address_forms import shortened
from smdeck.model.fields import Reader, key
from smdeck.model.film_file import SPAN, Subtitles, captions_of, film_of, span_of
from smdeck.model.items import Image
from smdeck.model.kinds import WebAddress
from smdeck.model.players import player_of
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.qr import put_code, qr_holds, report_long
from smdeck.scene import Captions, Geometry, Playback, Role

if TYPE_CHECKING:
    from smdeck.pictures.captions import Cues
    from smdeck.pictures.films import Film

PILL = 44.0
"""The height of what says how long it takes, in points."""

CODE, QUIET = 128.0, 12.0
"""The side of the card with the code of a film on the web, and the space around the code in it."""

WIDE = 22
"""The letters of an address that a column holds."""

USUAL = 16 / 9
"""Width to height of a film that does not say it."""

NAMES = {
    "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "it": "Italiano",
    "nl": "Nederlands", "pl": "Polski",
}  # fmt: skip
"""What players call captions in a language."""

_OF_FILES = ("start", "trim", "loop", "mute", "captions")
"""Keys that only a file has."""


def beside_words(plan: Plan, span: float) -> None:
    """The title in a column on the left, the film to the right edge, as large as can be."""
    left = plan.x(int(span) + 1)
    ratio = float(str(plan.choice.shape[0])) if plan.choice.shape else USUAL
    wide = min(plan.slide.w - left, plan.slide.h * ratio)
    high = wide / ratio
    film = Room(plan.slide.w - wide, (plan.slide.h - high) / 2, wide, high)
    plan.draw(film, Geometry(), None)
    words = Room(plan.x(1), plan.top, film.x - 28 - plan.x(1), plan.slide.h - 56 - plan.top)
    words = _foot(plan, words)
    text = min(200.0, 0.5 * words.h)
    foot, head = words.cut("bottom", text if plan.has("text") else 1, 12)
    plan.title(plan.subtitled(head), Type("column"), leading=0.88, lines=5)
    if plan.has("text"):
        plan.words("text", foot, "prose", text=Type("cell"), anchor="bottom", counts=False, lines=6)
    plan.footed = False  # the column is too narrow for a line that is made for the slide
    plan.sourced(words.x, words.right, 0)


def below(plan: Plan) -> None:
    """Below the usual title: the film as high as the body, words beside it."""
    ratio = float(str(plan.choice.shape[0])) if plan.choice.shape else USUAL
    wide = min(plan.body.w - 200, plan.body.h * ratio)
    film = Room(plan.body.x, plan.body.y, wide, wide / ratio)
    plan.draw(film, Geometry(), None)
    words = _foot(plan, plan.body.cut("left", wide, 28)[1])
    plan.words("text", words, "prose", text=Type("cell"), counts=False, lines=9)


def _foot(plan: Plan, words: Room) -> Room:
    """Put what is told of a film at the foot of a column; return the room above it."""
    if plan.has("address"):
        foot, words = words.cut("bottom", CODE + 8 + PILL, 12)
        code, address = foot.cut("top", CODE, 8)
        card = code._replace(w=CODE)
        if lies_on(plan) != "ground":
            plan.draw(card, plan.outline(card), "text")
        plan.words(
            "address", address, "prose", text=Type("cell", 20, 14), color="accent", counts=False,
            lines=2,
        )  # fmt: skip
        return words
    length, words = words.cut("bottom", PILL, 12)
    plan.words(
        "length", length, "prose", text=Type("cell", 28, 18), color="accent", anchor="bottom",
        counts=False,
    )  # fmt: skip
    return words


def lies_on(plan: Plan) -> Role:
    """Return what the code lies on: the lighter one of background and words, as readers expect."""
    return plan.lightest("text", "ground")


class Video(Composed):
    """A film or a sound inside of the talk, which a click plays; or one on the web."""

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
mute: true
"""

    title: Inline = key("The slide's message.")
    file: str | None = key(
        "The MP4 file (H.264 and AAC), or the MP3, M4A or WAV file, relative to the deck.", None
    )
    url: WebAddress | None = key(
        "The page of a film on the web, as a code and in words; those of YouTube and Vimeo"
        " play on the slide.",
        None,
    )
    poster: Image = key("The picture that stands for it until it plays; `alt` says what is shown.")
    text: Block | None = key("A sentence more.", None)
    start: Literal["click", "auto"] = key("Whether a click begins it, or its slide.", "click")
    trim: str | None = key(
        "The part to play, as `0:05-1:30`, or `0:05-` to its end.",
        None,
        pattern=SPAN,
        expects="a part of it such as `0:05-1:30`",
    )
    loop: bool = key("Whether it begins again at its end.", False)
    mute: bool = key("Whether it is silent.", False)
    captions: Subtitles | None = key(
        "Its words while it plays, a file in WebVTT or SubRip, relative to the deck; or why it has"
        " none, as `{none: Only music}`.",
        None,
    )

    path: Path | None = None
    """The film's file."""
    film: Film | None = None
    """What it says of itself, once it is read."""
    cues: Cues | None = None
    """Its captions, once they are read."""
    span: tuple[float, float] = (0.0, 0.0)
    """Where it begins and ends, in seconds."""

    def decoded(self, reader: Reader) -> None:
        """Have the film's file and its captions checked."""
        if self.file:
            found = film_of(self.file, self.at("file"), reader)
            if found:
                self.path, self.film = found
                self.span = span_of(self.trim, self.film.seconds, self.at("trim"), reader)
        if self.captions and self.captions.file:
            seconds = self.film.seconds if self.film else 0.0
            place = self.captions.at("file")
            self.cues = captions_of(self.captions.file, place, reader, seconds)

    def check(self, findings: Findings) -> None:
        if bool(self.file) == bool(self.url):
            both = bool(self.file)
            findings.error(
                "missing-field",
                "a video has a `file` or a `url`" + (", and not both" if both else ""),
                self.at("url") if both else self.origin.place,
                "remove one of them" if both else "add `file`: an MP4 beside the deck",
            )
        for name in _OF_FILES if self.url and not self.file else ():
            if getattr(self, name) not in (None, False, "click"):
                help = "save the film beside the deck and name it as `file`, or remove the line"
                findings.error("missing-field", f"`{name}` needs a `file`", self.at(name), help)
        report_long(self.url, self.at("url"), findings)

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return self.span[1] - self.span[0]

    @property
    def beside_words(self) -> float:
        """The length of the film."""
        return self.seconds / 60

    def given(self) -> frozenset[str]:
        own = set(super().given() & {"text", "source", "subtitle"})
        if self.seconds >= 1:
            own.add("length")
        if self.url:
            own.add("address")
        return frozenset(own)

    def shape(self) -> tuple[object, ...]:
        film = self.film
        return (round(film.width / film.height, 3),) if film and film.height else ()

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "length" and self.film:
            minutes, seconds = divmod(round(self.seconds), 60)
            return [[Paragraph((Run(f"► {minutes}:{seconds:02}"),))]]
        if name == "address" and self.url:
            short = shortened(self.url, lambda text: len(text) <= WIDE)
            return [[Paragraph((Run(short),))]]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        room = next(one.shape.box for one in plan.shapes if one.shape.fill is None)
        player = player_of(self.url) if self.url else None
        if self.path or player:
            page.film(self.poster, room, self._playback(player))
        elif self.url:
            page.poster(self.poster, room, self.url)
        if self.url and qr_holds(self.url):
            self._code(page, plan, self.url)

    def _playback(self, player: str | None) -> Playback:
        """Return how the film plays."""
        if not self.film:
            return Playback(address=player or "")
        lang = self.context.deck.lang
        captions = None
        if self.cues:
            label = NAMES.get(lang.split("-")[0], lang)
            captions = Captions(self.cues.text.encode(), lang, label)
        begin, end = (round(1000 * one) for one in self.span)
        return Playback(
            self.path,
            "",
            suffix=self.film.suffix,
            sound=self.film.sound,
            auto=self.start == "auto",
            loop=self.loop,
            mute=self.mute,
            trim=(begin, max(0, round(1000 * self.film.seconds) - end)),
            length=end - begin,
            captions=captions,
            heard=self.film.heard and not self.mute and not self.captions,
        )

    def _code(self, page: Page, plan: Plan, url: str) -> None:
        """Put the code of its page on the card above its address."""
        address = Room.of(page.placeholders["address"].box)
        card = Room(address.x, address.y - 8 - CODE, CODE, CODE)
        fill: Role = "ground"
        inner = card.inset(QUIET, QUIET, QUIET, QUIET)
        if lies_on(plan) == "ground":  # no card shows: it begins where words do
            fill, inner = "text", card.inset(0, QUIET, 2 * QUIET, QUIET)
        put_code(page, url, inner.box, fill)
