"""Whole talks: what their authors wrote arrives in the file, and the file is sound."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt
from package_checks import Package, problems, texts
from pptx.enum.shapes import PP_PLACEHOLDER
from rendering import DECKS, EVERY_KEY, NAMES, REAL, Talk, as_shown, as_written
from shared_talks import SharedTalks, in_batches

import smdeck
from smdeck.figures.conventions import conventions
from smdeck.layouts import layout_names, load_layout
from smdeck.strings import strings_for

pytestmark = pytest.mark.slow

Content = dict[str, Any]

NOT_CONTENT = {
    *("layout", "id", "tone", "transition", "reveal", "hidden", "only", "allow"),  # any slide
    *("type", "side", "ratio", "align", "arrow"),  # layouts
    *("featured", "tie", "done", "trend", "lane", "start", "end"),  # items
    *("now", "language", "fit", "at", "map"),  # layouts
    *(
        "file",
        "decorative",
        "focus",
        "mute",
    ),  # pictures, films; that each is there has a test of its own
    "math",  # a formula is no text: tests/layouts/test_equation.py
    "highlight",  # names what stands in the chart anyway, or numbers a row
}
"""The keys whose values say how a slide looks and not what it says."""

INSIDE = {"quote", "by", "role", "source", "credit", "unit", "result"}
"""The keys whose texts stand among others: in quotation marks, or joined by a dot."""

BLOCKS = {"text", "lead", "takeaway"}
LINKS = {"link", "url"}

MARKDOWN = MarkdownIt("commonmark")
GERMAN_LAYOUTS = {load_layout(name).names["de"] for name in layout_names()}


@pytest.fixture(scope="session", params=in_batches(NAMES))
def talk(request: pytest.FixtureRequest, talks: SharedTalks) -> Talk:
    """Every deck of the repository, the galleries, and the deck with every key."""
    return talks.talk(request.param)


# --- What python-pptx reads ---------------------------------------------------------------------


@dataclass
class Seen:
    """What a slide says, as python-pptx reopens it."""

    title: str = ""
    shown: list[str] = field(default_factory=list)
    """The paragraphs of shapes and cells."""
    names: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    pictures: int = 0
    charts: list[Any] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    """Addresses, and the names of slide parts."""
    notes: list[str] = field(default_factory=list)
    footer: str | None = None


@lru_cache(maxsize=1)
def seen(talk: Talk) -> list[Seen]:
    """Return every slide as python-pptx reopens it; nobody changes what was seen."""
    return [_seen(slide) for slide in talk.presentation().slides]


def _seen(slide: Any) -> Seen:
    result = Seen(title=slide.shapes.title.text_frame.text if slide.shapes.title else "")
    for shape in _leaves(slide.shapes):
        _see(shape, result)
    for link in slide.part.rels.values():
        if link.reltype.endswith("/hyperlink"):
            result.links.add(link.target_ref)
        elif link.reltype.endswith("/slide"):
            result.links.add(posixpath.basename(str(link.target_part.partname)))
    if slide.has_notes_slide:
        result.notes = _paragraphs(slide.notes_slide.notes_text_frame)
    return result


def _leaves(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from _leaves(shape.shapes)


def _see(shape: Any, result: Seen) -> None:
    result.names.append(shape.name)
    if alt := shape._element.xpath("./*[1]/p:cNvPr/@descr"):
        result.alts.append(alt[0])
    result.pictures += shape._element.tag.endswith("}pic")
    if getattr(shape, "has_chart", False):
        result.charts.append(shape.chart)
    elif getattr(shape, "has_table", False):
        cells = [[cell.text_frame for cell in row.cells] for row in shape.table.rows]
        result.tables.append([[cell.text for cell in row] for row in cells])
        result.shown += [text for row in cells for cell in row for text in _paragraphs(cell)]
    elif getattr(shape, "has_text_frame", False):
        result.shown += _paragraphs(shape.text_frame)
        if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            result.footer = shape.text_frame.text


def _paragraphs(frame: Any) -> list[str]:
    return [folded(paragraph.text) for paragraph in frame.paragraphs if paragraph.text.strip()]


TYPED = str.maketrans({**dict.fromkeys("„“”", '"'), **dict.fromkeys("‚‘’", "'"), "…": "..."})


def folded(text: str) -> str:
    """Return a text as plain typing has it, with one plain space for all that is space.

    What typography makes of a text, and where the text is on a slide or in the notes, is thus
    compared with what its author typed; that typography is right is tested in tests/model.
    """
    whole = re.sub(r"(?<=[^\W\d_])[|\u00ad](?=[^\W\d_])", "", text)  # hints where words may break
    return " ".join(whole.translate(TYPED).split()).replace(" – ", " - ")


# --- What the author wrote ----------------------------------------------------------------------


@dataclass
class Wanted:
    """What a slide has to say, as its YAML source has it."""

    paragraphs: list[str] = field(default_factory=list)
    """Each is a paragraph of its own on the slide."""
    inside: list[str] = field(default_factory=list)
    """Each stands somewhere in a paragraph."""
    alts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    icons: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    series: list[tuple[str, list[str], list[Any]]] = field(default_factory=list)
    """Name, categories and values of each series of the slide's charts."""


