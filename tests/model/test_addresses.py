"""Addresses: what a slide can link to, what is wrong, what is left out, and how it is written."""

from __future__ import annotations

from smdeck.model.addresses import problem, uri

GOOD = {
    "https://example.com": "https://example.com",
    "HTTPS://Example.com/a": "HTTPS://Example.com/a",
    "http://localhost:8080/a?b=c&d=e#f": "http://localhost:8080/a?b=c&d=e#f",
    "https://bücher.example/größe?q=ä": "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4",
    "https://straße.example": "https://xn--strae-oqa.example",
    "https://user@ü.example:80/": "https://user@xn--tda.example:80/",
    "https://example.com/100%": "https://example.com/100%25",
    "https://example.com/a%20b": "https://example.com/a%20b",
    'https://example.com/"<>': "https://example.com/%22%3C%3E",
    "http://[::1]:80/": "http://[::1]:80/",
    "http://192.168.0.1/": "http://192.168.0.1/",
    "https://example.com.": "https://example.com.",
    "mailto:a@example.com": "mailto:a@example.com",
    "mailto:a@example.com,b@example.com": "mailto:a@example.com,b@example.com",
    "mailto:a@example.com?subject=Größe": "mailto:a@example.com?subject=Gr%C3%B6%C3%9Fe",
    "tel:+49 89 12-34": "tel:+498912-34",
    "#folie": "#folie",
}

BROKEN = {
    "": "no address",
    "https://": "no host",
    "https:///pfad": "no host",
    "https://?a": "no host",
    "https:example.com": "https://example.com",
    "https:/example.com": "https://example.com",
    "https://exam ple.com": "space in its host",
    "https://example.com/a b": "https://example.com/a%20b",
    "https://example.com/a?q=a b": "https://example.com/a?q=a%20b",
    "https://example..com": "no right host",
    "https://-example.com": "no right host",
    f"https://{'a' * 64}.com": "no right host",
    f"https://{'ä' * 60}.com": "no right host",
    "https://exa<mple.com": "no right host",
    "https://example.com:abc": "no number: `abc`",
    "https://example.com:99999": "no number: `99999`",
    "https://example.com:": "no number",
    "http://[::1/": "no right host",
    "http://[zzz]/": "no right host",
    f"https://example.com/{'a' * 2_900}": "too long",
    "mailto:": "no e-mail address",
    "mailto:anna": "no e-mail address",
    "mailto:a b@example.com": "no e-mail address",
    "mailto:a@example.com?subject=a b": "subject=a%20b",
    "tel:": "no telephone number",
    "tel:anna": "no telephone number",
}
"""Addresses of a kind that slides link to, which can't be right; each with what is said."""

LEFT_OUT = {
    "example.org": "`https://example.org`",
    "www.example.com/a?b": "`https://www.example.com/a?b`",
    "a@example.com": "`mailto:a@example.com`",
    "daten.csv": "travel along",
    "anhang/zahlen.xlsx": "travel along",
    "../bilder": "travel along",
    "file:///C:/Daten/Zahlen.xlsx": "travel along",
    r"C:\Daten": "travel along",
    "folie": "`#folie`",
    "xmpp:a@example.com": "https://",
    "ftp://example.com": "https://",
    "javascript:alert(1)": "https://",
    "data:text/html,a": "https://",
}
"""Links of kinds that slides don't have; each with what helps."""


def test_good_addresses_are_written_in_ascii() -> None:
    assert {target: problem(target) for target in GOOD} == dict.fromkeys(GOOD)
    assert {target: uri(target) for target in GOOD} == GOOD


def test_wrong_addresses_are_errors_that_say_what_helps() -> None:
    missed = []
    for target, said in BROKEN.items():
        found = problem(target)
        if not found or not found.broken or said not in f"{found.message} {found.help}":
            missed.append((target, found))
    assert not missed


def test_other_links_are_left_out_with_a_way_out() -> None:
    missed = []
    for target, said in LEFT_OUT.items():
        found = problem(target)
        if not found or found.broken or said not in found.help or target not in found.message:
            missed.append((target, found))
    assert not missed
