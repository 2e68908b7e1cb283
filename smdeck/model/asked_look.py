"""Asked looks: how an author says that figures are shown, by decimals, unit or number format."""

from __future__ import annotations

from typing import Any

from smdeck.findings import Findings
from smdeck.model.fields import Record, key

ASKED = ("decimals", "unit", "format")
"""The keys that say it."""


UNIT: Any = key("The unit shown with the value, as `%`.", None)
DECIMALS: Any = key("How many decimals the value has.", None, least=0, most=10)
FORMAT: Any = key("The number format of the value, as spreadsheets have it: `0.0%`, `#,##0`.", None)
"""The keys beside a `value`."""


class AskedLook(Record):
    """What has figures, and keys that say how these are shown."""

    decimals: int | None
    unit: str | None
    format: str | None

    @property
    def asks(self) -> bool:
        """Whether its figures are shown in a way that the author says."""
        return any(getattr(self, name) is not None for name in ASKED)

    def has_usable_format(self, findings: Findings) -> bool:
        """Report a number format that is none; return whether figures can be shown in it."""
        from smdeck.figures.codes import problem_of

        problem = problem_of(self.format or "")
        if problem:
            said, help = problem
            message = f"`format` {said}: `{self.format}`"
            findings.error("wrong-value", message, self.at("format"), help)
        return problem is None