def wanted(slide: Content) -> Wanted:
    """Return what a slide of the YAML source has to say, but for its notes."""
    result = Wanted()
    of_slide = {key: value for key, value in slide.items() if key not in ("notes", "minutes")}
    _want(of_slide, result)
    return result


def _want(content: Content, result: Wanted) -> None:
    for key, value in content.items():
        if key in NOT_CONTENT:
            continue
        if key == "data":
            _want_chart(value, result)
        elif key == "values":  # of the regions of a map: on them, in the legend or beside it
            result.inside += value.values()
        elif isinstance(value, list):  # items, rows, columns, quadrants, periods, strengths …
            _want_list(value, key, result)
        elif isinstance(value, dict):
            _want(value, result)
        elif key in ("x", "y") and _is_number(value):
            continue  # where an item of a matrix stands
        elif key == "mermaid":  # the words of nodes and of arrows stand in brackets and bars
            result.paragraphs += re.findall(r"[\[({|]+([^\[\](){}|]+)[\])}|]+", value)
        elif key == "code":
            result.paragraphs += [folded(line) for line in value.splitlines() if line.strip()]
        elif key == "minutes":
            result.paragraphs.append(f"{float(value):g} min")
        else:
            _want_text(key, value, result)


def _is_number(text: str) -> bool:
    """Return whether a value of the source is a number."""
    return bool(re.fullmatch(r"[\d.]+", text))


def _want_list(values: list[Any], key: str, result: Wanted) -> None:
    for value in values:
        if isinstance(value, list):
            _want_list(value, key, result)
        elif isinstance(value, str):
            _want_text("title", value, result)
        elif len(value) == 1 and isinstance(next(iter(value.values())), list):
            ((title, items),) = value.items()  # the short form `- Title: [item, item]`
            _want_text("title", title, result)
            _want_list(items, key, result)
        else:
            _want(value, result)


def _want_text(key: str, value: str, result: Wanted) -> None:
    match key:
        case "alt":
            result.alts.append(value)
        case "icon":
            result.icons.append(value)
        case "unit":
            result.units.append(value)
        case "link":
            result.links.append(value)
        case "url":
            result.links.append(value)
            result.paragraphs.append(value.removeprefix("https://").rstrip("/"))
        case _:
            paragraphs, links = plain(value, block=key in BLOCKS)
            (result.inside if key in INSIDE else result.paragraphs).extend(paragraphs)
            result.links += links


def _want_chart(data: Content, result: Wanted) -> None:
    for name, values in data["series"].items():
        result.series.append((name, data.get("categories", []), values))


def plain(text: str, *, block: bool) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a Markdown text without their markup, and its links."""
    tokens = MARKDOWN.parse(text) if block else MARKDOWN.parseInline(text.strip())
    paragraphs, links = [], []
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            words = [" " if child.type.endswith("break") else child.content for child in children]
            paragraphs.append(folded("".join(words)))
            links += [str(child.attrs["href"]) for child in children if "href" in child.attrs]
    return paragraphs, links


# --- The file -----------------------------------------------------------------------------------


def test_the_file_has_no_problems(talk: Talk) -> None:
    """Neither our own checks nor openxml-audit by the rules of Microsoft 365 find anything.

    The audit is slow: it reads every layout in clicks, in the tones in turn, and every key. The
    SDK itself has all decks, in test_open_xml_sdk.py.
    """
    audited = ("gallery-reveal", EVERY_KEY)
    found = problems(talk.path, audit=talk.name in audited)
    assert not found, "\n".join(found)


def test_building_it_finds_nothing(talk: Talk) -> None:
    assert talk.built.findings == []


def test_every_yaml_parser_reads_it(talk: Talk) -> None:
    """PyYAML's own parser is stricter than libyaml, which is not there on every computer."""
    if "@" in talk.name:
        return  # the same text under another theme
    parser = yaml.SafeLoader
    read = as_shown(talk.source, lambda text: as_written(yaml.compose(text, parser)))
    assert read == talk.yaml


