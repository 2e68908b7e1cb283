"""The package: parts by name, their relationships and content types, and one zip of it all."""

from __future__ import annotations

from smdeck.write.archive import ALREADY_SMALL, zipped
from smdeck.write.deflating import Helper
from smdeck.write.xml import HEADER, escape

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml."

DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/x-wav",
    "vtt": "text/vtt",
    "fntdata": "application/x-fontdata",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Relations:
    """The relationships of one part, in the order of their use; equal ones are shared."""

    __slots__ = ("_ids", "_start", "rows")

    def __init__(self, start: int = 0) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._start = start
        """What the ids are counted from, where a template has some already."""
        self.rows: list[str] = []

    def keep(self, id: str, kind: str, target: str, external: bool = False) -> None:
        """Add a relationship of a template under the id that it has there."""
        self._ids[kind.removeprefix(RELATIONS), target] = id
        self._row(id, kind, target, external)

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """Return the id of a relationship to a part (by its full name) or an address."""
        known = self._ids.get((kind, target))
        if known:
            return known
        id = f"rId{self._start + len(self.rows) + 1}"
        self._ids[kind, target] = id
        self._row(id, kind, target, external)
        return id

    def _row(self, id: str, kind: str, target: str, external: bool) -> None:
        type_ = kind if "://" in kind else RELATIONS + kind
        mode = ' TargetMode="External"' if external else ""
        self.rows.append(
            f'<Relationship Id="{id}" Type="{type_}" Target="{escape(target)}"{mode}/>'
        )

    def xml(self, folder: str) -> str:
        """Return the part that holds the relationships, its targets relative to a folder.

        All of our parts but the root's are in `ppt` or one level below it.
        """
        rows = "".join(self.rows)
        if folder.count("/") < 2:
            up = "" if folder == "ppt" else "../"
            rows = rows.replace('Target="/ppt/', f'Target="{up}')
        return f'{HEADER}<Relationships xmlns="{PACKAGE_RELATIONS}">{rows}</Relationships>'


class Package:
    """The parts of a file, by their names without a leading slash."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.helper: Helper | None = None
        """Another process that deflates parts while others are written."""
        self._counted: dict[str, int] = {}

    def add(
        self,
        name: str,
        content: str | bytes,
        content_type: str | None = None,
        relations: Relations | None = None,
    ) -> None:
        """Add a part; its content type where it is not that of its suffix."""
        data = content.encode() if isinstance(content, str) else content
        self.parts[name] = data
        if self.helper and not name.endswith(ALREADY_SMALL):
            self.helper.give(data)
        if content_type:
            self.types[name] = content_type
        if relations and relations.rows:
            self.relate(name, relations)

    def relate(self, name: str, relations: Relations) -> None:
        """Add the relationships of a part."""
        folder, _, file = name.rpartition("/")
        self.parts[f"{folder}/_rels/{file}.rels".lstrip("/")] = relations.xml(folder).encode()

    def numbered(self, stem: str, suffix: str) -> str:
        """Return the next name of a kind that no part has, as `ppt/media/image3.png`."""
        while True:
            self._counted[stem] = number = self._counted.get(stem, 0) + 1
            name = f"{stem}{number}{suffix}"
            if name not in self.parts:
                return name

    def zipped(self) -> bytes:
        """Return the zip: the content types first, the parts in the order they were added."""
        return zipped({"[Content_Types].xml": self._content_types(), **self.parts}, self.helper)

    def _content_types(self) -> bytes:
        suffixes = sorted(
            {name.rsplit(".", 1)[-1].lower() for name in self.parts} & {*DEFAULT_TYPES}
        )
        defaults = "".join(
            f'<Default Extension="{suffix}" ContentType="{DEFAULT_TYPES[suffix]}"/>'
            for suffix in suffixes
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in self.types.items()
        )
        return (
            f'{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f"{defaults}{overrides}</Types>"
        ).encode()
