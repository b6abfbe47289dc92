"""Speeches: whose words the text is, where its title says so ("Remarks by President Jane Doe at the opening")."""

from __future__ import annotations

import re

from kg.read.names import PEOPLE

_KIND = r"(?:remarks|speech|address|lecture|statement|message|letter|opening|keynote)"
_BY = re.compile(
    rf"(?:.{{0,60}}:\s)?(?:(?:the|full|text|transcript|of|opening|closing|keynote|welcome|introductory|press|video|"
    rf"joint|prepared|annual|open)\s)*{_KIND}(?:\s(?:given|made|as|delivered|prepared))*\s(?:by|of|from)\s(?P<who>.+)",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?:full text|text|transcript)(?:\sof)?:?\s(?P<who>[^,:]+?)[’']s?\s(?:[\w-]+\s){{0,4}}{_KIND}\b.*", re.IGNORECASE
)
# Behind these it is told where, when and on what is spoken.
_PARTED = re.compile(
    r"\s(?:at|on|in|to|before|during|following|after|for|as|upon|under|with|regarding|commemorating)\s|[,:(|]|\s[–—-]\s"
)
_SEVERAL = re.compile(r"\band\b|\b(?:ministers|presidents|leaders|heads|members|states)\b", re.IGNORECASE)
_POSTS = frozenset(
    """
    president vice-president deputy vice prime minister foreign finance defence defense interior justice
    secretary general secretary-general state of the chancellor king queen prince princess pope ambassador
    commissioner high representative director director-general governor mayor senator chair chairman chairwoman
    chairperson speaker premier permanent special envoy under-secretary-general administrator attorney leader
    professor taoiseach cardinal archbishop bishop rabbi lord lady dame executive adviser advisor head chief
    congressman congresswoman representative coordinator judge justice mr mrs ms dr prof sir h.e. h.e he hrh hm
    his her excellency majesty mr. mrs. ms. dr. prof. hon. honourable honorable
    """.split()
)


def speaker(title: str) -> str | None:
    """The full name of the one person whose speech, statement or letter the text is, by its title; else None."""
    found = _BY.fullmatch(title) or _OF.fullmatch(title)
    if found is None:
        return None
    held = True  # behind the first comma only a post's bearer is named
    for piece in _PARTED.split(found["who"])[:2]:
        words = piece.split()
        if not held or _SEVERAL.search(piece):
            return None
        last = max((i for i, word in enumerate(words) if word.lower() in _POSTS), default=-1)
        name = " ".join(words[last + 1 :])
        of_place = last >= 0 and words[last].lower() == "of"  # "the Minister of Norway"
        held = last >= 0
        if of_place and " " in name:
            return None
        if re.fullmatch(PEOPLE, name):
            return name.title() if name.isupper() else name
    return None