def test_every_slide_has_a_title_and_no_empty_placeholder(talk: Talk) -> None:
    for number, slide in enumerate(talk.presentation().slides, 1):
        title = slide.shapes.title
        assert title is not None, f"slide {number} has no title"
        assert title.text_frame.text.strip(), f"the title of slide {number} is empty"
        for shape in slide.placeholders:
            if shape.has_text_frame:
                assert shape.text_frame.text.strip(), f"slide {number}: {shape.name} is empty"


def test_nobody_but_the_speaker_is_named_in_the_properties(talk: Talk) -> None:
    properties = talk.presentation().core_properties
    speaker = plain(talk.yaml["speaker"]["name"], block=False)[0][0]
    assert folded(properties.title) == plain(talk.yaml["title"], block=False)[0][0]
    assert folded(properties.subject) == plain(talk.yaml["subtitle"], block=False)[0][0]
    assert folded(properties.author) == folded(properties.last_modified_by) == speaker
    for name, content in Package.read(talk.path).data.items():
        if name.startswith("docProps/"):
            for library in (b"python-pptx", b"openpyxl", b"XlsxWriter", b"Canny"):
                assert library not in content, f"{name} names {library.decode()}"


def test_layouts_have_german_names_and_each_its_own(talk: Talk) -> None:
    names = [layout.name for layout in talk.presentation().slide_layouts]
    assert len(names) == len(set(names))
    assert {name for name in names if not name.startswith(tuple(GERMAN_LAYOUTS))} == set()
    assert set(names) >= GERMAN_LAYOUTS


# --- What the author wrote arrives --------------------------------------------------------------


def test_every_text_arrives_on_its_slide(talk: Talk) -> None:
    """Each text of the source is a paragraph of its own; none is dropped, none is cut."""
    missing = []
    for number, slide, source in _slides(talk):
        want, left = wanted(source), list(slide.shown)
        for text in want.paragraphs:
            if text in left:
                left.remove(text)
            else:
                missing.append(f"slide {number} ({source['layout']}): {text}")
        for text in want.inside:
            if not any(text in paragraph for paragraph in slide.shown):
                missing.append(f"slide {number} ({source['layout']}): {text}")
    assert not missing, "\n".join(missing)


def test_nothing_else_stands_on_the_slides(talk: Talk) -> None:
    """Beyond the author's texts there are those that smdeck is known to write, and no others."""
    more = []
    for number, slide, source in _slides(talk):
        left, want = list(slide.shown), wanted(source)
        for text in [*want.paragraphs, *_generated(talk, number, source)]:
            if text in left:
                left.remove(text)
        inside = [text for text in left if not any(part in text for part in want.inside)]
        more += [f"slide {number} ({source['layout']}): {text}" for text in inside]
    assert not more, "\n".join(more)


def test_every_title_is_in_the_title_placeholder(talk: Talk) -> None:
    for number, slide, source in _slides(talk):
        if "title" in source:
            expected = plain(source["title"], block=False)[0][0]
            assert folded(slide.title) == expected, f"slide {number}"


def test_quotes_say_whose_words_they_are(talk: Talk) -> None:
    """Without a title that is the title; with one it is the paragraph after the words."""
    for number, slide, source in _slides(talk):
        names = [plain(source[key], block=False)[0][0] for key in ("by", "role") if key in source]
        if source["layout"] != "quote" or not names:
            continue
        credit, words = " · ".join(names), plain(source["quote"], block=False)[0][0]
        if "title" not in source:
            assert folded(slide.title) == credit, f"slide {number}"
        else:
            assert words in slide.shown[slide.shown.index(credit) - 1], f"slide {number}"


