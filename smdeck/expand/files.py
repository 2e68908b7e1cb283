"""Files that a deck uses: read once, each under the rules that hold for all files of a deck."""

from __future__ import annotations

from pathlib import Path

from smdeck.beside import beside
from smdeck.files import may_read, reason_of
from smdeck.findings import Findings
from smdeck.source.nodes import Mapping, Scalar
from smdeck.source.reading import MAX_BYTES, read_data


def project_of(folder: Path) -> Path | None:
    """Return the project that a folder is in: what git keeps together; None outside of any."""
    whole = folder.resolve()
    return next((one for one in (whole, *whole.parents) if (one / ".git").exists()), None)


class DeckFiles:
    """The YAML files that a deck uses, by their paths."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.roots: dict[Path, Mapping | None] = {}

    def read(self, name: Scalar) -> tuple[Path, Mapping] | None:
        """Return path and content of a file that a deck names; None with a finding.

        Its path is relative to the file that names it.
        """
        path = beside(name.place.folder, name.text)
        if path not in self.roots:
            self.roots[path] = self._read(path, name)
            if self.roots[path] is not None:
                self._see_project(path, name)
        root = self.roots[path]
        return None if root is None else (path, root)

    def _see_project(self, path: Path, name: Scalar) -> None:
        """Warn of a file that stays behind where the project of the deck goes."""
        project, absolute = project_of(name.place.folder), Path(name.text).is_absolute()
        inside = project is not None and path.resolve().is_relative_to(project)
        if inside and absolute:
            what = "is a place on this computer alone"
        elif project and not inside:
            what = f"lies outside of the project `{project.name}`"
        elif absolute:
            what = "lies outside of the deck's folder"
        else:
            return
        self.findings.warn(
            "outside-project",
            f"`{name.text}` {what}",
            name.place,
            "another computer does not have it there: keep it in the project, and name it from "
            "the file that uses it",
        )

    def _read(self, path: Path, name: Scalar) -> Mapping | None:
        if not may_read(path, name.text, name.place, self.findings):
            return None
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            message = f"`{name.text}` can't be read: {reason_of(error)}"
            self.findings.error("unreadable-file", message, name.place)
            return None
        return read_data(data, path.as_posix(), self.findings, name.place)
