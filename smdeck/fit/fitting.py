"""Fitting: every text takes the largest size of its ladder that fits, texts of a group the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from smdeck.findings import Findings, count
from smdeck.fit.line_ends import ended_well
from smdeck.fit.measure import (
    HINT,
    LINE_HEIGHT,
    Measured,
    Typed,
    at_level,
    hyphenated,
    measured,
    typed,
)
from smdeck.fit.raggedness import GROWN, is_lonely, is_ragged, may_be_alone
from smdeck.fit.tables import fit_table
from smdeck.model.text import Paragraph, Run
from smdeck.scene import (
    Box,
    Group,
    PlaceholderSpec,
    SceneNode,
    Shape,
    SlideLayout,
    SlideScene,
    Style,
    Table,
    TextBox,
)
from smdeck.theme import Theme
from smdeck.units import emu, points

Set = tuple[tuple[Paragraph, ...], Measured]
"""The paragraphs of a text as they are set, () if as written, and their lines."""

Kind = tuple[str, str, float]
"""A kind of text: of which layout, its name there, and the largest size that it may have."""

HEADS = ("title", "subtitle", "source")
"""The texts that all parts of a split slide repeat."""

TIDIER = 2
"""How many sizes smaller than fits a text is set where its lines are then tidy."""


def fit(scene: SlideScene, theme: Theme, findings: Findings) -> None:
    """Set the sizes and lines of all texts and tables of a slide.

    A text that does not fit at its smallest size is an error that says by how much.
    """
    for node in scene.nodes:
        if isinstance(node, Table):
            fit_table(node, theme, findings, scene.remedy)
    for boxes in _groups(scene):
        remedy = "" if boxes[0].name in HEADS else scene.remedy
        _fit_group(boxes, theme, findings, remedy=remedy)


def _groups(scene: SlideScene) -> Iterable[list[TextBox]]:
    """Return the texts of a slide, those together that share one size."""
    groups: dict[str, list[TextBox]] = {}
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox) and node.kind in ("text", "menu", "ornament"):
            groups.setdefault(node.group or f"\0{id(node)}", []).append(node)
    return groups.values()


def level_sizes(scenes: Sequence[SlideScene], theme: Theme) -> None:
    """Let texts of one kind have one size all over the deck, unless a slide needs a smaller one.

    The size is the one that most slides take; a text that could be larger is set at it too.
    """
    sizes: dict[Kind, Counter[tuple[float, ...]]] = {}
    groups: list[tuple[Kind, list[TextBox]]] = []
    for scene in scenes:
        for boxes in _groups(scene):
            kind = _kind(scene, boxes[0])
            if kind:
                if kind not in sizes:
                    sizes[kind] = Counter()
                sizes[kind][boxes[0].sizes] += 1
                groups.append((kind, boxes))
    usual = {kind: _commonest(counted) for kind, counted in sizes.items() if len(counted) > 1}
    for kind, boxes in groups:
        if kind in usual and boxes[0].sizes > usual[kind]:
            _fit_group(boxes, theme, Findings(), usual[kind])


def level_parts(scenes: Sequence[SlideScene], theme: Theme) -> None:
    """Let the parts of a split slide have one size for each kind of text: that of the fullest."""
    alike: dict[str, list[list[TextBox]]] = {}
    for scene in scenes:
        for boxes in _groups(scene):
            alike.setdefault(boxes[0].group or boxes[0].name, []).append(boxes)
    for groups in alike.values():
        smallest = min(boxes[0].sizes for boxes in groups)
        for boxes in groups:
            if boxes[0].sizes > smallest:
                _fit_group(boxes, theme, Findings(), smallest)
    tables = [node for scene in scenes for node in scene.nodes if isinstance(node, Table)]
    if tables:
        size = min(table.fitted.size for table in tables)
        for table in tables:
            if table.fitted.size > size:
                fit_table(table, theme, Findings(), largest=size)


def _kind(scene: SlideScene, box: TextBox) -> Kind | None:
    """Return what a text is of its layout, and its largest size.

    Titles are of one kind in all layouts. Few words, which begin larger, are of another one.
    """
    if box.placeholder is None:
        return None
    largest = box.style.sizes[0][0]
    if largest > GROWN:
        return None
    if box.placeholder.kind == "title" and box.style.balanced:
        return "", "title", largest
    return scene.slide_layout.layout, box.group or box.placeholder.name, largest


def fit_footers(
    scenes: Iterable[SlideScene], theme: Theme, findings: Findings, shorter: tuple[str, ...] | None
) -> None:
    """Set the footers, whose places differ by layout; one that is too long is reported once.

    One that no author wrote gives way to the first of the `shorter` ones that fits on a line, or is
    left out.
    """
    known: dict[tuple[int, Box], tuple[Style, TextBox | None]] = {}
    for scene in scenes:
        for at, node in enumerate(scene.nodes):
            if not isinstance(node, TextBox) or node.kind != "footer":
                continue
            key = id(node.style), node.box  # a style is kept with it, so that no other has its id
            if key not in known:
                known[key] = node.style, _footer(node, theme, findings, shorter)
            found = known[key][1]
            scene.nodes[at : at + 1] = [found] if found else []
            break  # a slide has one


def _footer(
    node: TextBox, theme: Theme, findings: Findings, shorter: tuple[str, ...] | None
) -> TextBox | None:
    """Return a footer, set on its line, or None if no one that may stand there fits."""
    problems = Findings()
    # A template's place for it may be lower than a line, which is shown all the same.
    _, top, _, bottom = node.style.insets
    line = emu(LINE_HEIGHT * max(size for size, *_ in node.style.sizes) + top + bottom)
    tried = node._replace(box=node.box._replace(h=max(node.box.h, line)))
    _fit_group([tried], theme, problems, remedy="leave `footer` out")
    if shorter is None:
        if not any(finding.place == node.place for finding in findings.errors):
            findings.extend(problems.errors)
        return node
    if not problems.errors and len(node.fitted.lines[0]) == 1:
        return node
    if not shorter:
        return None
    other = node._replace(paragraphs=(Paragraph((Run(shorter[0]),)),))
    return _footer(other, theme, findings, shorter[1:])


def every_node(nodes: Sequence[SceneNode]) -> Iterable[SceneNode]:
    """Return the nodes, those inside of groups, and the texts of shapes."""
    return nodes if _HOLDING.isdisjoint(map(type, nodes)) else _with_held(nodes)


_HOLDING = frozenset((Group, Shape))
"""What has nodes inside: most slides have none of it."""


def _with_held(nodes: Sequence[SceneNode]) -> Iterator[SceneNode]:
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _with_held(node.children)
        elif isinstance(node, Shape) and node.text:
            yield node.text


def _fit_group(
    boxes: list[TextBox],
    theme: Theme,
    findings: Findings,
    largest: tuple[float, ...] | None = None,
    remedy: str = "split the slide",
) -> None:
    """Set texts at the largest of their sizes that fits all, from `largest` down."""
    texts = [[_typed(paragraph, box, theme) for paragraph in box.paragraphs] for box in boxes]
    rooms = [box.room for box in boxes]
    ladder = boxes[0].style.sizes
    if largest is None:
        largest = min((box.fitted.start for box in boxes if box.fitted.start), default=None)
    if largest in ladder:
        ladder = ladder[ladder.index(largest) :]
    for step, sizes in enumerate(ladder):
        results = []
        for box, of_box, room in zip(boxes, texts, rooms, strict=True):
            column = room[1] if box.style.columns > 1 else None
            result = measured(
                of_box, box.style, sizes=sizes, width=room[0], theme=theme, column_height=column
            )
            if step + 1 < len(ladder) and _excess(box, result, room):
                break
            results.append(result)
        if len(results) == len(boxes):
            break
    if len(boxes) == 1 and _is_simple(texts[0], results[0]):
        shown: list[Set] = [((), results[0])]
        tidy = True
    else:
        shown = _balanced_all(boxes, texts, rooms=rooms, sizes=sizes, results=results, theme=theme)
        tidy = _tidy(boxes, shown)
    for smaller in ladder[step + 1 : step + 1 + TIDIER] if not tidy else ():
        less = [
            measured(of_box, box.style, smaller, room[0], theme)
            for box, of_box, room in zip(boxes, texts, rooms, strict=True)
        ]
        if _is_uneven(less):  # no line end makes up for that, and to find them takes long
            continue
        tidier = _balanced_all(boxes, texts, rooms=rooms, sizes=smaller, results=less, theme=theme)
        if _tidy(boxes, tidier):
            sizes, shown = smaller, tidier
            break
    for box, room, (paragraphs, result) in zip(boxes, rooms, shown, strict=True):
        fitted = box.fitted
        fitted.paragraphs, fitted.sizes = paragraphs, sizes
        fitted.lines, fitted.height, fitted.extents = result.lines, result.height, None
        if _excess(box, result, room):
            _report(box, result, findings, remedy)


def holds_words(box: TextBox, theme: Theme) -> bool:
    """Return whether the words of a text fit its box at the smallest of their sizes."""
    texts = [_typed(paragraph, box, theme) for paragraph in box.paragraphs]
    result = measured(texts, box.style, box.style.sizes[-1], box.room[0], theme)
    return not _excess(box, result, box.room)


def _is_simple(texts: list[Typed], result: Measured) -> bool:
    """Return whether each paragraph stands on a line as it is written: then all is tidy."""
    return all(
        len(lines) == 1 and HINT not in text.text
        for lines, text in zip(result.lines, texts, strict=True)
    )


def _tidy(boxes: list[TextBox], shown: list[Set]) -> bool:
    """Return whether no word of a title stands alone and the heads of a group have as many lines.

    Words in the middle of a tile begin at one height only if all of their lines are as many.
    """
    heads = set()
    for box, (_, result) in zip(boxes, shown, strict=True):
        if box.style.columns > 1:
            return True
        alone = may_be_alone(box.style)
        if box.style.balanced and any(
            (not alone and is_lonely(lines, True)) or is_ragged(lines) for lines in result.lines
        ):
            return False
        if len(result.lines) > 1 and box.style.levels[0].font == "heading":
            middle = box.style.anchor == "middle"
            heads.add(sum(map(len, result.lines)) if middle else len(result.lines[0]))
    return len(heads) < 2 and not _is_uneven([result for _, result in shown])


def _is_uneven(results: Sequence[Measured]) -> bool:
    """Return whether rows of one paragraph each have some of three lines or more, beside others."""
    if len(results) < 2 or any(len(result.lines) != 1 for result in results):
        return False
    counts = {len(result.lines[0]) for result in results}
    return len(counts) > 1 and max(counts) > 2


def _balanced_all(
    boxes: list[TextBox],
    texts: list[list[Typed]],
    rooms: list[tuple[float, float]],
    sizes: tuple[float, ...],
    results: list[Measured],
    theme: Theme,
) -> list[Set]:
    """Return the paragraphs of texts as they are set, where they fit without lonely words."""
    shown = []
    for box, of_box, room, result in zip(boxes, texts, rooms, results, strict=True):
        paragraphs = _hyphenated(of_box, result)
        if box.style.columns == 1 and not _excess(box, result, room):
            paragraphs, result = _balanced(
                box,
                of_box,
                hyphenated=paragraphs,
                result=result,
                sizes=sizes,
                theme=theme,
                width=room[0],
            )
        shown.append((paragraphs, result))
    return shown


def _typed(paragraph: Paragraph, box: TextBox, theme: Theme) -> Typed:
    return typed(paragraph, theme, box.style.level_of(paragraph))


def _hyphenated(texts: list[Typed], result: Measured) -> tuple[Paragraph, ...]:
    """Return the paragraphs with their words broken as they are set; () if none has a hint."""
    if not any(HINT in text.text for text in texts):
        return ()
    return tuple(
        hyphenated(text.paragraph, hints) for text, hints in zip(texts, result.hints, strict=True)
    )


def _balanced(
    box: TextBox,
    texts: list[Typed],
    hyphenated: tuple[Paragraph, ...],
    result: Measured,
    sizes: tuple[float, ...],
    theme: Theme,
    width: float,
) -> Set:
    """End lines where they should and will end, in any program, where that costs no line.

    Words are tied by non-breaking spaces: nothing else in the text changes, and it can still be
    edited as one line.
    """
    several = [n for n, lines in enumerate(result.lines) if len(lines) > 1]
    if not several:
        return hyphenated, result
    if hyphenated:
        texts = [_typed(paragraph, box, theme) for paragraph in hyphenated]
    paragraphs = [text.paragraph for text in texts]
    tied, lines, hints = [*paragraphs], [*result.lines], [*result.hints]
    height = result.height
    for n in several:
        level, size = at_level(box.style, sizes, paragraphs[n].level)
        ended = ended_well(texts[n], lines[n], style=box.style, size=size, theme=theme, width=width)
        if ended:
            spared = len(lines[n]) - len(ended[1].lines)
            height -= spared * LINE_HEIGHT * size * level.spacing
            tied[n], (lines[n], _, hints[n]) = ended
    result = result._replace(lines=tuple(lines), hints=tuple(hints), height=height)
    return (hyphenated if tied == paragraphs else tuple(tied)), result


def _excess(box: TextBox, result: Measured, room: tuple[float, float]) -> bool:
    if result.long_word:
        return True
    if box.style.columns > 1:
        return len(result.column_heights) > box.style.columns
    return result.height > room[1] + 0.5


def _report(box: TextBox, result: Measured, findings: Findings, remedy: str) -> None:
    name = f"the {box.name}" if box.name else "the text"
    if result.long_word:
        having = (one for one in box.paragraphs if result.long_word in one.plain)
        paragraph = next(having, box.paragraphs[0])
        _, size = at_level(box.style, box.sizes, paragraph.level)
        findings.error(
            "long-word",
            f"in {name} the word `{result.long_word}` is wider than its box at {size:g} pt",
            paragraph.place or box.place,
            "use a shorter word, or write `|` where it may break",
        )
        return
    every = [line for lines in result.lines for line in lines]
    have = len(every)
    held = min(_held(box, result), have - 1)
    too_many = have - held
    characters = max(1, sum(map(len, every[held:])))
    takes = "take" if box.name == "items" else "takes"
    findings.error(
        "overflow",
        f"{name} {takes} {count(have, 'line')} at {box.sizes[0]:g} pt, "
        f"the smallest size; its box holds {held}",
        box.place,
        f"cut {count(too_many, 'line')}, about {characters} characters{remedy and ', or '}{remedy}",
    )


def _held(box: TextBox, result: Measured) -> int:
    """Return how many lines of a text its box holds, from the first."""
    _, height = box.room
    column, used, held = 1, 0.0, 0
    for paragraph, lines in zip(box.paragraphs, result.lines, strict=True):
        level, size = at_level(box.style, box.sizes, paragraph.level)
        line = LINE_HEIGHT * size * level.spacing
        for n in range(len(lines)):
            before = level.before if n == 0 and held else 0.0
            if used and used + before + line > height + 0.5:
                column, used, before = column + 1, 0.0, 0.0
            if column > box.style.columns or line > height + 0.5:
                return held
            used, held = used + before + line, held + 1
    return held


def share_sizes(slide_layouts: Iterable[SlideLayout], scenes: Iterable[SlideScene]) -> None:
    """Give each placeholder of a slide layout the size that most of its slides need.

    Those slides then carry no size of their own. A placeholder that no slide fills has the largest
    at which a line is no higher than it is.
    """
    used: dict[tuple[int, str], Counter[tuple[float, ...]]] = {}
    for scene in scenes:
        for node in every_node(scene.nodes):
            if isinstance(node, TextBox) and node.placeholder:
                key = id(scene.slide_layout), node.placeholder.name
                if key not in used:
                    used[key] = Counter()
                used[key][node.sizes] += 1
    for slide_layout in slide_layouts:
        for spec in slide_layout.placeholders:
            if spec.style:
                counted = used.get((id(slide_layout), spec.name))
                if spec.of_template:  # a template's layout stays as it is
                    slide_layout.sizes[spec.name] = spec.style.sizes[0]
                else:
                    slide_layout.sizes[spec.name] = (
                        _commonest(counted) if counted else _of_a_line(spec)
                    )


def _of_a_line(spec: PlaceholderSpec) -> tuple[float, ...]:
    """Return a placeholder's largest sizes at which one line of its words fits, or its smallest."""
    style = spec.style
    assert style
    height = LINE_HEIGHT * style.levels[0].spacing
    room = points(spec.geometry.text_box(spec.box).h) - style.insets[1] - style.insets[3]
    fitting = (sizes for sizes in style.sizes if height * sizes[0] <= room + 0.5)
    return next(fitting, style.sizes[-1])


def _commonest(sizes: Counter[tuple[float, ...]]) -> tuple[float, ...]:
    """Return what is counted most; of several the largest."""
    return max(sizes, key=lambda size: (sizes[size], size))
