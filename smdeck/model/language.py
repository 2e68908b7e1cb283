"""Languages: tags that name one (BCP 47), and which tag somebody means who writes another word."""

from __future__ import annotations

import re
from functools import cache

TAG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
"""A tag as it is usually written: language, script, region, variants (RFC 5646, 2.1 and 2.1.1)."""

_NAMED = """
af ZA Afrikaans Afrikaans|ar SA Arabisch Arabic|bg BG Bulgarisch Bulgarian|bs BA Bosnisch Bosnian
ca ES Katalanisch Catalan|cs CZ Tschechisch Czech|cy GB Walisisch Welsh|da DK Dänisch Danish
de DE Deutsch German|el GR Griechisch Greek|en US Englisch English|es ES Spanisch Spanish
et EE Estnisch Estonian|eu ES Baskisch Basque|fa IR Persisch Persian|fi FI Finnisch Finnish
fr FR Französisch French|ga IE Irisch Irish|gl ES Galicisch Galician|he IL Hebräisch Hebrew
hi IN Hindi Hindi|hr HR Kroatisch Croatian|hu HU Ungarisch Hungarian|hy AM Armenisch Armenian
id ID Indonesisch Indonesian|is IS Isländisch Icelandic|it IT Italienisch Italian
ja JP Japanisch Japanese|ka GE Georgisch Georgian|ko KR Koreanisch Korean|la VA Lateinisch Latin
lb LU Luxemburgisch Luxembourgish|lt LT Litauisch Lithuanian|lv LV Lettisch Latvian
mk MK Mazedonisch Macedonian|ms MY Malaiisch Malay|mt MT Maltesisch Maltese
nb NO Bokmål Norwegian|nl NL Niederländisch Dutch|nn NO Nynorsk Nynorsk|pl PL Polnisch Polish
pt PT Portugiesisch Portuguese|rm CH Rätoromanisch Romansh|ro RO Rumänisch Romanian
ru RU Russisch Russian|sk SK Slowakisch Slovak|sl SI Slowenisch Slovenian
sq AL Albanisch Albanian|sr RS Serbisch Serbian|sv SE Schwedisch Swedish|sw KE Suaheli Swahili
th TH Thailändisch Thai|tr TR Türkisch Turkish|uk UA Ukrainisch Ukrainian|ur PK Urdu Urdu
vi VN Vietnamesisch Vietnamese|zh CN Chinesisch Chinese
gsw CH Schweizerdeutsch Alemannic|hsb DE Obersorbisch Upper-Sorbian
dsb DE Niedersorbisch Lower-Sorbian|fil PH Filipino Filipino
"""
"""Languages with the region that is meant where none is named, and their names."""

_OTHERS = """
aa ab ae ak am an as av ay az ba be bh bi bm bn bo br ce ch co cr cu cv dv dz ee eo ff fj fo fy gd
gn gu gv ha ho ht hz ia ie ig ii ik io iu jv kg ki kj kk kl km kn kr ks ku kv kw ky lg li ln lo lu
mg mh mi ml mn mr my na nd ne ng no nr nv ny oc oj om or os pa pi ps qu rn rw sa sc sd se sg si sm
sn so ss st su ta te tg ti tk tl tn to ts tt tw ty ug uz ve vo wa wo xh yi yo za zu
bar frr nds stq
"""
"""The other languages of ISO 639-1, and those spoken in Germany that it has no code for."""

_REGIONS = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
"""Countries and territories (ISO 3166-1), and Kosovo."""

_SAID = """
ger=de deu=de eng=en fra=fr fre=fr ita=it spa=es nld=nl dut=nl por=pt pol=pl rus=ru hochdeutsch=de
français=fr italiano=it español=es nederlands=nl polski=pl norwegisch=nb british=en-GB
britisch=en-GB american=en-US at=de-AT gb=en-GB us=en-US cz=cs dk=da gr=el jp=ja cn=zh
"""
"""What else languages are called: by ISO 639-2, by their own names, by a country."""

_PLACES = "deutschland=DE österreich=AT schweiz=CH uk=GB usa=US"
"""What regions are called, as in `Deutsch (Schweiz)`."""


@cache
def _named() -> dict[str, tuple[str, str, str]]:
    """Return region, German and English name of languages by their code."""
    rows = re.split(r"[|\n]", _NAMED.strip())
    return {code: (region, *names) for code, region, *names in map(str.split, rows)}  # type: ignore[misc]


def is_tag(text: str) -> bool:
    """Return whether a text names a language, and perhaps its script and region."""
    if not re.fullmatch(TAG, text):
        return False
    language, *rest = text.split("-")
    known = language in _named() or language in _OTHERS.split()
    return known and all(part in _REGIONS.split() for part in rest if re.fullmatch("[A-Z]+", part))


def with_region(tag: str) -> str:
    """Return a tag as PowerPoint writes it, with a region: `de` becomes `de-DE`."""
    return f"{tag}-{_named()[tag][0]}" if tag in _named() else tag


def meant(text: str) -> str | None:
    """Return the tag that may be meant: `de-DE` for `german`, `DE` and `de_de`."""
    from smdeck.findings import nearest

    first, *rest = re.split(r"[-_ ()]+", text.strip(" ()").casefold())
    codes = {name.casefold(): code for code, row in _named().items() for name in row[1:]}
    codes |= _pairs(_SAID)
    near = first if first in codes or is_tag(first) else nearest(first, [*codes, *_named()])
    if near is None:
        return None
    language, *region = codes.get(near, near).split("-")
    places = _pairs(_PLACES)
    regions = [places.get(p, p.upper()) for p in rest if p in places or len(p) == 2] or region
    scripts = [part.title() for part in rest if len(part) == 4]
    tag = "-".join([language, *scripts, *regions])
    return with_region(tag if is_tag(tag) else language)


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())
