"""Builds the docs as a site, in `build/docs/site`: `make site`.

    python docs/make_site.py

The pages are written for who reads them in the repository, and stay readable there. So they are
copied to `build/docs/pages` first: Markdown of the root is put beside them, links to the README
lead to the start page, and any other file that a page links to lies in the site as it is. Zensical
then builds it strictly: a link or an anchor that leads nowhere is an error. It needs the package
`smdeck[docs]`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
BUILD = ROOT / "build" / "docs"
PAGES = BUILD / "pages"

OTHERS = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "benchmarks/README.md": "method.md",
}
"""Pages of the site that are written elsewhere in the repository."""

_LINK = re.compile(r"(?<=\]\()([^)\s#]+)(?=[)#])")
_CODE = re.compile(r"(^```.*?^```$|`[^`\n]*`)", re.M | re.S)


def main() -> int:
    """Write the pages, then the site of them; return the exit code."""
    shutil.rmtree(BUILD, ignore_errors=True)
    shutil.copytree(DOCS / "images", PAGES / "images")
    shutil.copy(DOCS / "site" / "site.css", PAGES)
    sources = [
        *DOCS.glob("*.md"),
        *(DOCS / "layouts").glob("*.md"),
        *(DOCS / "how-to").glob("*.md"),
    ]
    written = {_name_in_site(f"docs/{file.relative_to(DOCS).as_posix()}"): file for file in sources}
    written |= {page: ROOT / name for name, page in OTHERS.items()}
    for page, source in written.items():
        _write(page, source)
    config = _config()
    left = [page for page in sorted(written) if f'"{page}"' not in config]
    if left:
        print(f"docs/site/zensical.toml has no place for {', '.join(left)}", file=sys.stderr)
        return 1
    (BUILD / "zensical.toml").write_text(config, "utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    return subprocess.run(command, cwd=BUILD).returncode


def _config() -> str:
    """Return the site's settings, each page of compositions among them by its layout's name."""
    pages = sorted((DOCS / "layouts").glob("*.md"))
    listed = ", ".join(f'{{ "{page.stem}" = "layouts/{page.name}" }}' for page in pages)
    return (DOCS / "site" / "zensical.toml").read_text("utf-8").replace('"COMPOSITIONS"', listed)


def _write(page: str, source: Path) -> None:
    """Write a page of the site, its links led to where things lie there."""
    home = source.parent.relative_to(ROOT).as_posix()

    def led(found: re.Match[str]) -> str:
        path = normpath(f"{home}/{found[1]}")
        if "://" in found[1] or found[1].startswith("mailto:") or not (ROOT / path).is_file():
            return found[1]
        name = _name_in_site(path)
        if name.startswith("repository/"):
            (PAGES / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, PAGES / name)
        return relpath(name, str(PurePosixPath(page).parent))

    parts = _CODE.split(source.read_text("utf-8"))
    text = "".join(part if n % 2 else _LINK.sub(led, part) for n, part in enumerate(parts))
    (PAGES / page).parent.mkdir(parents=True, exist_ok=True)
    (PAGES / page).write_text(text, "utf-8")


def _name_in_site(path: str) -> str:
    """Return what a file of the repository is called in the site."""
    if path == "README.md":
        return "index.md"
    if path in OTHERS:
        return OTHERS[path]
    return path.removeprefix("docs/") if path.startswith("docs/") else f"repository/{path}"


if __name__ == "__main__":
    sys.exit(main())
