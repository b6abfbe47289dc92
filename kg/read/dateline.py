"""Datelines: "BRUSSELS, Feb 15 (Agency) — Ministers ..." says where a report was written, when, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read import dates
from kg.read.names import PLACES

_AGENCY_NAMES = """
reuters, thomson reuters, ap, associated press, the associated press, afp, agence france-presse, upi, dpa,
efe, ansa, anadolu, anadolu agency, aa, tass, itar-tass, ria novosti, sputnik, interfax, xinhua, kyodo,
kyodo news, yonhap, pti, ians, irna, isna, mehr, fars, sana, wam, spa, mena, petra, kuna, qna, belta,
ukrinform, unian, al jazeera, apa, trend, azertac, armenpress, bta, hina, tanjug, beta, apn, ips, bloomberg, dow jones,
cp, the canadian press, aap, belga, anp, swissinfo, un news, rferl, rfe/rl, voa, bbc, cnn, dw, npr, euronews,
france 24, al arabiya
"""
#: News agencies as datelines and bylines write them, in lower case.
AGENCIES = frozenset(name.strip() for name in _AGENCY_NAMES.replace("\n", " ").split(","))
_CAPITALS = """
NATO, OSCE, OPEC, ASEAN, UNESCO, UNICEF, UN, EU, US, USA, UK, WHO, WTO, IMF, IAEA, ICC, ICJ, NOTE, UPDATE,
EXCLUSIVE, ANALYSIS, OPINION, BREAKING, FACTBOX, EXPLAINER, TIMELINE, WATCH, READ, PHOTOS, VIDEO, LIVE, Q,
A, I
"""
# Capitals that open sentences before a dash and are no places.
_NO_PLACES = frozenset(name.strip() for name in _CAPITALS.split(","))
_WORD = r"[^\W\d_][^\W\d_’'.-]*(?:[’'.-][^\W\d_]*)*"
_PLACE = (
    rf"(?P<place>{_WORD}(?:[ /-]+{_WORD}){{0,3}}"
    rf"(?:,\s(?!(?:{dates.MONTH}|{dates.WEEKDAY})){_WORD}(?:\s{_WORD}){{0,2}})?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?P<date>(?:(?:{dates.WEEKDAY}),?\s)?(?:(?:{dates.MONTH})\s{_DAY}|{_DAY}\s(?:{dates.MONTH}))(?:,?\s(?:19|"
    rf"20)\d{{2}})?"
    rf"|{dates.WEEKDAY}(?=\W))"
)
_AGENCY = r"(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[A-Z][A-Za-z ]{1,20})/)"
# After an agency and a date nothing else need part the dateline from the report: "/TASS/. ", "(PTI) ".
_DASH = r"\s*(?:—|–|--|-(?=\s)|―)\s*|\s*:\s+|\s+\|\s+|(?<=/)\.?\s+|(?<=\))\s+"
_DATELINE = re.compile(
    rf"(?:\((?P<before>[^()]{{2,20}})\)\s*[-–—]\s*)?{_PLACE}(?P<rest>(?:\s*[,.–—-]?\s*{_DATE})?\.?,?\s*(?:{_AGENCY})?)(?P<dash>{_DASH})(?=[\"“‘'(\[]*[^\W_])",
    re.IGNORECASE,
)
#: Longest dateline: "UNITED NATIONS/WASHINGTON, D.C., Wednesday, September 30, 2015 (Thomson Reuters Foundation) — ".
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Dateline:
    """A report from `place`, of `date` (ISO) by `agency`; its words end at `end`, where the report begins."""

    place: str
    date: str | None
    agency: str | None
    end: int


def dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` opens with, or None."""
    found = _DATELINE.match(paragraph[:_LONGEST])
    if found is None or found.end() >= len(paragraph):
        return None
    place, agency = found["place"], found["agency"] or found["slashed"] or found["before"]
    after = paragraph[found.end() :].lstrip("\"“‘'([")
    dated = found["date"] is not None
    if place in _NO_PLACES or dates.found(f"{place} 1, 2000") or (not after[:1].isupper() and not after[:1].isdigit()):
        return None
    if not found["dash"].strip(" .") and not (dated and agency and agency.lower() in AGENCIES):
        return None
    if ":" in found["dash"] and not (dated and (agency or place.isupper())) and not is_city(place):
        return None
    beside = _is_beside(place, found["dash"], paragraph)
    if not place.isupper() and not beside and not _capitalised(place, agency=agency, dated=dated):
        return None
    if agency is None and not dated and not beside and not _alone(place, found["dash"]) and not is_city(place):
        return None
    return Dateline(place, dates.found(found["date"]) if dated else None, agency, found.end())


def is_city(place: str) -> bool:
    """A city in capitals, after which Asian papers have a colon: "NEW DELHI: ", "BUNIA, DR Congo: "."""
    city = place.split(",")[0]
    return city.isupper() and city.lower() in PLACES


def _is_beside(place: str, dash: str, paragraph: str) -> bool:
    """A well-known city before a dash, and a sentence: "Harare – The president said so." A title has no full stop."""
    city = place.split(",")[0]
    return city[:1].isupper() and city.lower() in PLACES and ":" not in dash and paragraph.rstrip("\"”’' )")[-1:] == "."


def _alone(place: str, dash: str) -> bool:
    """A place and a dash: "GENEVA — ", "ASTANA, Kazakhstan - ". Capitals and a free dash; nothing less is safe."""
    first = place.split(",")[0]
    return first.isupper() and len(first) > 2 and "." not in first[:2] and ":" not in dash and dash != "--"


def _capitalised(place: str, *, agency: str | None, dated: bool) -> bool:
    """A name, and something beside it that only datelines have: "Moscow (Reuters) - ", "ASTANA, Kazakhstan — "."""
    words = re.findall(r"[^\W\d_]+", place)
    if not all(word[0].isupper() or word in ("de", "la", "el", "al", "of", "am", "and") for word in words):
        return False
    first = place.split(",")[0]
    return dated or (first.isupper() and "," in place) or (agency is not None and _is_agency(agency))


def _is_agency(name: str) -> bool:
    """A known agency, or what else stands in such brackets: a name in capitals or of few words."""
    words = name.split()
    return name.lower() in AGENCIES or (len(words) <= 3 and all(word[0].isupper() for word in words))
