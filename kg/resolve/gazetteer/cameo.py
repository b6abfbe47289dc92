"""Actor dictionaries in the format of TABARI and PETRARCH, as rows of a user's own gazetteer.

A record is a name, its synonyms, and CAMEO codes with the days between which they hold::

    ODA_BREKKE_
    +MINISTER_BREKKE_
        [NORELI 750101-991231]
        [NORGOV >20000101]

Source: openeventdata/Dictionaries, README, "Actor Dictionary". A code begins with a country (ISO 3166-1 alpha-3) or a
kind of international actor (IGO, NGO, IMG, MNC); what follows is the sector: GOV, MIL, REB, ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.resolve.gazetteer.own import NO_SURNAME, Problem, Row

if TYPE_CHECKING:
    from kg.resolve.gazetteer.gazetteer import Gazetteer

_COMMENT = re.compile(r"[#;].*|<!--.*?-->")
_BRACKETS = re.compile(r"\[\s*([^\]]*?)\s*\]")
_BESIDE = re.compile(r"(.+?) ?\(([A-Za-z-]+)\)")
_CODE = re.compile(r"([A-Za-z-]{3}[A-Za-z\d-]*)(?:\s*([<>])\s*(\d+)|\s+(\d+)\s*-\s*(\d+))?")
# Two digits of a year above this are of the 20th century: so PETRARCH reads them.
_CENTURY = 30
# Countries by codes that ISO 3166 has withdrawn, or never had, and that the dictionaries use.
_RENAMED = {
    "BUR": "MMR", "CSK": "CZE", "DDR": "DEU", "KSV": "XKX", "ROM": "ROU", "SRP": "SRB", "TMP": "TLS", "USR": "RUS",
    "YUG": "SRB", "ZAR": "COD",
}  # fmt: skip
# What a sector makes of an organization; "organization" where it says nothing of the kind.
_KIND = {
    **dict.fromkeys(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"), "government"),
    **dict.fromkeys(("REB", "UAF", "SEP", "INS", "RAD", "IMG"), "armed_group"),
    **dict.fromkeys(("OPP", "PTY"), "party"),
    **dict.fromkeys(("BUS", "MNC"), "company"),
    "MED": "media",
    "NGO": "ngo",
    "NGM": "ngo",
    "IGO": "intergovernmental",
}
# The posts that sectors are, of a person with days. ELI, "former officials", is none.
_POST = {
    "GOV": "member of government",
    "MIL": "member of the armed forces",
    "LEG": "member of parliament",
    "JUD": "member of the judiciary",
    "OPP": "member of the opposition",
    "SPY": "member of the intelligence service",
    "COP": "member of the police",
}
# Words of which one tells a body that has existed for some years from a person with a career.
_BODY = frozenset(
    """
    administration agency alliance army assembly association authority bank brigade brigades bureau coalition command
    commission committee company congress council court defense defence department federation force forces front
    government governments group junta league liberation ministry mission movement national network office officials
    organization organisation parliament party police regime rebels republic resistance security senate soldiers
    troops union
    """.split()
)
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "del", "al", "bin", "ibn", "van", "von"})
# A single word of so many letters is taken for an acronym and stays in capitals, as one without a vowel does.
_ACRONYM = 4


@dataclass(slots=True)
class _Record:
    """A name and its synonyms have these codes, each from one day until another."""

    where: str
    names: list[str]
    codes: list[tuple[str, str, str]] = field(default_factory=list)


def rows(text: str, file: str, bundled: Gazetteer) -> tuple[list[Row], list[Problem]]:
    """The rows that a dictionary adds to the bundled gazetteer, and the lines that can't be used.

    A name that the gazetteer has already for the same country is left out, so that its cities stay cities.
    """
    problems: list[Problem] = []
    found = []
    for record in _records(text, file, problems):
        if not record.codes:
            problems.append(Problem(record.where, f"“{record.names[0]}” has no code"))
            continue
        row = _row(record, bundled)
        if row is not None:
            found.append(row)
    return _together(found), problems


def _records(text: str, file: str, problems: list[Problem]) -> Iterator[_Record]:
    """The records of a dictionary; lines that are none go to the problems."""
    record: _Record | None = None
    comment = False  # within "<!-- ... -->" over several lines
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{file}:{number}"
        comment = comment and "-->" not in line
        bare = _COMMENT.sub("", line).rstrip()
        if "<!--" in bare:
            bare, comment = bare.partition("<!--")[0], True
        if comment or not bare.strip() or "-->" in bare:
            continue
        name, bracket, _ = bare.partition("[")
        if name.strip() and not name.startswith("+"):
            if record is not None:
                yield record
            record = _Record(where, _names(name))
        elif record is None:
            problems.append(Problem(where, "a synonym or a code without a name before it"))
            continue
        elif name.startswith("+"):
            record.names += _names(name[1:])
        if bracket:
            for code in _BRACKETS.findall(bare) or [""]:
                try:
                    record.codes.append(_code(code))
                except ValueError as error:
                    problems.append(Problem(where, str(error)))
    if record is not None:
        yield record


def _names(name: str) -> list[str]:
    """The names in one of the dictionary's: "FJELL_FRONT_(FF)_" gives "Fjell Front" and "FF"."""
    parts = _BESIDE.fullmatch(name.replace("_", " ").replace(";", " ").strip())
    return [_readable(part) for part in (parts.groups() if parts else (name,))]


