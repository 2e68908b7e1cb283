"""The architecture: dependencies point one way, start-up is light, all that is public is told."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import smdeck
from smdeck.checking import rule_codes
from smdeck.layouts import layout_names, load_layout

PACKAGE = Path(smdeck.__file__).parent

ORDER = (
    *("source", "figures", "mermaid", "expand", "fonts", "pictures", "model", "scene"),
    *("theme", "fit", "compose", "page", "layouts", "checking", "rules", "preview", "write"),
)
"""The rooms of the pipeline; each may import those before it, and none that comes after."""

SHARED = ("beside", "files", "findings", "finding_docs", "patterns", "units", "strings", "data")
"""What every room may use."""

SCENES_ONLY = ("preview", "write")
"""Rooms that read fitted scenes, and know neither layouts nor each other."""

OF_SCENES = (
    *("source", "figures", "fonts", "pictures"),
    *("model", "scene", "theme", "fit"),
)
"""What these may import."""

HEAVY = (
    *("babel", "xlsxwriter", "PIL", "lxml", "markdown_it", "segno", "openpyxl", "fontTools"),
    *("pyphen", "pygments", "typst", "pygls"),
)
"""Libraries that are imported where they are used, because a deck seldom needs all of them."""

HEAVY_ALLOWED = (
    "write/chart_workbook.py",  # imported for a chart alone
    *("data/make_icons.py", "data/make_metrics.py"),
    "editing/server.py",  # imported for `smdeck lsp` alone
    *(
        "theme/template/normalizing.py",
        "theme/template/package.py",
    ),  # imported for a template alone
)


HOLDS_STATEMENTS = (ast.stmt, ast.excepthandler, ast.match_case)
"""What an import may stand in."""


@cache
def modules() -> tuple[str, ...]:
    """Return the files of the package, relative to it."""
    return tuple(sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")))


@cache
def tree_of(module: str) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse((PACKAGE / module).read_text("utf-8"))


@cache
def nodes_of(module: str) -> tuple[ast.AST, ...]:
    """Return all nodes of the syntax tree of a file."""
    return tuple(ast.walk(tree_of(module)))


@cache
def imported(module: str, at_start: bool = False) -> frozenset[str]:
    """Return the names of the modules that a file imports; with `at_start` when it is imported."""
    return frozenset(imports(tree_of(module), at_start))


def imports(node: ast.AST, at_start: bool = False) -> Iterator[str]:
    """Yield the names of imported modules; with `at_start` those that importing itself needs.

    What stands under `if TYPE_CHECKING` is for readers and type checkers alone.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports are absolute"
            assert child.module
            yield child.module
            yield from (f"{child.module}.{alias.name}" for alias in child.names)
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        elif isinstance(child, HOLDS_STATEMENTS) and not (
            at_start and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        ):
            yield from imports(child, at_start)


def rooms(module: str) -> set[str]:
    """Return the rooms of smdeck that a file imports from, its own left out."""
    found = {name.split(".")[1] for name in imported(module) if name.startswith("smdeck.")}
    return found - {module.split("/")[0]}


def test_dependencies_point_one_way() -> None:
    wrong = {}
    for module in modules():
        room = module.split("/")[0]
        if room in ORDER:
            allowed = OF_SCENES if room in SCENES_ONLY else ORDER[: ORDER.index(room)]
            wrong[module] = rooms(module) - {*allowed, *SHARED}
    assert len(wrong) > 200
    assert {module: found for module, found in wrong.items() if found} == {}


def test_data_depends_on_nothing_of_smdeck() -> None:
    data = {module: rooms(module) for module in modules() if module.startswith("data/")}
    assert data and {module: found for module, found in data.items() if found} == {}


def test_what_all_share_depends_on_no_room() -> None:
    alone = ("findings.py", "finding_docs.py", "patterns.py", "units.py")
    shared = {m: rooms(m) & {*ORDER} for m in modules() if m in alone or m.startswith("strings/")}
    assert len(shared) > len(alone)
    assert {module: found for module, found in shared.items() if found} == {}


