"""The presentation: theme, master, slide layouts, slides and notes as one package."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.model.language import with_region
from smdeck.model.records import Deck
from smdeck.model.scripts import written_rtl
from smdeck.scene import Level, SlideLayout, SlideScene, TextBox
from smdeck.strings import strings_for
from smdeck.theme import Theme
from smdeck.write.deflating import Helper
from smdeck.write.handout import handout_logo, handout_master_part
from smdeck.write.links import Links
from smdeck.write.master import master_part
from smdeck.write.media import MediaParts, pixels_needed
from smdeck.write.notes import notes_part
from smdeck.write.notes_master import notes_master_part
from smdeck.write.package import PRESENTATIONML, Package, Relations
from smdeck.write.properties import app_part, core_part
from smdeck.write.slide import SlideWriter
from smdeck.write.slide_layout import layout_part
from smdeck.write.text import Typesetter, level_xml
from smdeck.write.theme import table_styles_part, theme_part
from smdeck.write.xml import HEADER, NAMESPACES, escape

FIRST_SLIDE_ID = 256
PAPER = 6_858_000, 9_144_000
"""Width and height of notes and handouts in EMU."""
FIRST_MASTER_ID = 2_147_483_648
"""Ids of masters and layouts share one range (ECMA-376 Part 1, 19.7.9 and 19.7.11)."""

LONG = 300
"""From so many slides on a second process saves more time than it takes to begin, 15 ms."""

VIEWS = (
    '<p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="94660"/></p:normalViewPr>'
    '<p:slideViewPr><p:cSldViewPr><p:cViewPr varScale="1"><p:scale><a:sx n="100" d="100"/>'
    '<a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/></p:cViewPr><p:guideLst/>'
    "</p:cSldViewPr></p:slideViewPr><p:notesTextViewPr><p:cViewPr><p:scale>"
    '<a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr>'
    '</p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/>'
)
"""How a talk is shown when it is opened: the normal view as PowerPoint starts it."""

_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def presentation_parts(
    slide_layouts: Sequence[SlideLayout],
    scenes: Sequence[SlideScene],
    deck: Deck,
    theme: Theme,
) -> bytes:
    """Return the .pptx of fitted scenes."""
    writer = PresentationWriter
    if theme.template:
        from smdeck.write.template import TemplateWriter as writer
    return writer(slide_layouts, scenes, deck, theme).file()


class PresentationWriter:
    """One file while it is put together."""

    def __init__(
        self,
        slide_layouts: Sequence[SlideLayout],
        scenes: Sequence[SlideScene],
        deck: Deck,
        theme: Theme,
    ) -> None:
        self.scenes, self.deck, self.theme = scenes, deck, theme
        self.strings = strings_for(deck.lang)
        self.lang = with_region(deck.lang)
        self.rtl = written_rtl(deck.lang)
        self.package = Package()
        if len(scenes) >= LONG:
            self.package.helper = Helper.start()
        needs = pixels_needed(scenes, slide_layouts, theme)
        self.media = MediaParts(self.package, theme, self.lang, needs)
        self.relations = Relations()
        self.slide_layouts = slide_layouts
        self.layout_names = {
            id(slide_layout): f"ppt/slideLayouts/slideLayout{n}.xml"
            for n, slide_layout in enumerate(slide_layouts, 1)
        }
        self.slide_ids: list[str] = []
        self.footer = next((scene.footer for scene in scenes if scene.footer), "")
        dates = (node for scene in scenes for node in scene.nodes if isinstance(node, TextBox))
        dated = (node for node in dates if node.kind in ("date", "today"))
        self.date = next((node.paragraphs[0].plain for node in dated), "") if deck.dated else ""
        self.notes_master = "ppt/notesMasters/notesMaster1.xml"
        self.notes_placeholders = {"sldImg": 2, "body": 3, "sldNum": 5}
        """The `idx` of each placeholder of the notes master."""

    def file(self) -> bytes:
        """Return the finished file."""
        self.prepare()
        self._properties_and_root()
        self._master_and_layouts()
        self._slides()
        if self.rtl:
            self._mirror_charts()
        self._presentation()
        return self.package.zipped()

    def prepare(self) -> None:
        """Do what comes before all parts: nothing where the file starts from none."""

    def _directed(self, xml: str, width: int | None = None) -> str:
        """Return a part as the deck's language is written; slides are as wide as the theme.

        Korean lines break at spaces, as they are measured; PowerPoint would break inside words.
        """
        if self.lang.startswith("ko"):
            return xml.replace(' eaLnBrk="1"', ' eaLnBrk="0"')
        if not self.rtl:
            return xml
        from smdeck.write.mirror import mirrored

        return mirrored(xml, width or self.theme.width)

    # -- parts ------------------------------------------------------------------------------

    def _properties_and_root(self) -> None:
        notes = sum(scene.notes is not None for scene in self.scenes)
        hidden = sum(scene.hidden for scene in self.scenes)
        root = Relations()
        root.add("officeDocument", "ppt/presentation.xml")
        metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
        root.add(f"{metadata}core-properties", "docProps/core.xml")
        root.add("extended-properties", "docProps/app.xml")
        self.package.parts["_rels/.rels"] = root.xml("").encode()
        self.package.add(
            "docProps/core.xml",
            core_part(self.deck, self.lang),
            "application/vnd.openxmlformats-package.core-properties+xml",
        )
        self.package.add(
            "docProps/app.xml",
            app_part(len(self.scenes), notes, hidden, self.theme.width / self.theme.height),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        )

    def _add(
        self, name: str, kind: str, xml: str | bytes, relations: Relations | None = None
    ) -> None:
        """Add a part of PresentationML of a kind."""
        self.package.add(name, xml, f"{PRESENTATIONML}{kind}+xml", relations)

    def _master_and_layouts(self) -> None:
        theme, strings = self.theme, self.strings
        relations = Relations()
        layout_ids = []
        for number, slide_layout in enumerate(self.slide_layouts, 1):
            name = self.layout_names[id(slide_layout)]
            layout_ids.append((FIRST_MASTER_ID + number, relations.add("slideLayout", f"/{name}")))
            self._layout(slide_layout, name)
        relations.add("theme", "/ppt/theme/theme1.xml")
        bullets = next(one for one in self.slide_layouts if one.layout == "bullets")
        master = self._directed(master_part(theme, strings, bullets, layout_ids, self.footer))
        self._add("ppt/slideMasters/slideMaster1.xml", "slideMaster", master, relations)
        self.package.add("ppt/theme/theme1.xml", theme_part(theme), _THEME_TYPE)
        notes = self._directed(notes_master_part(theme, strings), PAPER[0])
        own = Relations()
        own.add("theme", "/ppt/theme/theme2.xml")
        self._add("ppt/notesMasters/notesMaster1.xml", "notesMaster", notes, own)
        self.package.add("ppt/theme/theme2.xml", theme_part(theme), _THEME_TYPE)
        self.relations.add("slideMaster", "/ppt/slideMasters/slideMaster1.xml")
        self.relations.add("notesMaster", "/ppt/notesMasters/notesMaster1.xml")
        self._handout_master()

    def _layout(self, slide_layout: SlideLayout, name: str) -> None:
        relations = Relations()
        relations.add("slideMaster", "/ppt/slideMasters/slideMaster1.xml")
        art = self.media.blip(slide_layout.art.file, relations) if slide_layout.art else ""
        xml = layout_part(
            slide_layout,
            self.theme,
            strings=self.strings,
            art=art,
            logos=[(logo, self.media.blip(logo.file, relations)) for logo in slide_layout.logos],
            footer=self.footer,
            date=self.date,
        )
        self._add(name, "slideLayout", self._directed(xml), relations)

    def _handout_master(self) -> None:
        name, relations = "ppt/handoutMasters/handoutMaster1.xml", Relations()
        relations.add("theme", "/ppt/theme/theme3.xml")
        logo, title = handout_logo(self.theme), self.deck.title.plain
        xml = handout_master_part(
            self.theme,
            self.strings,
            (logo, self.media.blip(logo.file, relations)) if logo else None,
            header=title,
            footer=self.footer if self.footer != title else "",
        )
        self._add(name, "handoutMaster", self._directed(xml, PAPER[0]), relations)
        self.package.add("ppt/theme/theme3.xml", theme_part(self.theme), _THEME_TYPE)
        self.handout = self.relations.add("handoutMaster", f"/{name}")

    def _slides(self) -> None:
        names = {
            scene.id: f"/ppt/slides/slide{number}.xml"
            for number, scene in enumerate(self.scenes, 1)
            if scene.id
        }
        typesetters = {
            tone: Typesetter(self.theme, tone, self.lang, rtl=self.rtl)
            for tone in self.theme.colors.tones
        }
        for number, scene in enumerate(self.scenes, 1):
            relations = Relations()
            relations.add("slideLayout", f"/{self.layout_names[id(scene.slide_layout)]}")
            name = f"ppt/slides/slide{number}.xml"
            writer = SlideWriter(
                scene,
                typesetters[scene.tone],
                strings=self.strings,
                relations=relations,
                slides=names,
                media=self.media,
            )
            xml = self._directed(writer.xml())
            if scene.notes:
                self._notes(scene, number, relations)
            if scene.comment:
                from smdeck.write.comments import add_comment

                index = sum(bool(one.comment) for one in self.scenes[:number])
                add_comment(scene.comment, number, index, self.package, relations)
            self._add(name, "slide", xml, relations)
            self.slide_ids.append(self.relations.add("slide", f"/{name}"))

    def _mirror_charts(self) -> None:
        from smdeck.write.mirror import mirrored_chart

        for name, part in self.package.parts.items():
            if name.startswith("ppt/charts/chart"):
                self.package.parts[name] = mirrored_chart(part)

    def _notes(self, scene: SlideScene, number: int, relations: Relations) -> None:
        assert scene.notes
        own = Relations()
        own.add("notesMaster", f"/{self.notes_master}")
        own.add("slide", f"/ppt/slides/slide{number}.xml")
        name = f"ppt/notesSlides/notesSlide{number}.xml"
        xml = notes_part(
            scene.notes,
            self.strings,
            self.lang,
            number,
            self.notes_placeholders,
            links=Links(own, {}),
            code_font=self.theme.fonts.code,
        )
        if self.rtl:
            from smdeck.write.mirror import notes_rtl

            xml = notes_rtl(xml)
        self._add(name, "notesSlide", xml, own)
        relations.add("notesSlide", f"/{name}")

    def _add_properties(self) -> None:
        """Add the parts of settings that PowerPoint writes too."""
        for kind, content in (
            ("presProps", f"<p:presentationPr {NAMESPACES}/>"),
            ("viewProps", f"<p:viewPr {NAMESPACES}>{VIEWS}</p:viewPr>"),
        ):
            self.relations.add(kind, f"/ppt/{kind}.xml")
            self._add(f"ppt/{kind}.xml", kind, HEADER + content)

    def _presentation(self) -> None:
        self._add_properties()
        if any(scene.comment for scene in self.scenes):
            from smdeck.write.comments import add_authors

            add_authors(self.scenes, self.deck, self.package, self.relations)
        self.relations.add("theme", "/ppt/theme/theme1.xml")
        self.relations.add("tableStyles", "/ppt/tableStyles.xml")
        self._add("ppt/tableStyles.xml", "tableStyles", table_styles_part(self.theme))
        fonts = ""
        if self.theme.fonts.embedded:
            from smdeck.write.fonts import embed_fonts

            fonts = embed_fonts(self.theme, self.package, self.relations)
        embeds = ' embedTrueTypeFonts="1"' if fonts else ""
        rtl = ' rtl="1"' if self.rtl else ""
        self._add(
            "ppt/presentation.xml",
            "presentation.main",
            f"{HEADER}<p:presentation {NAMESPACES}{embeds}{rtl} "
            'saveSubsetFonts="1" autoCompressPictures="0">'
            f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="rId1"/>'
            '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/>'
            f'</p:notesMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId r:id="{self.handout}"/>'
            f"</p:handoutMasterIdLst>{self._listed_slides()}"
            f'<p:sldSz cx="{self.theme.width}" cy="{self.theme.height}"/>'
            f'<p:notesSz cx="{PAPER[0]}" cy="{PAPER[1]}"/>{fonts}{self._kinsoku()}{self._default_text_style()}'
            f"{self._sections()}</p:presentation>",
            self.relations,
        )

    def _listed_slides(self) -> str:
        """Return the slides by their relationships, each with its number."""
        ids = "".join(
            f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="{id}"/>'
            for n, id in enumerate(self.slide_ids)
        )
        return f"<p:sldIdLst>{ids}</p:sldIdLst>"

    def _kinsoku(self) -> str:
        """Return the rules of Japanese line breaks: those by which lines were measured."""
        if not self.lang.startswith("ja"):
            return ""
        from smdeck.fit.line_breaks import KINSOKU_FIRST, KINSOKU_LAST

        return (
            f'<p:kinsoku lang="ja-JP" invalStChars="{escape(KINSOKU_FIRST)}" '
            f'invalEndChars="{escape(KINSOKU_LAST)}"/>'
        )

    def _default_text_style(self) -> str:
        levels = "".join(
            level_xml(self.theme, self.theme.colors.base, Level(), 18.0, f"a:lvl{n}pPr")
            for n in range(1, 10)
        )
        style = f'<a:defPPr><a:defRPr lang="{self.lang}"/></a:defPPr>{levels}'
        return f"<p:defaultTextStyle>{self._directed(style)}</p:defaultTextStyle>"

    def _sections(self) -> str:
        """Return the native sections; slides before the first one stand in a section of their own."""
        if not any(scene.section for scene in self.scenes):
            return ""
        import uuid

        sections: list[tuple[str, list[int]]] = []
        for n, scene in enumerate(self.scenes):
            if scene.section or not sections:
                sections.append((scene.section or self.strings.opening, []))
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
