"""Addresses: what a slide can link to, and how it stands in the file.

One function judges the addresses of all keys and texts, so that they are refused alike.
"""

from __future__ import annotations

import re
from typing import NamedTuple

WAYS = "begin it with https:// or mailto:, or with # and the `id` of a slide"
"""What helps where an address is of no kind that a slide can link to."""

LONGEST = 2_900
"""The most characters of an address: a QR code holds 2,953 bytes with the least correction
(ISO/IEC 18004, 7.3), less what says that they are UTF-8."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MAIL = re.compile(r"[^@\s,?]+@[^@\s,?]+\.[^@\s,?.]+")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")
_LABEL = re.compile(r"\w(?:[\w-]{0,61}\w)?")
_FILE = re.compile(
    r"(?i:.*\.(?:csv|docx?|gif|html?|ics|jpe?g|json|m4a|md|mov|mp[34]|od[pst]|pdf|png|potx?|pptx?|"
    r"svg|tsv|txt|webp|xlsx?|xml|ya?ml|zip)(?:[?#].*)?|file:.*|[a-z]:[\\/].*|\.{0,2}/.*|.*\\.*)"
)
"""What is a file rather than an address: by its suffix, as a path, on a drive."""

_TO_ENCODE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?#\[\]%-]")
"""What an address holds in percent-encoding alone (RFC 3986, section 2)."""


class AddressProblem(NamedTuple):
    """Why an address can't be linked to: a wrong one is an error, other links are left out."""

    code: str
    message: str
    help: str

    @property
    def broken(self) -> bool:
        """Whether the address is a wrong one, and not of another kind."""
        return self.code == "wrong-address"


def problem(target: str) -> AddressProblem | None:
    """Return why a slide can't link to an address, or None where it can.

    Links lead to the web, to a mailbox, a telephone, or to the slide of an `#id`.
    """
    scheme = (_SCHEME.match(target) or ["", ""])[1].lower()
    if not target:
        help = "write it between the parentheses"
        return AddressProblem("wrong-address", "a link has no address", help)
    if len(uri(target)) > LONGEST:
        help = f"{LONGEST:,} characters are as many as a QR code takes"
        return _broken(target, "is too long", help)
    if scheme in ("http", "https"):
        return _web_problem(target)
    if scheme == "mailto":
        return _mail_problem(target)
    if scheme == "tel":
        good = re.fullmatch(r"[+\d][\d\s()./-]*", target[4:].strip())
        help = "write it with digits alone, as tel:+49891234"
        return None if good else _broken(target, "is no telephone number", help)
    return None if target.startswith("#") else _left_out(target)


def uri(target: str) -> str:
    """Return a good address as it stands in a file: ASCII alone (RFC 3986, RFC 3492)."""
    scheme, colon, rest = target.partition(":")
    if scheme.lower() == "tel":
        return f"tel:{re.sub(r'[^+0-9.-]', '', rest)}"
    if rest.startswith("//") and not target.isascii():
        authority = re.match(r"[^/?#]*", rest[2:])[0]  # type: ignore[index]
        user, at, host = authority.rpartition("@")
        rest = f"//{user}{at}{_ascii_host(host)}{rest[2 + len(authority) :]}"
    return _TO_ENCODE.sub(_percent, f"{scheme}{colon}{rest}")


def mail_link(words: str) -> str | None:
    """Return the link of words that are an e-mail address and nothing else, or None."""
    return f"mailto:{words}" if _MAIL.fullmatch(words) and ":" not in words else None


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _ascii_host(host: str) -> str:
    """Return a host whose labels beyond ASCII are in Punycode.

    Not with Python's codec `idna`, whose standard of 2003 makes `straße.de` another host.
    """
    from unicodedata import normalize

    return ".".join(
        label if label.isascii() else "xn--" + _punycode(normalize("NFC", label.lower()))
        for label in host.split(".")
    )


def _punycode(label: str) -> str:
    return label.encode("punycode").decode("ascii")


def _web_problem(target: str) -> AddressProblem | None:
    scheme, _, rest = target.partition(":")
    if not rest.startswith("//"):
        help = f"did you mean `{scheme}://{rest.lstrip('/')}`?"
        return _broken(target, "lacks the two strokes of a web address", help)
    authority = re.match(r"[^/?#]*", rest[2:])[0]  # type: ignore[index]
    path = rest[2 + len(authority) :]
    if re.search(r"\s", authority):
        return _broken(target, "has a space in its host", "write it as a browser shows it")
    if re.search(r"\s", path):
        encoded = re.sub(r"\s", "%20", target)
        return _broken(target, "holds a space", f"write the space as %20: `{encoded}`")
    host, port = _host_and_port(authority.rpartition("@")[2])
    if not host:
        return _broken(target, "names no host", "write the whole address: https://example.com")
    if not _is_host(host):
        return _broken(target, f"has no right host: `{host}`", "write it as a browser shows it")
    if port is not None and not (port.isdecimal() and port.isascii() and int(port) < 65_536):
        return _broken(target, f"has a port that is no number: `{port}`", "leave the port out")
    return None


def _host_and_port(authority: str) -> tuple[str, str | None]:
    """Return the host of `host:port` and its port; an address in brackets holds colons."""
    if authority.startswith("["):
        host, closed, rest = authority.partition("]")
        return host + closed, rest[1:] if rest.startswith(":") else rest or None
    host, colon, port = authority.partition(":")
    return host, port if colon else None


def _is_host(host: str) -> bool:
    if host.startswith("["):
        from ipaddress import IPv6Address

        try:
            IPv6Address(host[1:-1])
        except ValueError:
            return False
        return host.endswith("]")
    labels = host.removesuffix(".").split(".")
    return all(_LABEL.fullmatch(one) and len(_ascii_host(one)) <= 63 for one in labels)


def _mail_problem(target: str) -> AddressProblem | None:
    boxes, _, query = target[7:].partition("?")
    if re.search(r"\s", query):
        encoded = target[:7] + boxes + "?" + re.sub(r"\s", "%20", query)
        return _broken(target, "holds a space", f"write the space as %20: `{encoded}`")
    if (boxes or not query) and not all(map(_MAIL.fullmatch, re.split(r",\s*", boxes))):
        return _broken(target, "is no e-mail address", "write it as mailto:name@example.com")
    return None


def _broken(target: str, what: str, help: str) -> AddressProblem:
    return AddressProblem("wrong-address", f"the address `{target}` {what}", help)


def _left_out(target: str) -> AddressProblem:
    """Return what is said of a link that is of no kind that slides have."""
    message = f"`{target}` is no address that a slide can link to: the words stand without a link"
    if _FILE.fullmatch(target):
        help = (
            "a file beside the deck doesn't travel along: put it on the web and link to its "
            "https:// address, or write the words alone"
        )
    elif _MAIL.fullmatch(target) and ":" not in target:
        help = f"write `mailto:{target}`"
    elif _HOST.fullmatch(target):
        help = f"write `https://{target}`"
    elif re.fullmatch(r"[a-z0-9][a-z0-9-]*", target):
        help = f"write `#{target}` for the slide of that `id`, or an address with https://"
    else:
        help = WAYS
    return AddressProblem("link-left-out", message, help)