def test_only_write_imports_xlsxwriter() -> None:
    importing = {m for m in modules() if any(n.split(".")[0] == "xlsxwriter" for n in imported(m))}
    assert importing
    assert [module for module in importing if not module.startswith("write/")] == []


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    heavy = {
        module: {name.split(".")[0] for name in imported(module, at_start=True)} & {*HEAVY}
        for module in modules()
        if module not in HEAVY_ALLOWED
    }
    assert {module: found for module, found in heavy.items() if found} == {}


@pytest.mark.parametrize("call", ["Image.open(", "TTFont(", "svg_to_bytes("])
def test_files_of_others_are_read_by_their_rooms_alone(call: str) -> None:
    """Pillow would try some forty formats, and start other programs, for one that is not named."""
    makers = ("data/make_icons.py", "data/make_metrics.py")
    texts = {module: (PACKAGE / module).read_text("utf-8") for module in modules()}
    calling = {module for module, text in texts.items() if call in text} - {*makers}
    assert calling and all(module.startswith(("pictures/", "fonts/")) for module in calling)
    scripts = [*PACKAGE.parent.glob("docs/*.py"), *PACKAGE.rglob("*.py")]
    opened = [line for script in scripts for line in script.read_text("utf-8").splitlines()]
    assert all("formats=" in line for line in opened if "Image.open(" in line)


@pytest.mark.parametrize("room", ["layouts", "rules"])
def test_a_file_of_the_catalogue_imports_no_other(room: str) -> None:
    for module in modules():
        if module.startswith(f"{room}/"):
            assert f"smdeck.{room}" not in imported(module), module


def test_the_catalogue_holds_layouts_and_rules_alone() -> None:
    """What they stand on has rooms of its own: `page` and `checking`."""
    assert not [m for m in modules() if m.startswith(("layouts/_", "rules/_")) and "__" not in m]
    for name in layout_names():
        assert load_layout(name).example
    for code in rule_codes():
        assert (PACKAGE / "rules" / f"{code.replace('-', '_')}.py").is_file()


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a statement loads in a new process."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", statement],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    names = (line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines())
    return {name.split(".")[0] for name in names}


def test_the_command_line_starts_without_parser_and_libraries() -> None:
    assert loaded_by("import smdeck.cli").isdisjoint({"yaml", *HEAVY})


def test_a_plain_deck_is_built_without_parser_and_libraries(tmp_path: Path) -> None:
    deck = tmp_path / "vortrag.yaml"
    deck.write_text("title: a\nslides: [{title: b, items: [c]}]\n", "utf-8")
    run = "from smdeck.__main__ import main; main()"
    loaded = loaded_by(f"import sys; sys.argv = ['smdeck', 'build', {str(deck)!r}]; {run}")
    assert "smdeck" in loaded and loaded.isdisjoint({"yaml", "click", *HEAVY})


def test_importing_the_package_loads_nothing_of_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, smdeck; print(*sys.modules)"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert [name for name in done.stdout.split() if name.startswith("smdeck.")] == []


def public(module: str) -> Iterator[tuple[str, ast.AST]]:
    """Return the public functions, classes and methods of a file that nobody calls by contract."""
    for node in tree_of(module).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", inner


REPEATED = {
    # methods whose contract is documented where it is declared: Layout, Composed, Kind, Record
    *("variant", "regions", "decor", "foot", "check", "draw", "decode", "schema", "words"),
    *("decoded", "from_other", "complete", "usual_title", "given", "said", "count", "shape"),
    *("marked", "extra", "of_item", "icon_named", "icon_of", "alt", "name_of", "starts"),
    *("collect", "renew", "slide_layout", "hold", "allowed", "pictured", "composed_tone"),
}


