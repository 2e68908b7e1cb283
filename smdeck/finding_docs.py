"""Docs of findings: what the code of a finding means, from the page of all findings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def findings_page() -> str:
    """Return the page of all findings in Markdown: in the package, or beside it in a checkout."""
    inside = PACKAGE / "data" / "findings.md"
    page = inside if inside.is_file() else PACKAGE.parent / "docs" / "findings.md"
    return page.read_text("utf-8")


@cache
def codes() -> dict[str, str]:
    """Return what is written about each code, in the order of the page."""
    sections = re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", findings_page(), re.M | re.S)
    return {code: re.sub(r"<!--.*?-->", "", text).strip() for code, text in sections}
