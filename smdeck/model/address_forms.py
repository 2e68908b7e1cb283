"""Forms of addresses: what is meant by one that leads nowhere, and how a long one is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#:@\[\]]+)"
WEB = rf"https?://(?:[^\s/?#@]*@)?{_HOST}(?::[0-9]{{1,5}})?(?:[/?#]\S*)?"
"""A web address with a host (RFC 3986, 3.2), which may hold letters of any language."""

EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"

_WHOLE = re.compile(rf"{WEB}|mailto:[^\s?]+@[^\s?]+(?:\?\S*)?|tel:\+?[0-9()./*#;=a-z-]+")

_PHONE = r"^(tel:.*\d|\+?[\d ()/.-]{5,}$)"

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def is_whole(address: str) -> bool:
    """Return whether an address leads anywhere: a web address needs a host, mail somebody."""
    return _WHOLE.fullmatch(address) is not None


def spelled(text: str) -> str:
    """Return a text in the letters of an id: `Über uns` is `ueber-uns`."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_SPELLED)).strip("-")


def address_meant(text: str) -> str | None:
    """Return the address that one stands for which is not whole, or None."""
    text = text.strip()
    host = re.sub(r"https?://", "", text).partition("/")[0]
    options = (
        re.sub(r"\s+", "%20", text),
        "tel:" + re.sub(r"\s+", "", text.removeprefix("tel:")) if re.search(_PHONE, text) else "",
        f"mailto:{text}" if re.fullmatch(EMAIL, text) else "",
        f"https://{text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) and "@" not in text else "",
    )
    spaced = " " in host and text.startswith("http")  # no space stands in the name of a host
    return None if spaced else next((one for one in options if is_whole(one)), None)


def address_help(target: str, ids: Iterable[str]) -> str:
    """Return what helps where a link leads nowhere."""
    if target in ids:
        return f"did you mean `#{target}`?"
    meant = address_meant(target)
    if meant:
        return f"did you mean `{meant}`?"
    if "://" in target:
        return "write it whole, as https://example.com/seite"
    return "begin it with https:// or mailto:, or with # and the `id` of a slide"


def shortened(address: str, fits: Callable[[str], bool]) -> str:
    """Return a web address as people read it, short enough to fit: whole, or its host.

    Of a host that is too long the end stands, which says whose it is.
    """
    whole = re.sub(r"^https?://", "", address).rstrip("/")
    host = re.split(r"[/?#]", whole)[0].rpartition("@")[2]
    plain = host.removeprefix("www.")
    labels = plain.split(".")
    ends = [f"…{'.'.join(labels[n:])}" for n in range(1, len(labels) - 1)]
    cut = [f"{plain[:n]}…" for n in range(len(plain) - 1, 0, -1)]
    return next((one for one in (whole, host, plain, *ends, *cut) if fits(one)), "…")