def _readable(name: str) -> str:
    """A name of the dictionary as news write it: "FRONT_OF_THE_FJELL_" is "Front of the Fjell"."""
    words = name.replace("_", " ").replace(";", " ").split()
    if any(word != word.upper() for word in words):
        return " ".join(words)
    if len(words) == 1 and (len(words[0].replace(".", "")) <= _ACRONYM or not re.search("[AEIOUY]", words[0])):
        return words[0]
    small = (word.lower() if at and word.lower() in _SMALL else word.title() for at, word in enumerate(words))
    return " ".join(small).replace("'S", "'s")


def _code(text: str) -> tuple[str, str, str]:
    """(code, first day, last day) of "AFGGOV 870930-920416", "AFGGOV >011222", "AFG <19910101" or "AFG"."""
    found = _CODE.fullmatch(text)
    if not found:
        raise ValueError(f"[{text}] is no code with or without days")
    code, sign, day, first, last = found.groups()
    since = first or (day if sign == ">" else "")
    until = last or (day if sign == "<" else "")
    return code.upper(), _day(since), _day(until)


def _day(digits: str) -> str:
    """YYYYMMDD or YYMMDD as an ISO date."""
    if not digits:
        return ""
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) > _CENTURY else "20") + digits
    try:
        return date.fromisoformat(digits).isoformat() if len(digits) == 8 else _no_day(digits)
    except ValueError as error:
        raise ValueError(f"{digits} is no day: YYYYMMDD or YYMMDD") from error


def _no_day(digits: str) -> str:
    raise ValueError(digits)


def _row(record: _Record, bundled: Gazetteer) -> Row | None:
    """The row of a record; None where its names are known already, or its code says "nobody" (---)."""
    code = record.codes[-1][0]  # the default stands last; where there is none, the latest
    if code.startswith("---"):
        return None
    countries = _countries(code, bundled)
    dated = [one for one in record.codes if one[1] or one[2]]
    words = record.names[0].lower().split()
    person = bool(dated) and len(dated[0][0]) > 3 and len(words) > 1 and not _BODY & set(words)
    new = [name for name in dict.fromkeys(record.names) if not _known(name, countries, bundled, person=person)]
    if not new:
        return None
    country = countries[0] if countries else ""
    state = bundled.entry(f"country/{country}") if len(code) == 3 and not person else None
    if state is not None:
        return Row(record.where, state.label, "country", country, ";".join(name for name in new if name != state.label))
    if person:
        posts = ";".join(_posts(dated, bundled))
        return Row(record.where, new[0], "person", country, ";".join(new[1:]), NO_SURNAME, posts=posts)
    sectors = (code[at : at + 3] for at in range(0, len(code), 3))
    kind = next((_KIND[sector] for sector in sectors if sector in _KIND), "organization")
    return Row(record.where, new[0], kind, country, ";".join(new[1:]))


def _countries(code: str, bundled: Gazetteer) -> list[str]:
    """The countries in a code: of "AFGGOV" Afghanistan, of "NGOTZA" Tanzania, of "GBRVGB" Britain and the territory."""
    parts = (_RENAMED.get(part, part) for part in (code[:3], code[3:6]))
    return [part for part in parts if bundled.entry(f"country/{part}")]


def _known(name: str, countries: list[str], bundled: Gazetteer, *, person: bool) -> bool:
    """The gazetteer has the name, for something of these countries (or, without one, for anything)."""
    bearers = list(bundled.lookup_person(name, on=None) if person else bundled.lookup(name))
    word = bundled.entry(bundled.demonym(name) or "")
    return any(not countries or bearer.country in countries for bearer in (*bearers, *filter(None, (word,))))


def _posts(codes: Iterable[tuple[str, str, str]], bundled: Gazetteer) -> Iterator[str]:
    for code, since, until in codes:
        countries, post = _countries(code[:3], bundled), _POST.get(code[3:6])
        if countries and post and (not since or not until or since <= until):
            yield f"{post}|country/{countries[0]}|{since}|{until}"


def _together(found: list[Row]) -> list[Row]:
    """One row for each country, with the names of all records that mean it."""
    countries: dict[str, Row] = {}
    for row in found:
        if row.kind == "country":
            first = countries.get(row.country, row)
            names = dict.fromkeys((*first.aliases.split(";"), *row.aliases.split(";")))
            countries[row.country] = replace(first, aliases=";".join(filter(None, names)))
    return [*countries.values(), *(row for row in found if row.kind != "country")]
