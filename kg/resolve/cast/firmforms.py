"""Firm forms: what the names of firms end in and papers leave out, "Norrsken Ltd.", "Norrsken Group"."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer

# As they are written: in small letters some are words.
_FORM = re.compile(
    r"(?:,? (?:[Ii]nc|[Cc]orp|[Ll]td|Limited|[Pp]lc|PLC|Corporation|Incorporated|Co|LLC|LLP|L\.L\.C|LP|AG|SE|SA|S\.A|"
    r"NV|N\.V|GmbH|KGaA|Oyj|ASA|AB|SpA|S\.p\.A|KK|Tbk|PJSC|JSC|OAO|Bhd|Sdn Bhd|Berhad|Pte|Pty|Pvt)\.?|"
    r" & Co\.?| and Company)+"
)
# What stands before it, or is left out of a name by itself.
_GROUP = re.compile(r" (?:[Gg]roup|Holdings?|Company|[Cc]ompany|[Gg]roup [Hh]oldings?)")
# Of others the name with and without it is not one's: "the Islamic State group" is known by another rule.
_SORTS = frozenset({"company", "media"})
_SHORTEST = 3


def without_form(name: str) -> str:
    """The name without what says that it is a firm's, "Norrsken" of "Norrsken Ltd."; the name where nothing does."""
    for found in _FORM.finditer(name):
        if found.start() and found.end() == len(name):
            return name[: found.start()]
    return name


def known(name: str, gazetteer: Gazetteer) -> Entry | None:
    """The firm that the gazetteer has without its form: "Xiaomi Corp", "Qatar Airways Group"."""
    bare = without_form(name)
    named = [bare] if bare != name else []
    named += [bare[: found.start()] for found in _GROUP.finditer(bare) if found.start() and found.end() == len(bare)]
    for one in named:
        if len(one) >= _SHORTEST and (found := _firm(gazetteer.lookup(one, kinds={"organization"}))):
            return found
    return None


def _firm(bearers: Collection[Entry]) -> Entry | None:
    firms = [one for one in bearers if one.sort in _SORTS]
    return firms[0] if len(firms) == 1 else None