def test_every_picture_icon_and_alternative_text_arrives(talk: Talk) -> None:
    missing = []
    for number, slide, source in _slides(talk):
        want = wanted(source)
        pictures = sum(key == "file" for key, _ in _walk(source))
        if source["layout"] == "video" and "poster" in source:
            pictures -= 1  # the film is shown by its poster
        if slide.pictures != pictures:
            missing.append(f"slide {number}: {slide.pictures} of {pictures} pictures")
        for text in want.alts:
            if text not in slide.alts:
                missing.append(f"slide {number}: the alternative text {text}")
        for icon in want.icons:
            if not any(name.endswith(f" {icon}") for name in slide.names):
                missing.append(f"slide {number} ({source['layout']}): the icon {icon}")
    assert not missing, "\n".join(missing)


def test_every_link_arrives(talk: Talk) -> None:
    parts = {
        source["id"]: f"slide{number}.xml" for number, _, source in _slides(talk) if "id" in source
    }
    missing = []
    for number, slide, source in _slides(talk):
        for link in wanted(source).links:
            target = parts[link[1:]] if link.startswith("#") else link
            if target not in slide.links:
                missing.append(f"slide {number} ({source['layout']}): {link}")
    assert not missing, "\n".join(missing)


def test_the_figures_of_charts_arrive(talk: Talk) -> None:
    for number, slide, source in _slides(talk):
        want = wanted(source)
        plots = [plot for chart in slide.charts for plot in chart.plots]
        series = [one for plot in plots for one in plot.series]
        if len(want.series) > 1 and source.get("type", "").startswith("stacked"):
            series = _without_sums(series)
        assert [one.name for one in series] == [name for name, _, _ in want.series]
        for one, (name, categories, values) in zip(series, want.series, strict=True):
            where = f"slide {number}, {name}"
            if categories:
                plot = slide.charts[0].plots[0]
                assert len(plots) == 1 + (len(series) < len([s for p in plots for s in p.series]))
                assert [str(label) for label in plot.categories] == categories, where
                assert list(one.values) == [float(value) for value in values], where
            else:
                assert _points(one) == [[float(x), float(y)] for x, y in values], where
        for unit in want.units:
            assert any(unit.strip() in chart.part.blob.decode() for chart in slide.charts)


def _without_sums(series: list[Any]) -> list[Any]:
    """Return the series of stacks without that of their sums on top, which has to be right."""
    *stacked, sums = series
    assert sums.name == strings_for("de").total
    assert list(sums.values) == [
        sum(column) for column in zip(*(one.values for one in stacked), strict=True)
    ]
    return stacked


def _points(series: Any) -> list[list[float]]:
    x, y = (series._element.xpath(f"./c:{name}//c:pt/c:v/text()") for name in ("xVal", "yVal"))
    return [[float(across), float(up)] for across, up in zip(x, y, strict=True)]


def test_tables_are_native_and_complete(talk: Talk) -> None:
    for number, slide, source in _slides(talk):
        below = [value for _, value in _walk(source) if isinstance(value, dict)]
        tables = [one for one in (source, *below) if isinstance(one.get("rows"), list)]
        seen = slide.tables
        if source.get("reveal") == "true" and source["layout"] == "table":  # row by row
            seen = [[row for table in seen for row in table]]
        assert len(seen) == len(tables), f"slide {number}"
        for cells, table in zip(seen, tables, strict=True):
            rows = [table["columns"], *table["rows"]]
            assert cells == [[plain(cell, block=False)[0][0] for cell in row] for row in rows]


def test_the_notes_are_the_same_words(talk: Talk) -> None:
    for number, slide, source in _slides(talk):
        expected = plain(source["notes"], block=True)[0] if "notes" in source else []
        assert slide.notes == expected, f"slide {number}"


def test_speaker_event_and_footer_show_where_they_belong(talk: Talk) -> None:
    deck, spoken = talk.yaml, {key: _flat(talk, "speaker", key) for key in ("name", "role")}
    date = _when(deck["event"]["date"]) if "event" in deck else ""
    for number, slide, source in _slides(talk):
        shown = "\n".join(slide.shown)
        if source["layout"] == "title":
            for text in (*spoken.values(), _flat(talk, "event", "name"), date):
                assert text in shown, f"slide {number}: {text}"
            for line in _credits(talk):
                assert line in slide.shown, f"slide {number}: {line}"
            if "title" not in source:
                assert _flat(talk, "title") == folded(slide.title), f"slide {number}"
                assert _flat(talk, "subtitle") in slide.shown, f"slide {number}"
        if source["layout"] in ("questions", "closing") or (
            source["layout"] == "contact" and "items" not in source
        ):
            for text in _contacts(talk):
                assert text in slide.shown, f"slide {number}: {text}"
            assert f"mailto:{deck['speaker']['email']}" in slide.links
            assert deck["speaker"]["url"] in slide.links
        assert slide.footer in (_footer(talk), None, ""), f"slide {number}"
    footed = [slide for _, slide, _ in _slides(talk) if slide.footer]
    assert 4 * len(footed) >= len(list(_slides(talk)))


