"""The presentation: theme, master, native layouts, slides and notes as one package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from smdeck.layouts import layout_names, load_layout
from smdeck.layouts._page import native_frames
from smdeck.layouts._styles import bullets_style, title_style
from smdeck.model.records import Deck
from smdeck.scene import Frame, Group, Level, Node, SlideScene, TextBox
from smdeck.theme import Theme
from smdeck.words import Words, with_region
from smdeck.write.master import (
    LayoutMedia,
    NativeLayout,
    layout_part,
    master_part,
    notes_master_part,
)
from smdeck.write.media import MediaParts
from smdeck.write.notes import notes_part
from smdeck.write.package import PRESENTATIONML, Package, Relations
from smdeck.write.properties import app_part, core_part
from smdeck.write.slide import SlideWriter
from smdeck.write.text import Typesetter, level_xml
from smdeck.write.theme import table_styles_part, theme_part
from smdeck.write.xml import HEADER, NAMESPACES, escape

FIRST_SLIDE_ID = 256
FIRST_MASTER_ID = 2_147_483_648
"""Ids of masters and layouts share one range (ECMA-376 Part 1, 19.7.9 and 19.7.11)."""

_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_NATIVE_KEY = tuple[str, tuple[object, ...], str, bool]


def presentation_parts(
    scenes: Sequence[SlideScene], deck: Deck, theme: Theme, words: Words, folder: Path
) -> bytes:
    """Return the .pptx of fitted scenes; pictures are relative to `folder`."""
    return _Presentation(scenes, deck, theme, words, folder).file()


class _Presentation:
    """One file while it is put together."""

    def __init__(
        self,
        scenes: Sequence[SlideScene],
        deck: Deck,
        theme: Theme,
        words: Words,
        folder: Path,
    ) -> None:
        self.scenes, self.deck, self.theme, self.words = scenes, deck, theme, words
        self.lang = with_region(deck.lang)
        self.package = Package()
        self.media = MediaParts(self.package, theme, folder, self.lang)
        self.relations = Relations()
        self.natives = self._native_layouts()
        self.layout_names = {
            key: f"ppt/slideLayouts/slideLayout{n}.xml" for n, key in enumerate(self.natives, 1)
        }
        self.slide_ids: list[str] = []
        self.footer = next((scene.footer for scene in scenes if scene.footer), "")

    def file(self) -> bytes:
        """Return the finished file."""
        self._properties_and_root()
        self._master_and_layouts()
        self._slides()
        self._presentation()
        return self.package.zipped()

    # -- native layouts ---------------------------------------------------------------------

    def _native_layouts(self) -> dict[_NATIVE_KEY, NativeLayout]:
        """Return one native layout for each smdeck layout, and those variants that slides use."""
        natives: dict[_NATIVE_KEY, NativeLayout] = {}
        for name in layout_names():
            layout = load_layout(name)
            tone = self.theme.tone_of(name, None)
            self._native(natives, (name, (False, *layout.sample), tone, True))
        for scene in self.scenes:
            self._native(natives, _native_key(scene))
        self._common_sizes(natives)
        self._name(natives)
        return natives

    def _native(self, natives: dict[_NATIVE_KEY, NativeLayout], key: _NATIVE_KEY) -> None:
        if key in natives:
            return
        name, variant, tone, tiled = key
        layout = load_layout(name)
        own = variant[1:]
        usual = variant == (False, *layout.sample) and tone == self.theme.tone_of(name, None)
        natives[key] = NativeLayout(
            name,
            "",
            layout.native_type if usual and tiled else None,
            tone,
            native_frames(layout, self.theme, variant),
            layout.footed,
            layout.decor(self.theme, own),
            layout.foot(self.theme, own) or self.theme.foot,
            tiled,
        )

    def _common_sizes(self, natives: dict[_NATIVE_KEY, NativeLayout]) -> None:
        """Give each frame the size that most of its slides need: those then carry none."""
        used: dict[tuple[_NATIVE_KEY, str], Counter[tuple[float, ...]]] = {}
        for scene in self.scenes:
            key = _native_key(scene)
            for node in _flat(scene.nodes):
                if isinstance(node, TextBox) and node.frame:
                    used.setdefault((key, node.frame.name), Counter())[node.sizes] += 1
        for key, native in natives.items():
            for frame in native.frames:
                if frame.style:
                    sizes = used.get((key, frame.name))
                    native.sizes[frame.name] = (
                        min(sizes, key=lambda size: (-sizes[size], size))
                        if sizes
                        else frame.style.sizes[0]
                    )

    def _name(self, natives: dict[_NATIVE_KEY, NativeLayout]) -> None:
        """Name native layouts in the deck's language, variants by what sets them apart."""
        taken: Counter[str] = Counter()
        for (name, variant, tone, tiled), native in natives.items():
            layout = load_layout(name)
            short = self.words.lang[:2]
            called = layout.names.get(short) or layout.names["en"]
            numbers = [str(part) for part in variant[1:] if isinstance(part, int) and part > 1]
            called = " ".join([called, *numbers[:1]]) if variant[1:] != layout.sample else called
            if tone != self.theme.tone_of(name, None):
                called += f" ({self.words.tones[tone]})"
            if not tiled and any(frame.fill for frame in native.frames):
                called += f" ({self.words.builds})"
            taken[called] += 1
            native.name = called if taken[called] == 1 else f"{called} – {taken[called]}"

    # -- parts ------------------------------------------------------------------------------

    def _properties_and_root(self) -> None:
        notes = sum(scene.notes is not None for scene in self.scenes)
        hidden = sum(scene.hidden for scene in self.scenes)
        root = Relations()
        root.add("officeDocument", "ppt/presentation.xml")
        metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
        root.add(f"{metadata}core-properties", "docProps/core.xml")
        root.add("extended-properties", "docProps/app.xml")
        self.package.parts["_rels/.rels"] = root.xml().encode()
        self.package.add(
            "docProps/core.xml",
            core_part(self.deck, self.lang),
            "application/vnd.openxmlformats-package.core-properties+xml",
        )
        self.package.add(
            "docProps/app.xml",
            app_part(len(self.scenes), notes, hidden),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        )

    def _master_and_layouts(self) -> None:
        theme, words = self.theme, self.words
        master_relations = Relations()
        layout_ids = []
        for number, (key, native) in enumerate(self.natives.items(), 1):
            name = self.layout_names[key]
            layout_ids.append(
                (FIRST_MASTER_ID + number, master_relations.add("slideLayout", f"/{name}"))
            )
            relations = Relations()
            relations.add("slideMaster", "/ppt/slideMasters/slideMaster1.xml")
            media = self._layout_media(native, relations)
            self.package.add(
                name,
                layout_part(native, theme, words, media, self.footer),
                f"{PRESENTATIONML}slideLayout+xml",
                relations,
            )
        master_relations.add("theme", "/ppt/theme/theme1.xml")
        title = Frame("title", "title", theme.title_box, title_style(theme), prompt="title")
        self.package.add(
            "ppt/slideMasters/slideMaster1.xml",
            master_part(theme, words, title, bullets_style(theme), layout_ids, self.footer),
            f"{PRESENTATIONML}slideMaster+xml",
            master_relations,
        )
        self.package.add("ppt/theme/theme1.xml", theme_part(theme), _THEME_TYPE)
        notes_relations = Relations()
        notes_relations.add("theme", "/ppt/theme/theme2.xml")
        self.package.add(
            "ppt/notesMasters/notesMaster1.xml",
            notes_master_part(theme, words),
            f"{PRESENTATIONML}notesMaster+xml",
            notes_relations,
        )
        self.package.add("ppt/theme/theme2.xml", theme_part(theme), _THEME_TYPE)
        self.relations.add("slideMaster", "/ppt/slideMasters/slideMaster1.xml")
        self.relations.add("notesMaster", "/ppt/notesMasters/notesMaster1.xml")

    def _layout_media(self, native: NativeLayout, relations: Relations) -> LayoutMedia:
        media = LayoutMedia(logo_height=self.theme.logo_height, margin=self.theme.margin)
        full = any(frame.kind == "pic" for frame in native.frames)
        art = self.theme.art.get(native.layout)
        if art and not full:
            media.art = art
            media.art_ids = (
                self.media.file(art.png, relations),
                self.media.file(art.svg, relations),
            )
        if native.layout in self.theme.logo_layouts:
            ground = "dark" if self.theme.is_dark(native.tone) else "light"
            media.logo = self.theme.logos.get(ground)
            if media.logo:
                media.logo_ids = (
                    self.media.file(media.logo.png, relations),
                    self.media.file(media.logo.svg, relations),
                )
        return media

    def _slides(self) -> None:
        names = {
            scene.id: f"/ppt/slides/slide{number}.xml"
            for number, scene in enumerate(self.scenes, 1)
            if scene.id
        }
        typesetters = {tone: Typesetter(self.theme, tone, self.lang) for tone in self.theme.tones}
        for number, scene in enumerate(self.scenes, 1):
            key = _native_key(scene)
            relations = Relations()
            relations.add("slideLayout", f"/{self.layout_names[key]}")
            name = f"ppt/slides/slide{number}.xml"
            writer = SlideWriter(
                scene, self.natives[key], typesetters[scene.tone], relations, names, self.media
            )
            xml = writer.xml()
            if scene.notes:
                self._notes(scene, number, relations)
            self.package.add(name, xml, f"{PRESENTATIONML}slide+xml", relations)
            self.slide_ids.append(self.relations.add("slide", f"/{name}"))

    def _notes(self, scene: SlideScene, number: int, relations: Relations) -> None:
        assert scene.notes
        own = Relations()
        own.add("notesMaster", "/ppt/notesMasters/notesMaster1.xml")
        own.add("slide", f"/ppt/slides/slide{number}.xml")
        name = f"ppt/notesSlides/notesSlide{number}.xml"
        self.package.add(
            name,
            notes_part(scene.notes, self.words, self.lang, number),
            f"{PRESENTATIONML}notesSlide+xml",
            own,
        )
        relations.add("notesSlide", f"/{name}")

    def _presentation(self) -> None:
        for kind, name, content in (
            ("presProps", "presProps", f"<p:presentationPr {NAMESPACES}/>"),
            ("viewProps", "viewProps", f"<p:viewPr {NAMESPACES}/>"),
        ):
            self.relations.add(kind, f"/ppt/{name}.xml")
            self.package.add(f"ppt/{name}.xml", HEADER + content, f"{PRESENTATIONML}{name}+xml")
        self.relations.add("theme", "/ppt/theme/theme1.xml")
        self.relations.add("tableStyles", "/ppt/tableStyles.xml")
        self.package.add(
            "ppt/tableStyles.xml",
            table_styles_part(self.theme),
            f"{PRESENTATIONML}tableStyles+xml",
        )
        slides = "".join(
            f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="{id}"/>'
            for n, id in enumerate(self.slide_ids)
        )
        levels = "".join(
            level_xml(self.theme, "light", Level(), 18.0, f"a:lvl{n}pPr") for n in range(1, 10)
        )
        self.package.add(
            "ppt/presentation.xml",
            f'{HEADER}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
            f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="rId1"/>'
            '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/>'
            f"</p:notesMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst>"
            f'<p:sldSz cx="{self.theme.width}" cy="{self.theme.height}"/>'
            '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
            f'<a:defRPr lang="{self.lang}"/></a:defPPr>{levels}</p:defaultTextStyle>'
            f"{self._sections()}</p:presentation>",
            f"{PRESENTATIONML}presentation.main+xml",
            self.relations,
        )

    def _sections(self) -> str:
        """Return the native sections; slides before the first one stand in a section of their own."""
        if not any(scene.section for scene in self.scenes):
            return ""
        import uuid

        sections: list[tuple[str, list[int]]] = []
        for n, scene in enumerate(self.scenes):
            if scene.section or not sections:
                sections.append((scene.section or self.words.opening, []))
            sections[-1][1].append(FIRST_SLIDE_ID + n)
        written = ""
        for number, (name, ids) in enumerate(sections):
            guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"smdeck:{number}:{name}")).upper()
            members = "".join(f'<p14:sldId id="{id}"/>' for id in ids)
            written += (
                f'<p14:section name="{escape(name)}" id="{{{guid}}}">'
                f"<p14:sldIdLst>{members}</p14:sldIdLst></p14:section>"
            )
        return (
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
            'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
            f"{written}</p14:sectionLst></p:ext></p:extLst>"
        )


def _native_key(scene: SlideScene) -> _NATIVE_KEY:
    filled = any(frame.fill for frame in scene.frames)
    return scene.layout, scene.variant, scene.tone, scene.tiled or not filled


def _flat(nodes: Sequence[Node]) -> list[Node]:
    flat: list[Node] = []
    for node in nodes:
        flat.append(node)
        if isinstance(node, Group):
            flat += _flat(node.children)
    return flat
