"""What is meant: the id, address or short form that a text stands for."""

from __future__ import annotations

import re
from collections.abc import Callable

EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"

_PHONE = r"^(tel:.*\d|\+?[\d ()/.-]{5,}$)"

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def spelled(text: str) -> str:
    """Return a text in the letters of an id: `Über uns` is `ueber-uns`."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_SPELLED)).strip("-")


def address_meant(text: str) -> str | None:
    """Return the address that one stands for which is not whole, or None."""
    from smdeck.model.addresses import problem

    text = text.strip()
    host = re.sub(r"https?://", "", text).partition("/")[0]
    options = (
        re.sub(r"\s+", "%20", text),
        "tel:" + re.sub(r"\s+", "", text.removeprefix("tel:")) if re.search(_PHONE, text) else "",
        f"mailto:{text}" if re.fullmatch(EMAIL, text) else "",
        f"https://{text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) and "@" not in text else "",
    )
    spaced = " " in host and text.startswith("http")  # no space stands in the name of a host
    return None if spaced else next((one for one in options if one and problem(one) is None), None)


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


READ = 40
"""The longest address that is shown whole, in characters."""


def short_address(address: str) -> str:
    """Return a web address as people read it, short enough to be read at once."""
    return shortened(address, lambda text: len(text) <= READ)