def first_paragraph(node: ast.AST) -> str:
    """Return the first paragraph of what a module, class or function says of itself."""
    assert isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    return (ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ").rstrip()


def test_every_module_begins_with_a_sentence() -> None:
    firsts = {module: first_paragraph(tree_of(module)) for module in modules()}
    assert [m for m, first in firsts.items() if not first.endswith((".", ":", "?"))] == []


def test_everything_public_is_documented() -> None:
    undocumented = [
        f"{module}: {name}"
        for module in modules()
        for name, node in public(module)
        if not ("." in name and name.split(".")[-1] in REPEATED)
        and not first_paragraph(node).endswith((".", ":"))
    ]
    assert undocumented == []


@pytest.mark.parametrize("name", smdeck.__all__)
def test_everything_exported_is_documented_and_typed(name: str) -> None:
    value = getattr(smdeck, name)
    if name == "__version__":
        assert value.count(".") == 2
        return
    assert inspect.getdoc(value)
    if inspect.isfunction(value):
        hints = typing.get_type_hints(value)
        assert set(inspect.signature(value).parameters) | {"return"} == set(hints)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="biuld"):
        _ = smdeck.biuld


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_the_folders_of_the_tests_mirror_those_of_the_package(repository: Path) -> None:
    for room in (*ORDER, "data"):
        assert list((repository / "tests" / room).glob("test_*.py")), room


def test_every_module_but_the_generators_can_be_imported() -> None:
    for module in modules():
        if "make_" not in module:
            name = f"smdeck/{module}".removesuffix(".py").removesuffix("/__init__")
            importlib.import_module(name.replace("/", "."))


SCREEN, SITTING = 60, 500
"""The most lines of a function and of a file."""

LONG = {
    "build": "the parameters of the API, with their documentation",
    "fit_table": "one loop over sizes, which all its steps share",
    "Plan.words": "takes what can be said of words",
    "outline": "one walk over all slides",
}
"""Functions that don't fit a screen, and why."""


def functions(module: str) -> Iterator[tuple[str, int]]:
    """Yield the functions of a file by name, methods with their class, and their lengths."""
    for node in tree_of(module).body:
        members = node.body if isinstance(node, ast.ClassDef) else [node]
        owner = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for one in members:
            if isinstance(one, ast.FunctionDef):
                yield owner + one.name, (one.end_lineno or 0) - one.lineno + 1


def test_a_function_fits_a_screen_and_a_file_a_sitting() -> None:
    long = {name for module in modules() for name, lines in functions(module) if lines > SCREEN}
    assert long == set(LONG)
    texts = {module: (PACKAGE / module).read_text("utf-8") for module in modules()}
    assert {module for module, text in texts.items() if text.count("\n") > SITTING} == set()


def test_each_class_has_a_name_of_its_own() -> None:
    """One word for one thing: who reads `Row` need not ask whose."""
    defined: dict[str, list[str]] = {}
    for module in modules():
        for node in nodes_of(module):
            if isinstance(node, ast.ClassDef):
                defined.setdefault(node.name, []).append(module)
    shared = {name: where for name, where in defined.items() if len(where) > 1}
    assert not shared, "name each for what it is there, as `SheetRow` and `MathRow`"


def test_what_is_called_ground_is_what_users_call_so() -> None:
    """The stage, its compositions and the key of a theme. A slide is in a tone, which has a
    background, and words stand on a backdrop."""
    called = set()
    for module in modules():
        for node in nodes_of(module):
            names = " ".join(str(getattr(node, field, "")) for field in ("name", "id", "arg"))
            if "ground" in names and {"ground", "grounds"} & {*re.split("[ _]", names.lower())}:
                called.add(module)
    of_users = {"compose/plan.py", "theme/records.py"}
    assert {module for module in called if not module.startswith("layouts/")} == of_users


def test_a_template_is_asked_for_where_it_is_the_subject() -> None:
    """What else differs under a template is said by its theme: `owns_foot`, `even_backdrops` ..."""
    asking = {
        module
        for module in modules()
        if re.search(r"(?<!smdeck\.)\btheme\.template\b", (PACKAGE / module).read_text("utf-8"))
        and not module.startswith("theme/")
    }
    drawn = {"page/slide_layouts.py", "page/template_layouts.py", "compiler/compiling.py"}
    written = {"write/presentation.py", "write/template.py"}
    shown = {"commands/looking_up.py", "reference.py", "scaffold.py"}
    assert asking <= drawn | written | shown


def test_what_is_shared_out_first_is_there(repository: Path) -> None:
    """A file or batch that has another name now would begin late, silently."""
    from shared_talks import BATCHES
    from sharing_out import LONGEST

    there = {
        path.relative_to(repository / "tests").as_posix()
        for path in repository.glob("tests/**/test_*.py")
    }
    assert [name for name in LONGEST if name not in {*BATCHES, *there}] == []
