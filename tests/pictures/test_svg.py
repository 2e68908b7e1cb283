"""SVGs are drawings and nothing else: they call for no file, run nothing, and end in time."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path

import pytest
from picture_making import exif, flat, svg, written

from smdeck.pictures.css import families_in, references, weighty
from smdeck.pictures.files import inspect, prepared, shown_image
from smdeck.pictures.reading import Unusable

pytestmark = pytest.mark.slow

HTML = 'xmlns="http://www.w3.org/1999/xhtml"'
DOCTYPE = (
    b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
    b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)


def data(kind: str) -> str:
    """Return a picture as an address, with a place in its Exif."""
    plain = b64encode(written(flat(), kind, exif=exif())).decode()
    return f"data:image/{kind.lower()};base64,{plain}"


def chain(number: int, times: int) -> str:
    """Return groups that each show the next one some times."""
    groups = "".join(
        f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * times + "</g>" for n in range(number)
    )
    return f'<defs>{groups}<rect id="a{number}" width="3" height="3"/></defs><use href="#a0"/>'


REFERENCES = {
    "an absolute path": '<image href="/etc/passwd"/>',
    "a relative path": '<image xlink:href="bild.png"/>',
    "a file": '<image href="file:///etc/passwd"/>',
    "the web": '<image href="https://example.com/a.png"/>',
    "a share": r'<image href="\\example.com\a.png"/>',
    "a path of Windows": r'<image href="C:\a.png"/>',
    "another drawing": '<use href="andere.svg#x"/>',
    "a filter's picture": '<filter id="f"><feImage href="a.png"/></filter>',
    "a gradient": '<linearGradient id="g" xlink:href="andere.svg#x"/>',
    "style": '<rect style="fill:url(https://example.com/x)"/>',
    "style in disguise": r'<rect style="fill:u\72 l(https://example.com/x)"/>',
    "a style sheet": '<style>@import "x.css";</style>',
    "a style sheet in disguise": r"<style>@im\70ort url(x.css);</style>",
    "a style sheet after a comment": "<style>a{} /* */ @<!-- -->import 'x.css';</style>",
    "a font": "<style>@font-face{font-family:A;src:url(https://example.com/a.woff2)}</style>",
    "a set of pictures": "<rect style=\"mask:image-set('a.png' 1x)\"/>",
    "a fill": '<rect fill="url(andere.svg#p)"/>',
    "a filter": "<rect filter=\"url('https://example.com/#f')\"/>",
    "a cursor": '<rect cursor="url(x.cur)"/>',
    "a base": '<g xml:base="https://example.com/"><use href="#x"/></g>',
    "a picture in HTML": f'<foreignObject><img {HTML} src="a.png"/></foreignObject>',
    "a page in HTML": f'<foreignObject><iframe {HTML} src="file:///x"/></foreignObject>',
    "an object": f'<foreignObject><object {HTML} data="a.swf"/></foreignObject>',
    "words as data": '<image href="data:text/html,x"/>',
    "a drawing as data": '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    "a damaged picture as data": '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    "a script": "<script>1</script>",
    "a script's file": '<script xlink:href="x.js"/>',
    "an event": '<rect onload="x()"/>',
    "a link that runs": '<a href="java&#10;script:x()"><rect/></a>',
}


def test_nothing_reaches_beyond_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bild.svg"
    wrong: dict[str, object] = {}
    for name, body in REFERENCES.items():
        file.write_bytes(svg(body) + b"\n" * len(wrong))
        try:
            wrong[name] = inspect(file)
        except Unusable as problem:
            if problem.code != "unsafe-svg":
                wrong[name] = problem.args
        file.unlink()
    assert wrong == {}


@pytest.mark.parametrize(
    "head",
    [
        '<?xml-stylesheet href="x.css"?>',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.com/a.dtd"> %a;]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>',
    ],
)
def test_nothing_is_defined_or_brought_before_the_drawing(head: str, tmp_path: Path) -> None:
    (tmp_path / "bild.svg").write_bytes(head.encode() + svg("<text>A</text>"))
    with pytest.raises(Unusable) as caught:
        inspect(tmp_path / "bild.svg")
    assert caught.value.code == "unsafe-svg"


KEPT = {
    "a drawing": svg(),
    "a public DTD": DOCTYPE + svg(),
    "a link": svg('<a href="https://example.com"><rect width="9" height="9"/></a>'),
    "an address in a comment": svg("<!-- https://example.com --><rect/>"),
    "an address in words": svg('<text y="9">https://example.com</text>'),
    "a name space of its own": svg(
        "<style>@namespace svg url(http://www.w3.org/2000/svg); .a{fill:red}</style>"
    ),
    "a gradient": svg('<linearGradient id="g"/><rect fill="url(#g)" width="9" height="9"/>'),
    "a PNG inside": svg(f'<image href="{data("PNG")}" width="9" height="9"/>'),
    "a JPEG inside": svg(f'<image xlink:href="{data("JPEG")}" width="9" height="9"/>'),
    "metadata": svg('<metadata><a href="https://example.com"/></metadata><rect/>'),
    "an animation": svg('<rect><set attributeName="href" to="https://example.com"/></rect>'),
    "UTF-16": svg("<text>Ü</text>").decode().encode("utf-16"),
    "packed": gzip.compress(svg()),
    "another prefix": b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>',
    "deep groups": svg("<g>" * 90 + "<rect/>" + "</g>" * 90),
}


def test_what_draws_is_kept_and_the_rest_left_out(tmp_path: Path) -> None:
    wrong = {}
    for name, plain in KEPT.items():
        file = tmp_path / f"{name}.svg"
        file.write_bytes(plain)
        ready = prepared(file)
        assert ready.svg and inspect(file).size == (40, 30), name
        beyond = ready.svg.replace(b"http://www.w3.org/", b"")
        if (b"http" in beyond and name != "an address in words") or b"Kamera" in beyond:
            wrong[name] = ready.svg
    assert wrong == {}


def test_a_drawing_is_written_as_it_was(tmp_path: Path) -> None:
    body = (
        (
            '<style>.a{fill:red}</style><text x="1" y="9">A &amp; <tspan>B</tspan> C</text>'
            '<g id="x" transform="translate(1 2)"><path d="M0 0h9v9z"/></g><use href="#x"/>'
        )
        .replace(">", ">")
        .replace(' > b{fill:"x"}', "{fill:red}")
    )
    plain = svg(body).replace(b' xmlns:xlink="http://www.w3.org/1999/xlink"', b"")
    (tmp_path / "bild.svg").write_bytes(plain)
    assert prepared(tmp_path / "bild.svg").svg == plain


LIMITED = {
    "deep groups": svg("<g>" * 500 + "</g>" * 500),
    "deeper groups": svg("<g>" * 20_000 + "</g>" * 20_000),
    "deep foreign elements": svg("<x:g xmlns:x='y'>" * 500 + "</x:g>" * 500),
    "a chain of uses": svg(chain(200, 1)),
    "uses that multiply": svg(chain(10, 10)),
    "masks that multiply": svg(
        "".join(
            f'<mask id="m{n}">' + f'<rect mask="url(#m{n + 1})"/>' * 10 + "</mask>"
            for n in range(9)
        )
        + '<rect mask="url(#m0)"/>'
    ),
    "a circle": svg('<g id="a"><use xlink:href="#a"/></g>'),
    "many elements": svg("<rect/>" * 50_000),
    "many bytes": svg(f"<!--{'x' * 11_000_000}-->"),
    "many bytes, packed": gzip.compress(svg(f"<!--{'x' * 50_000_000}-->")),
    "no end of width": svg(head='width="1e300" height="1e300"'),
    "an endless viewBox": svg(head='viewBox="0 0 1e999 5"'),
    "no size": svg(head='width="100%"'),
    "no name space": b'<svg viewBox="0 0 4 4"><rect/></svg>',
    "quotes without end": b"<svg" + b" a=' \"" * 200_000,
    "a number without end": svg(head=f'width="{"1" * 1_000_000}x" height="3"'),
    "half a file": svg()[:-9],
    "half a packed file": gzip.compress(svg())[:40],
    "Latin letters": svg("<text>Ü</text>").decode().encode("latin-1"),
    "a slow filter": svg(
        '<filter id="f"><feMorphology operator="dilate" radius="900"/></filter>'
        '<g filter="url(#f)"><rect width="40" height="30"/></g>'
    ),
}


def test_what_would_never_end_is_refused_in_time(tmp_path: Path) -> None:
    wrong = {}
    for name, plain in LIMITED.items():
        file = tmp_path / f"{name}.svg"
        file.write_bytes(plain)
        start = time.process_time()
        try:
            wrong[name] = str(inspect(file))
        except Unusable:
            if time.process_time() - start > 2:
                wrong[name] = "it took more than 2 seconds"
    assert wrong == {}


def test_hostile_style_takes_no_longer_than_other_style() -> None:
    for css in ("font:", "font:1/", "url(", "/*", "filter:", "fill:url", "\\66", "@import"):
        start = time.process_time()
        references(css * 200_000)
        families_in(css * 200_000)
        weighty(css * 200_000)
        assert time.process_time() - start < 2, css


def test_the_deepest_drawing_needs_no_stack_of_the_process(tmp_path: Path) -> None:
    """Windows gives a process a stack of 1 megabyte, on which 100 groups would end it."""
    (tmp_path / "tief.svg").write_bytes(svg("<g>" * 95 + "<rect/>" + "</g>" * 95))
    code = (
        "import threading, pathlib, sys; from smdeck.pictures.files import inspect\n"
        "threading.stack_size(2**19); path = pathlib.Path(sys.argv[1])\n"
        "thread = threading.Thread(target=lambda: print(inspect(path).size))\n"
        "thread.start(); thread.join()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "tief.svg")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "(40.0, 30.0)\n")


def test_what_takes_long_is_drawn_apart_and_looks_the_same(tmp_path: Path) -> None:
    heavy = '<g opacity=".5"><rect x="{}" width="3" height="3" fill="red"/></g>'
    (tmp_path / "viel.svg").write_bytes(svg("".join(heavy.format(n) for n in range(0, 40, 4))))
    image = shown_image(tmp_path / "viel.svg")
    assert image.size == (1600, 1200)
    assert image.getpixel((60, 60)) == pytest.approx((255, 0, 0, 128), abs=2)


def test_a_drawing_in_millimetres_is_drawn(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="30mm">{}</svg>'
    (tmp_path / "mm.svg").write_text(drawing.format('<rect width="20mm" height="30mm"/>'), "utf-8")
    image = shown_image(tmp_path / "mm.svg")
    assert image.getpixel((image.width // 4, 9)) == (0, 0, 0, 255)
    assert image.getpixel((3 * image.width // 4, 9)) == (0, 0, 0, 0)


FONTS = {
    '<text y="9">A</text>': (),
    '<text y="9" font-family="sans-serif">A</text>': (),
    '<text y="9" font-family="Haus, Arial, sans-serif">A</text>': (("Haus", "Arial"),),
    '<text y="9" style="font-family:\'Haus Schrift\'">A</text>': (("Haus Schrift",),),
    '<text y="9" style="font:bold 12px/1.2 Haus, serif">A</text>': (("Haus",),),
    '<style>.a{font-family:"Haus"}</style><text class="a" y="9">A</text>': (("Haus",),),
    '<g font-family="Haus"><text y="9">A<tspan font-family="Hof">B</tspan></text></g>': (
        ("Haus",),
        ("Hof",),
    ),
    '<g font-family="Haus"><rect/></g>': (),
}


def test_the_fonts_that_words_ask_for_are_known(tmp_path: Path) -> None:
    wrong = {}
    for number, (body, fonts) in enumerate(FONTS.items()):
        (tmp_path / f"{number}.svg").write_bytes(svg(body))
        found = inspect(tmp_path / f"{number}.svg").fonts
        if found != fonts:
            wrong[body] = found
    assert wrong == {}


LABEL = f"<foreignObject><p {HTML}>Hallo <b>Welt</b></p></foreignObject>"


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (LABEL, "Hallo Welt"),
        (f'<switch>{LABEL}<text y="9">Hallo Welt</text></switch>', ""),
        (f'<switch>{LABEL}<text y="9">Hallo W…</text></switch>', "Hallo Welt"),
        (f'<switch>{LABEL}<image href="{data("PNG")}"/></switch>', ""),
        ("<foreignObject/>", ""),
        ("<title>Hallo</title><foreignObject><style>a{}</style></foreignObject>", ""),
    ],
)
def test_words_that_are_html_are_known_to_be_lost(body: str, lost: str, tmp_path: Path) -> None:
    (tmp_path / "plan.svg").write_bytes(svg(body))
    assert inspect(tmp_path / "plan.svg").lost_words == lost
