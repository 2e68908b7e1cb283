"""Synonyms: what German and English words for keys, layouts and values mean in the deck language.

They are looked up only where a word is unknown, so a good deck never imports this file. When the
deck language grows, a word is added to the rows below; a name that does not exist yet is passed
over until it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_KEYS = """
allow: erlauben erlaubt ignore ignorieren disable
alt: beschreibung description alternativtext alttext altext bildbeschreibung
at: position wo platz platzierung stelle cells zellen raster grid bereich area region
blocks: blöcke bausteine boxen boxes elemente elements objekte objects inhalte bereiche regions
by: von autor author autorin zitiert person urheber wer name speaker
categories: kategorien labels achse x beschriftungen rubriken
captions: untertitel subtitles subtitle vtt srt texttafeln transkript transcript
center: mitte zentrum middle hub kern
chart: diagramm grafik graph schaubild plot
client: kunde kundin auftraggeber customer mandant
columns: spalten header headers kopf kopfzeile
credit: bildnachweis nachweis fotograf copyright quelle source autor author
data: daten werte values zahlen datei file csv excel chart diagramm
date: datum wann when tag day zeitpunkt termin jahr year
decorative: dekorativ deko dekoration schmuck
cons: contra kontra gegen dagegen nachteile wider minus against
done: erledigt fertig abgehakt checked ok status
email: mail e-mail emailadresse mailadresse
event: veranstaltung anlass konferenz messe tagung occasion conference
featured: hervorgehoben wichtig markiert highlighted highlight active aktiv
file: datei pfad path src quelle source url bild image name data daten csv excel table tabelle
focus: fokus ausschnitt mittelpunkt position
footer: fußzeile fusszeile fuß footertext foot
hidden: versteckt verborgen ausgeblendet skip hide verstecken
mermaid: diagramm diagram flowchart graph ablauf flussdiagramm quelltext source code
math: formel gleichung latex formula equation tex
steps: schritte gruppen klicks zeilen lines clicks build
numbers: zeilennummern linenumbers nummern nummeriert
highlight: hervorheben hervorhebung markieren markierung betonen emphasis
icon: symbol piktogramm icons
instance: example beispiel zumbeispiel forexample
id: kennung anker anchor ref sprungmarke
image: bild foto grafik picture photo img pic porträt portrait logo file
items: punkte aufzählung aufzählungspunkte bullets bulletpoints liste list einträge elemente
items: unterpunkte subitems children
items: elements entries points inhalt content steps schritte karten cards kacheln agenda fragen
label: beschriftung bezeichnung linktext
lang: sprache language locale
layout: typ type folientyp slidetype art template vorlage kind
lead: einleitung intro teaser vorspann einstieg
left: links linke linkespalte leftcolumn column1 spalte1 vorher before
link: verweis url href adresse address ziel qr qrcode qrlink
logo: signet bild image file datei
middle: mitte mittlere mittlerespalte middlecolumn center zentrum column2 spalte2
minutes: minuten dauer duration zeit time min länge
name: titel bezeichnung
notes: notizen notiz speakernotes note sprechernotizen kommentar kommentare comments anmerkungen
notes: sprechtext moderation
opportunities: chancen möglichkeiten
pros: pro für dafür vorteile plus for
strengths: stärken
threats: risiken gefahren bedrohungen risks
weaknesses: schwächen
overlap: schnittmenge gemeinsam gemeinsames überschneidung intersection
phone: telefon tel telefonnummer telephone mobil mobile handy
place: ort location venue stadt city raum room adresse wo where
quadrants: quadranten felder fields
quote: zitat quotation text words worte citation
back: zurück rücksprung rückweg
menu: menü sprungmenü sprungmenu navigation navi jumpmenu breadcrumb
backup: reserve appendix ersatz reservefolien
clock: uhr beginn startzeit uhrzeit
comment: todo anmerkung
cut: kürzbar entfällt entbehrlich skip streichen
numbers: nummerierung
pace: tempo sprechtempo
slot: zeitfenster
by: nach je pro per
effect: effekt animation art wie
groups: gruppen schritte steps clicks klicks reihenfolge
reveal: einblenden animate builds build schrittweise incremental fragments
rows: zeilen reihen data daten table tabelle
right: rechts rechte rechtespalte rightcolumn column2 spalte2 column3 spalte3 nachher after
role: rolle funktion position jobtitle firma company organisation organization unternehmen beruf
axis2: zweiteachse sekundärachse secondaxis secondaryaxis y2 rechteachse zweitachse
bands: bänder band bereiche zonen zone korridor
reason: grund begründung warum why
multiples: vielfache kleinevielfache small-multiples smallmultiples panels facetten raster
series: reihen datenreihen serien values werte datasets
slides: folien folie slide seiten pages seite charts content inhalt
source: quelle quellen sources quellenangabe reference
speaker: sprecher sprecherin referent referentin vortragende vortragender redner rednerin autor
speaker: autorin author authors presenter verfasser ansprechpartner ansprechpartnerin
split: aufteilen teilen umbrechen paginate
subtitle: untertitel subheading subheadline subtitel unterzeile
table: tabelle
takeaway: fazit kernaussage aussage message conclusion
text: beschreibung description body absatz paragraph fließtext inhalt content details caption
theme: thema design vorlage template stil style farbschema master
tie: bindung beziehung stärke strength
title: titel überschrift headline heading header kopf caption frage question aussage statement name
tone: hintergrund background grund farbe color colour ton bg hintergrundfarbe backgroundcolor
transition: übergang folienübergang transitions überblendung
type: typ art diagrammtyp charttype kind
unit: einheit units
until: bis uhrzeit ende weiter
callout: zahl kennzahl großezahl bignumber
difference: differenz unterschied delta abstand
code: quelltext quellcode source snippet
language: sprache lexer syntax
task: aufgabe auftrag übung
team: gruppe gruppen group wer partner
material: materialien werkzeug tools
result: ergebnis ziel output
poster: vorschaubild standbild thumbnail bild
rating: bewertung sterne punkte stars
spark: sparkline sparklines verlauf verlaufslinie history werteverlauf minidiagramm
bar: balken
of: von gesamt
only: nur nurin versionen
except: außer ausser ohne nichtin not exclude
use: verwende nutze
vars: variables variablen werte values constants
variants: varianten versionen versions profile profiles
defaults: vorgaben standard voreinstellungen
url: website webseite web homepage internet link www adresse address
value: wert zahl number kennzahl preis price kosten betrag
"""
"""Keys, each with the words that people write for it; a word may stand for several."""

_ADVICE = """
animation: `reveal: true` lets items appear one by one, `transition` is how a slide comes in
animationen: `reveal: true` lets items appear one by one
aspect: slides are 16:9
backgroundimage: no slide has a picture behind its words; `image-text` shows one beside them
columns: `two-columns` has `left` and `right`, each with its `title` and `items`
spalten: `two-columns` has `left` and `right`, each with its `title` and `items`
color: colours stand in the theme; `tone` chooses the background of a slide
farbe: colours stand in the theme; `tone` chooses the background of a slide
font: fonts stand in the theme
fontsize: texts take the largest size that fits; `fit: slide` lets each slide choose its own
schrift: fonts stand in the theme
schriftart: fonts stand in the theme
size: texts take the largest size that fits; `fit: slide` lets each slide choose its own
import: slides of another file are taken over by `- use: datei.yaml#id`, among the slides
include: slides of another file are taken over by `- use: datei.yaml#id`, among the slides
use: it stands among the slides, as an entry of its own: `- use: datei.yaml#id`
einbinden: slides of another file are taken over by `- use: datei.yaml#id`, among the slides
logo: the logo stands in the theme; that of a client in `client: {name: …, logo: kunde.svg}`
macros: `vars: {name: …}` in the deck names a text, `${name}` stands for it
vars: they stand in the deck, above the slides: `vars: {name: …}`
number: slides and sections are numbered by themselves
nummer: slides and sections are numbered by themselves
pagenumber: slides are numbered by themselves; `numbers: total` counts as 3 / 24
slidenumber: slides are numbered by themselves; `numbers: total` counts as 3 / 24
paginate: slides are numbered by themselves; `numbers: total` counts as 3 / 24
seitenzahl: slides are numbered by themselves; `numbers: total` counts as 3 / 24
seitenzahlen: slides are numbered by themselves; `numbers: total` counts as 3 / 24
seitennummern: slides are numbered by themselves; `numbers: total` counts as 3 / 24
foliennummern: slides are numbered by themselves; `numbers: total` counts as 3 / 24
pagenumbers: slides are numbered by themselves; `numbers: total` counts as 3 / 24
slidenumbers: slides are numbered by themselves; `numbers: total` counts as 3 / 24
version: remove it
zeit: a time of the day stands before the words: `- "9:00 Begrüßung"`
uhrzeit: a time of the day stands before the words: `- "9:00 Begrüßung"`
time: a time of the day stands before the words: `- "9:00 Begrüßung"`
marp: remove it: that is of another program
"""
"""What is said of words that no key stands for."""

_LAYOUTS = """
title: titel titelfolie titelseite deckblatt cover start startfolie titlepage begrüßung intro
section: kapitel abschnitt kapitelfolie zwischentitel divider sectionheader chapter trenner teil
agenda: tableofcontents überblick gliederung inhalt inhaltsverzeichnis toc outline programm
agenda: tagesordnung contents ablaufplan
bullets: aufzählung punkte liste list bullet bulletpoints stichpunkte default content standard
text: absatz fließtext prosa paragraph prose body freitext brief
statement: vision mission hypothese kernbotschaft leitbild aussage kernaussage message botschaft
statement: these slogan claim
big-number statement: bignumber number zahl großezahl hero fact
quote: zitat quotation testimonial testimonials zitate pullquote citation blockquote stimme
quote: kundenstimme
two-columns: spaltentext zweispaltig zweispalter spalten columns twocolumn twocol twocolumns
two-columns: twocontent split
definition: begriff definition begriffserklärung begriffsklärung glossar glossary term lexikon
definition: worterklärung
two-columns: nebeneinander columns2 2columns 2spalten
three-columns: dreispalten dreispaltig dreispalter threecolumn threecol threecolumns columns3
three-columns: 3columns 3spalten
free: businessmodelcanvas leancanvas frei freie freieform freeform freilayout leer blank canvas
free: blöcke blocks individuell custom
swot cards: swot swotanalyse dafo stärkenschwächen stärkenundschwächen strengthsweaknesses
checklist: nächsteschritte nextsteps nextstep actionitems checkliste todo todos aufgaben
checklist: aufgabenliste abhaken
matrix: risikomatrix riskmatrix empathymap bcgmatrix ansoff portfolio eisenhower vierfelder
matrix: vierfeldermatrix quadranten quadrants
matrix table: matrix raci morphologie
pros-cons comparison: vorundnachteile proscons prosandcons vorteile procontra provscontra
pros-cons comparison: fürundwider vornachteile
comparison: vergleich gegenüberstellung vorhernachher beforeafter versus vs compare contrast
timeline process: lebenslauf werdegang zeitstrahl timeline zeitleiste zeitachse meilensteine
timeline process: milestones
roadmap: ausblick roadmap fahrplan gantt projektplan zeitplan jahresplan masterplan
timeline process: historie history
process: ablauf prozess schritte steps phasen phases workflow vorgehen flow journey
diagram process: flowchart flussdiagramm ablaufdiagramm mermaid sequenzdiagramm
diagram: sequencediagram programmablaufplan flow-chart entscheidungsbaum decisiontree
cycle process: kreislauf cycle zyklus loop pdca regelkreis
process: treppe pfeile chevron reifegrad maturity customerjourney userjourney
funnel process: funnel trichter pipeline verkaufstrichter salesfunnel conversion
pyramid: strategiehaus houseofstrategy pyramide maslow stufenpyramide
venn: schnittmenge venndiagramm überschneidung mengendiagramm overlap kreise
org-chart: organigramm orgchart hierarchie organisation orga organisationsstruktur hierarchy
network: netzwerk netz mindmap hub beziehungen stakeholder ökosystem zusammenhänge kreis graph
kpis icon-grid: scorecard sparkline sparklines kpi kpis kennzahlen kennzahl zahlen facts figures
kpis icon-grid: metrics numbers dashboard stats
icon-grid: icons icongrid symbole bausteine features vorteile benefits grid raster leistungen
cards: personas persona zielgruppe zielgruppen karten kacheln tiles boxen boxes themen angebote
cards: pakete preise pricing
table: pricingtable preistabelle vergleichstabelle tabelle daten übersichtstabelle spreadsheet
chart: diagramm grafik schaubild balkendiagramm säulendiagramm kreisdiagramm tortendiagramm graph
chart: wasserfall waterfall histogramm histogram dumbbell flächendiagramm streudiagramm hantel
chart: wasserfalldiagramm hanteldiagramm brückendiagramm spannen blasendiagramm bubblechart
chart: liniendiagramm bar column line pie barchart piechart linechart plot donut doughnut umsatz
image-text: bild foto picture photo bildtext textbild imagetext figure screenshot abbildung
image-text: imageright imageleft bildschirmfoto mockup screenshots
image: fullimage vollbild fullbleed hintergrundbild großbild bildfolie fullscreen
team: team teamfoto teamphoto teamvorstellung personen people mitarbeiter köpfe
speaker: steckbrief profil profile referent referentin sprecher sprecherin speaker überuns übermich
speaker: aboutme vorstellung vita
gallery: photogrid fotowand collage galerie gallery bildergalerie fotos bilder photos
logos: partner partners logos logo kunden kundenlogos referenzen clients customers partnerlogos
logos: logowall sponsoren
takeaways: fazit zusammenfassung summary conclusion ergebnis ergebnisse lessons merken kernpunkte
takeaways: keytakeaways resümee
questions: fragen frage qa qanda q&a diskussion discussion faq
contact: visitenkarte vcard kontakt kontaktdaten ansprechpartner qr qrcode calltoaction cta
exercise: hausaufgabe hausaufgaben warmup icebreaker breakout brainstorming lockerung übung aufgabe
exercise: arbeitsauftrag gruppenarbeit workshopaufgabe task activity übungen
poll: einstiegsfrage umfrage abstimmung voting vote frage quiz mentimeter slido sondage abstimmen
break: pause kaffeepause mittagspause unterbrechung intermission timer countdown
sources: quellen quellenverzeichnis literatur bibliografie references bibliography bildnachweise
equation: formel gleichung formeln math mathe mathematik latex
equation: formula gleichungen mathformula
code: quelltext quellcode listing snippet programmcode sourcecode codeblock
video: film clip movie filme videoclip audio ton podcast sound hörprobe musik youtube vimeo
video: tonaufnahme
map: karte landkarte deutschlandkarte europakarte choropleth choroplethenkarte regionen
map: bundesländer geokarte regionmap
hundred: punktraster anteil prozent hundert dotarray isotype pictogram waffle waffelchart
hundred: iconarray personenanteil
closing: dank danke dankesfolie thankyou thanks ende end schluss schlussfolie abschluss outro final
"""
"""Layouts, each with the intents that it serves; of several names, the first that exists."""

EXAMPLES = {
    "agenda": "{layout: agenda}",
    "big-number": "{layout: big-number, title: …, value: 68 %, text: …}",
    "break": '{layout: break, until: "10:45", minutes: 15}',
    "bullets": "{layout: bullets, title: …, items: [eins, zwei]}",
    "cards": "{layout: cards, title: …, items: [{title: …, text: …}, {title: …, text: …}]}",
    "chart": "{layout: chart, type: column, title: …, data: umsatz.csv}",
    "checklist": "{layout: checklist, title: …, items: [{title: …, done: true}, zwei]}",
    "closing": "{layout: closing, title: Vielen Dank}",
    "code": "{layout: code, title: …, language: python, code: …}",
    "comparison": "{layout: comparison, title: …, left: {title: …, items: […]}, right: {title: …}}",
    "contact": "{layout: contact, title: …, url: https://…}",
    "definition": "{layout: definition, title: …, text: …, instance: …}",
    "diagram": '{layout: diagram, title: …, mermaid: "flowchart LR; A[eins] --> B[zwei]"}',
    "cycle": "{layout: cycle, title: …, items: [eins, zwei, drei]}",
    "free": "{layout: free, title: …, blocks: [{at: {columns: 1-6}, text: …}, {at: …, value: 64}]}",
    "funnel": "{layout: funnel, title: …, items: [{value: 1000, title: …}, {value: …, title: …}]}",
    "gallery": "{layout: gallery, title: …, items: [{image: {file: …, alt: …}, title: …}, …]}",
    "equation": r"{layout: equation, title: …, math: 'E = m c^2'}",
    "exercise": "{layout: exercise, task: …, minutes: 10, team: zu dritt}",
    "map": "{layout: map, title: …, map: germany, values: {Bayern: 12, …: …}}",
    "hundred": "{layout: hundred, title: …, value: 37, text: …}",
    "icon-grid": "{layout: icon-grid, title: …, items: [{icon: …, title: …, text: …}]}",
    "image": "{layout: image, title: …, image: {file: …, alt: …}, text: …}",
    "image-text": "{layout: image-text, title: …, image: {file: …, alt: …}, text: …}",
    "matrix": "{layout: matrix, title: …, x: …, y: …, items: [eins, zwei, drei, vier]}",
    "kpis": "{layout: kpis, title: …, items: [{value: 68 %, title: …, trend: up, text: +9}]}",
    "logos": "{layout: logos, title: …, items: [{image: {file: …, alt: …}}, …]}",
    "network": "{layout: network, title: …, center: …, items: [eins, zwei, drei]}",
    "pros-cons": "{layout: pros-cons, title: …, pros: [eins, zwei], cons: [eins, zwei]}",
    "poll": "{layout: poll, title: …, items: [eins, zwei], url: https://…}",
    "org-chart": "{layout: org-chart, title: …, root: …, items: [{title: …, items: [eins, zwei]}]}",
    "process": "{layout: process, title: …, items: [eins, zwei, drei]}",
    "pyramid": "{layout: pyramid, title: …, items: [Spitze, Mitte, Basis]}",
    "questions": "{layout: questions}",
    "quote": "{layout: quote, quote: …, by: …}",
    "roadmap": "{layout: roadmap, title: …, periods: [Q1, Q2], items: [{title: …, start: Q1}]}",
    "section": "{layout: section, title: …}",
    "sources": "{layout: sources}",
    "speaker": "{layout: speaker, title: Name, role: …, image: {file: …, alt: …}}",
    "statement": "{layout: statement, title: …}",
    "swot": "{layout: swot, title: …, strengths: […], weaknesses: […], threats: […]}",
    "table": "{layout: table, title: …, columns: [A, B], rows: [[1, 2], [3, 4]]}",
    "takeaways": "{layout: takeaways, title: …, items: [eins, zwei]}",
    "team": "{layout: team, title: …, items: [{title: Name, text: Rolle, image: {…}}]}",
    "text": "{layout: text, title: …, text: …}",
    "timeline": "{layout: timeline, title: …, items: [{date: 2025, title: …}, {date: …}]}",
    "title": "{layout: title}",
    "video": "{layout: video, title: …, file: film.mp4, poster: {file: …, alt: …}}",
    "two-columns": "{layout: two-columns, title: …, left: {items: [eins]}, right: {text: …}}",
    "three-columns": "{layout: three-columns, title: …, left: […], middle: […], right: […]}",
    "venn": "{layout: venn, title: …, overlap: …, items: [eins, zwei, drei]}",
}
"""A slide of each layout on one line."""

_VALUES = """
light: hell weiß weiss white heller
dark: dunkel schwarz black dunkler
brand: marke markenfarbe hausfarbe primary
accent: akzent akzentfarbe secondary
none: keine kein ohne aus off false no nein
fade: überblenden überblendung einblenden ausblenden blenden dissolve crossfade true ja
appear: erscheinen sofort auftauchen
item: punkt stichpunkt zeile einzeln bullet row
category: kategorie kategorien rubrik jahr
series: reihe reihen datenreihe datenreihen
whole: ganz alles gesamt komplett slide folie
repeat: wiederholen wiederholt immer again
once: einmal
total: gesamt gesamtzahl summe anzahl
plain: einfach schlicht
push: schieben
wipe: wischen
cover: überdecken abdecken
morph: morphen
bar: balken balkendiagramm bars barchart horizontal
column: spalte spalten säule säulen säulendiagramm columns vertical columnchart
stacked-column: gestapelt stacked stapel gestapeltesäulen stackedbar stapelsäulen stapeldiagramm
line: linie linien liniendiagramm lines kurve
area: fläche flächen flächendiagramm
pie: kreis torte kuchen tortendiagramm kreisdiagramm kuchendiagramm piechart
doughnut: ring donut ringdiagramm
scatter: punkte punktwolke streudiagramm xy
bubble: blase blasen blasendiagramm bubbles bubblechart kreise
waterfall: wasserfall wasserfalldiagramm brücke brückendiagramm bridge kaskade cascade
range: spanne spannen hantel hanteldiagramm dumbbell bereich von-bis vonbis spannweite
range: spannendiagramm
histogram: histogramm häufigkeit häufigkeitsverteilung verteilung distribution
left: links
center: mitte zentriert mittig zentral centre middle
right: rechts
strong: stark eng
weak: schwach lose
talk: vortrag präsentation presentation keynote rede
workshop: seminar schulung training kurs
handout: unterlage lesefassung leaflet dokument document
deck: einheitlich alle
slide: folie einzeln
"""
"""Values of keys that take one of a few words."""


def keys_meant(word: str, known: Iterable[str]) -> list[str]:
    """Return which of the `known` keys a word is another name for, the likeliest first."""
    names = set(known)
    return [key for key in _index(_KEYS).get(_plain(word), ()) if key in names]


def key_meant(word: str, known: Iterable[str]) -> str | None:
    """Return which of the `known` keys a word is another name for, or None."""
    return next(iter(keys_meant(word, known)), None)


def is_key(word: str) -> bool:
    """Return whether a word is a key, or what people write for one."""
    return _plain(word) in _index(_KEYS)


def advice(word: str) -> str | None:
    """Return what is said of a word that no key stands for, or None."""
    return _index_of_advice().get(_plain(word))


def layout_meant(word: str, known: Iterable[str]) -> str | None:
    """Return which of the `known` layouts serves what a word asks for, or None."""
    names = set(known)
    whole = re.sub(r"(?<=.)(folie|seite|slide|layout)n?$", "", _plain(word))
    parts = re.split(r"[-_/ ]+", word)
    for part in (_plain(word), whole, *map(_plain, parts if len(parts) < 3 else ())):
        named = (name for row in _index(_LAYOUTS).get(part, ()) for name in row.split())
        found = next((name for name in named if name in names), None)
        if found:
            return found
    return None


def value_meant(word: str, known: Iterable[str]) -> str | None:
    """Return which of the `known` values a word is another name for, or None."""
    names = set(known)
    return next((value for value in _index(_VALUES).get(_plain(word), ()) if value in names), None)


def _plain(word: str) -> str:
    """Return a word as the rows have it: in small letters, without spaces and hyphens."""
    return re.sub(r"[-_\s]+", "", word.casefold())


@cache
def _index(rows: str) -> dict[str, list[str]]:
    """Return what each word of the rows stands for, in their order."""
    found: dict[str, list[str]] = {}
    for row in rows.strip().splitlines():
        name, _, words = row.partition(": ")
        for word in (*words.split(), *name.split()):
            meanings = found.setdefault(_plain(word), [])
            if name not in meanings:
                meanings.append(name)
    return found


@cache
def _index_of_advice() -> dict[str, str]:
    rows = (row.partition(": ") for row in _ADVICE.strip().splitlines())
    return {_plain(word): said for word, _, said in rows}