def test_sections_are_native_and_begin_where_they_should(talk: Talk) -> None:
    namespace = {"p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}
    root = talk.presentation().part._element
    ids = [entry.get("id") for entry in root.findall(".//{*}sldIdLst/{*}sldId") if entry.get("id")]
    found = [
        (section.get("name"), [ids.index(entry.get("id")) for entry in section.iter("{*}sldId")])
        for section in root.iterfind(".//p14:section", namespace)
    ]
    expected: list[tuple[str, list[int]]] = []
    divided = any(source["layout"] == "section" for source in talk.slides)
    for number, source in enumerate(talk.slides if divided else ()):
        if source["layout"] == "section":
            expected.append((plain(source["title"], block=False)[0][0], []))
        elif not expected:
            expected.append((strings_for("de").opening, []))
        expected[-1][1].append(number)
    assert found == expected


def test_agendas_without_items_list_the_sections(talk: Talk) -> None:
    sections = [
        plain(source["title"], block=False)[0][0]
        for source in talk.slides
        if source["layout"] == "section"
    ]
    for number, slide, source in _slides(talk):
        if source["layout"] == "agenda" and "items" not in source:
            listed = [text for text in slide.shown if text in sections]
            assert listed == sections, f"slide {number}"
            assert len(slide.links) == len(sections), f"slide {number}"


def test_hidden_slides_are_hidden_and_no_others(talk: Talk) -> None:
    for number, slide in enumerate(talk.presentation().slides, 1):
        hidden = talk.slides[number - 1].get("hidden") == "true"
        assert (slide._element.get("show") == "0") == hidden, f"slide {number}"


def test_slides_that_reveal_have_clicks_and_no_others_do(talk: Talk) -> None:
    for number, slide in enumerate(talk.presentation().slides, 1):
        source = talk.slides[number - 1]
        reveals = source.get("reveal", "false") != "false"
        assert bool(_clicks(slide)) == reveals, f"slide {number} ({source['layout']})"


def _clicks(slide: Any) -> list[Any]:
    """Return the clicks of the slide itself: a film has a sequence of its own, to be started."""
    main = "./p:timing//p:cTn[@nodeType='mainSeq']//p:cTn[@nodeType='clickEffect']"
    return list(slide._element.xpath(main))


def test_the_numbers_of_rows_that_come_one_by_one_stand_on_the_slide(talk: Talk) -> None:
    """Else they would be there before their rows; the slide layout has them otherwise."""
    for number, slide, source in _slides(talk):
        if source["layout"] in ("agenda", "takeaways"):
            left = list(slide.shown)
            left.remove(str(number))
            total = _total(talk, source) if source["layout"] == "agenda" else []
            numbers = [text for text in left if text.isdigit() and text not in total]
            assert sorted(numbers) == _numbers(talk, source), f"slide {number}"


def test_it_reopens_with_what_was_written(talk: Talk) -> None:
    """Another reader finds as many slides, with the same paragraphs, as the file's own XML has."""
    slides = seen(talk)
    assert len(slides) == talk.built.slides == len(talk.slides)
    read = {text for slide in slides for text in [*slide.shown, *slide.notes]}
    read |= {str(number) for number, slide in enumerate(slides, 1) if slide.notes}
    for slide in slides:
        for chart in slide.charts:
            read |= {folded(text) for text in chart._chartSpace.xpath(".//c:v/text()")}
    assert {folded(text) for text in texts(talk.path)} == read


def test_the_minutes_add_up(talk: Talk) -> None:
    visible = [slide for slide in talk.slides if slide.get("hidden") != "true"]
    total = sum(float(slide.get("minutes", 0)) for slide in visible)
    own = {"poll": 1.0, "video": 0.1}  # to vote, and as long as the film
    total += sum(own.get(slide["layout"], 0) for slide in visible if "minutes" not in slide)
    assert talk.built.minutes == pytest.approx(total)
    if talk.name.partition("@")[0] in REAL:
        asked = float(talk.yaml.get("minutes", 0))  # a handout has none
        assert total == asked, "the slides take as long as the talk may"


# --- What smdeck writes by itself ---------------------------------------------------------------


def _slides(talk: Talk) -> Iterator[tuple[int, Seen, Content]]:
    for number, (slide, source) in enumerate(zip(seen(talk), talk.slides, strict=True), 1):
        yield number, slide, {"layout": "bullets", **source}


def _walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key of a YAML tree with its value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def _flat(talk: Talk, *keys: str) -> str:
    """Return a text of the deck's head without its markup, empty where there is none."""
    value: Any = talk.yaml
    for key in keys:
        value = value.get(key, {})
    return plain(value, block=False)[0][0] if value else ""


def _contacts(talk: Talk) -> list[str]:
    speaker = talk.yaml["speaker"]
    url = speaker["url"].removeprefix("https://").rstrip("/")
    return [text for text in (speaker["email"], speaker.get("phone"), url) if text]


def _footer(talk: Talk) -> str:
    if "footer" in talk.yaml:
        return _flat(talk, "footer")
    event = ", ".join(filter(None, (_flat(talk, "event", "name"), _flat(talk, "event", "place"))))
    return " · ".join(filter(None, (_flat(talk, "title"), event)))


def _generated(talk: Talk, number: int, source: Content) -> list[str]:
    """Return the paragraphs that smdeck writes on a slide by itself."""
    words, layout = strings_for("de"), source["layout"]
    texts = [_footer(talk), str(number)]
    match layout:
        case "title":
            texts += [_flat(talk, "title"), _flat(talk, "subtitle"), *_credits(talk)]
        case "section":
            before = [one for one in talk.slides[:number] if one["layout"] == "section"]
            texts.append(str(len(before)))
        case "agenda":
            texts += [words.agenda, *_parts(talk), *_numbers(talk, source)]
            texts += [*_total(talk, source), *words.whole_minutes, "min"]
        case "takeaways":
            texts += [words.takeaways, *_numbers(talk, source)]
        case "questions":
            texts += [words.questions, *_contacts(talk)]
        case "closing":
            texts += [words.closing, *_contacts(talk)]
        case "contact":
            texts += _contacts(talk)
        case "process":
            texts += _numbers(talk, source) or [str(n + 1) for n in range(len(source["items"]))]
        case "break":
            minutes = f"{words.pause}: {source['minutes']} {words.whole_minutes[1]}"
            texts += [words.pause_until, minutes]
        case "two-columns" | "three-columns" | "free":  # below their codes
            links = [value for key, value in _walk(source) if key == "link"]
            texts += [link.removeprefix("https://").rstrip("/") for link in links]
        case "checklist":
            done = sum(item.get("done") == "true" for item in source["items"] if item != str(item))
            texts += [str(done), words.labels["of"].format(count=len(source["items"]))]
        case "code":
            texts += [str(n + 1) for n in range(len(source["code"].splitlines()))]
        case "exercise":
            texts += [words.exercise, source["minutes"], words.whole_minutes[1]]
        case "chart" if source.get("type") == "doughnut":
            texts += _ring(source)
        case "chart" if source.get("type") in ("area", "stacked-column", "stacked-bar", "line"):
            texts += source["data"]["series"]  # named beside their last values
        case "poll":
            letters = "ABCDEFGH"[: len(source["items"])]
            texts += [words.vote, *letters * (source.get("reveal") == "true")]
        case "pyramid":
            texts += _numbers(talk, source)
        case "roadmap":
            texts += [words.today, *{item["lane"]: 0 for item in source["items"]}]
        case "sources":
            texts.append(words.sources)
        case "video":
            texts.append("► 0:04")  # the film of the example lasts four seconds
        case "swot" | "pros-cons" | "definition":
            texts += [words.labels[key] for key in source if key in words.labels]
        case "network" if "text" not in source:
            texts += [words.strong_tie, words.weak_tie]
    return texts


def _ring(source: Content) -> list[str]:
    """Return the words at the parts of a ring, and the largest part in its middle."""
    ((_, values),) = source["data"]["series"].items()
    shown = [f"{value} {source.get('unit', '').strip()}".strip() for value in values]
    parts = zip(shown, source["data"]["categories"], strict=True)
    return [max(shown), *(f"{value} {category}" for value, category in parts)]


def _credits(talk: Talk) -> list[str]:
    """Return the lines of the title slide: one names the speaker, one the event and its date."""
    event = talk.yaml.get("event", {})
    where = ", ".join(filter(None, (_flat(talk, "event", "name"), _flat(talk, "event", "place"))))
    date = _when(event["date"]) if "date" in event else ""
    speaker = (_flat(talk, "speaker", "name"), _flat(talk, "speaker", "role"))
    lines = (" · ".join(filter(None, line)) for line in (speaker, (where, date)))
    return [line for line in lines if line]


def _when(date: str) -> str:
    """Return a date of a deck in German words."""
    when = datetime.date.fromisoformat(date)
    return f"{when.day}. {conventions('de').months[when.month - 1]} {when.year}"


def _total(talk: Talk, source: Content) -> list[str]:
    """Return the minutes of all parts of an agenda, which a theme may show as a number."""
    rows = source.get("items")
    if rows:
        minutes = [float(row["minutes"]) for row in rows if "minutes" in row]
    else:
        first = next(n for n, one in enumerate(talk.slides) if one.get("layout") == "section")
        of_parts = [one for one in talk.slides[first:] if one.get("hidden") != "true"]
        minutes = [float(one["minutes"]) for one in of_parts if "minutes" in one]
    return [f"{sum(minutes):g}"] if minutes else []


def _numbers(talk: Talk, source: Content) -> list[str]:
    """Return the numbers of the rows of an agenda or of takeaways that come one by one."""
    if source.get("reveal") != "true":
        return []
    sections = [one for one in talk.slides if one.get("layout") == "section"]
    rows = source.get("items") or sections
    return [str(number) for number in range(1, len(rows) + 1)]


def _parts(talk: Talk) -> list[str]:
    """Return what an agenda says of the sections: their titles and minutes."""
    parts: list[tuple[str, float]] = []
    for source in talk.slides:
        if source["layout"] == "section":
            parts.append((plain(source["title"], block=False)[0][0], 0))
        if parts and source.get("hidden") != "true":
            parts[-1] = (parts[-1][0], parts[-1][1] + float(source.get("minutes", 0)))
    return [text for title, minutes in parts for text in (title, f"{minutes:g} min")]


# --- The decks beside one another ---------------------------------------------------------------


def test_no_text_of_a_slide_is_written_twice() -> None:
    """What two talks show is written in one of them, and used by the other."""
    seen: dict[str, str] = {}
    for name in REAL:
        deck = as_written(
            yaml.compose((DECKS / f"{name}.yaml").read_text("utf-8"), yaml.SafeLoader)
        )
        for slide in deck["slides"]:
            for words in texts_of({**slide, "source": "", "by": ""}):
                for sentence in re.split(r"(?<=[.!?:]) ", " ".join(words.replace("*", "").split())):
                    if len(sentence.split()) > 3 and sentence not in GREETINGS:
                        assert seen.setdefault(sentence, name) == name, f"{sentence} in {name}"


GREETINGS = {"Guten Tag und herzlich willkommen."}
"""What talks may have in common."""


def texts_of(value: Any) -> Iterator[str]:
    """Return the texts of a slide, its notes paragraph by paragraph."""
    match value:
        case dict():
            for inner in value.values():
                yield from texts_of(inner)
        case list():
            for inner in value:
                yield from texts_of(inner)
        case str():
            yield from value.strip().split("\n\n")


@pytest.mark.parametrize("lang", [None, "en"])
@pytest.mark.parametrize(("variant", "minutes"), [(None, 45), ("kurz", 20), ("lang", 60)])
def test_every_version_of_the_talk_is_as_long_as_its_slot(
    variant: str | None, minutes: float, lang: str | None, tmp_path: Path
) -> None:
    deck, target = DECKS / "vortrag.yaml", tmp_path / "talk.pptx"
    built = smdeck.build(deck, target, variant=variant, lang=lang)
    assert (built.minutes, built.findings) == (minutes, [])


def test_nothing_of_the_talk_is_left_to_translate() -> None:
    assert smdeck.check(DECKS / "vortrag.yaml") == []
