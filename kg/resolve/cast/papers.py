"""Papers: where a word that a newspaper is called by means it, "The Hindu reported", and where it is the word."""

from __future__ import annotations

import re

from kg.findings import Traits
from kg.model import Mention
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer

# What stands before a paper: "told the Hill", "in The Hindu"; one goes to the Hill, and lives on it.
_READ = re.compile(r"\b(?:told|tells|telling|by|in|according to) the $", re.IGNORECASE)
# Before whom somebody tells something, who is rather of the press than of a party called so.
_TOLD = re.compile(
    r"\b(?:told|tells|telling) (?:the )?"
    r"(?:(?:daily|weekly|newspaper|magazine|website|news site|station|broadcaster) )?$",
    re.IGNORECASE,
)
# In the middle of a sentence nothing but a name begins with this.
_NAMED = re.compile(r"[\w,;:“\"‘'(–—-] ?[“\"‘'(]?The $")
# One of those who live there: "a New Yorker".
_ONE = re.compile(r"\b[Aa]n? (?:\w+ )?$")
# The characters before a name that are looked at.
_BEFORE = 30


def is_word(mention: Mention, traits: Traits, text: str, gazetteer: Gazetteer) -> bool:
    """The words are no paper's name here, though the best known of that name is one: "Hindu pilgrims", "to the Hill".

    Args:
        mention: the name.
        traits: of the mention.
        text: of the article.
        gazetteer: has the papers.
    """
    bearers = gazetteer.lookup(traits.text)[:1]
    if not bearers or bearers[0].sort != "media" or gazetteer.demonym(traits.text) is not None:
        return False
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    owning = text[mention.end : mention.end + 1] in ("'", "’")
    alone = traits.function != "modifier" or owning
    if _ONE.search(before) and alone and not owning:
        return bearers[0].label.endswith("er")  # "he is a New Yorker"
    if bearers[0].label != f"The {traits.text}" or (mention.kind == "organization" and not before.endswith("the ")):
        return False
    if mention.kind == "organization" and not alone:
        return False  # "the Lancet study"
    does = traits.function == "subject" and traits.acting and before.lower().endswith("the ")
    return not (alone and (does or owning or _READ.search(before) or _NAMED.search(before)))


def is_read(entry: Entry, mention: Mention, traits: Traits, text: str) -> bool:
    """The medium says something or is told it, and is no word then: "Politico reported", "told The Hindu"."""
    return entry.sort == "media" and ((traits.acting and traits.function == "subject") or is_told(mention, text))


def told(bearers: list[Entry], mention: Mention, text: str) -> list[Entry]:
    """Those who bear the name, and of them the media where somebody tells them something."""
    return [one for one in bearers if one.sort == "media" and is_told(mention, text)] or bearers


def is_told(mention: Mention, text: str) -> bool:
    """Somebody tells something to whoever is named there."""
    return _TOLD.search(text, max(0, mention.start - _BEFORE), mention.start) is not None
