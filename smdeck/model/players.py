"""Players: the sites whose films PowerPoint plays on a slide, where there is a network."""

from __future__ import annotations

from smdeck.patterns import pattern

_YOUTUBE = pattern(
    r"https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:\S*&)?v=|embed/|shorts/|live/)"
    r"|youtu\.be/)([\w-]{11})(?![\w-])\S*"
)
_VIMEO = pattern(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)(?!\d)\S*")


def player_of(url: str) -> str | None:
    """Return the address of the player of a film, as PowerPoint keeps it; None for other pages."""
    if found := _YOUTUBE.fullmatch(url):
        return f"https://www.youtube.com/embed/{found[1]}?feature=oembed"
    if found := _VIMEO.fullmatch(url):
        return f"https://player.vimeo.com/video/{found[1]}"
    return None
