"""Firm names: where a name that a firm or a paper shares with a place is the firm's: Amazon, the Atlantic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.findings import Traits
from kg.model import Mention
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer

# What only a firm has.
_HAS = re.compile(
    r"(?:['’]s)? (?:(?:new|former|top|first|web|online|delivery|e-commerce|warehouse) )?"
    r"(?:[Ww]orkers?|[Ee]mployees?|[Uu]nion(?:i[sz]\w+)?|[Ww]arehouses?|[Ss]hares|[Ss]tock|[Ss]hareholders?|CEO|"
    r"[Cc]hief [Ee]xecutive|[Ff]ounder|[Ee]xecutives?|[Cc]ustomers?|[Ss]ubsidiary|[Ss]pokes\w+|[Aa]pps?|[Ww]ebsite|"
    r"[Dd]rivers?|[Ll]obbyists?|[Ff]acilit(?:y|ies)|[Hh]eadquarters|[Bb]estsellers?|[Dd]eliver(?:y|ies)|[Pp]ackages?|"
    r"Prime|Web Services|AWS|Video|Studios|[Aa]pology|[Ss]ummary|[Rr]eviews?|[Ss]ellers?)\b|"
    r"['’]s (?:Top|[Aa]lgorithm|[Pp]rofits?|[Ss]ales|[Rr]evenues?)\b"
)
# Who is of a firm, and what stands before its name: "the founder of", "the retailer".
_OF = re.compile(
    r"\b(?:(?:founder|CEO|chief executive|owner|shares?|stake|employees?|workers?|customers|subsidiary|unit) "
    r"(?:of|in|at|for)|retailer|company|firm|giant|e-tailer|startup|behalf of|on|through|via|"
    r"(?:told|sold|sued|bought|owned|hired) by) $",
    re.IGNORECASE,
)
_FIRM = r"([A-Z][\w.&’'-]+(?: [A-Z][\w&’'-]+)?)"
_LISTED_BEFORE = re.compile(rf"\b{_FIRM}(?:, and |, or |, | and | or | & |/)$")
_LISTED_BEHIND = re.compile(rf"(?:, and |, or |, | and | or | & |/){_FIRM}")
# What is spoken of where the forest or its river is meant, not the firm that is called after them.
_FOREST = re.compile(
    r"\b(?:rain ?forests?|forests?|(?:de)?forest\w*|jungle|indigenous|brazil\w*|peru\w*|ecuador\w*|colombia\w*|"
    r"bolivia\w*|basin|tribes?|tribal|river|tributar\w+|biodiversity|ecosystems?|biome|miners|loggers|logging|"
    r"savanna\w*)\b",
    re.IGNORECASE,
)
# A paper has a capital "The" also within a sentence, and what it has is read.
_PAPER = re.compile(
    r"[\w,] (?:in |by |to |with |from |for )?The $|"
    r"\b(?:issue|editor|writer|reporter|article|report|interview)s? (?:of|in|at|for|with) [Tt]he $"
)
_PRINTED = re.compile(
    r"(?:['’]s)? (?:magazine|cover story|article|reporter|editor|interview)|['’]s [A-Z][\w’'-]+ [A-Z]|"
    r" (?:\w+ly |first )?(?:reported|reports|wrote|writes|published|publishes|revealed|noted)\b"
)
_THE = re.compile(r"\b[Tt]he (?:[A-Z][a-z]+an )?$|\b[A-Z][a-z]+an $")
_FAR = 60
_AMAZON = "organization/amazon-com"


def firms(mention: Mention, traits: Traits, text: str, things: Sequence[Entry], gazetteer: Gazetteer) -> list[Entry]:
    """Of what a name means that is taken for a place's, the firms and papers, where it is theirs: "Toyota apologised".

    Args:
        mention: with the name.
        traits: of the mention.
        text: of the article.
        things: that bear the name.
        gazetteer: has the firms beside which it may stand.
    """
    acts = traits.acting and traits.function == "subject"
    companies = [one for one in things if one.sort == "company"]
    papers = [one for one in things if one.sort == "media"]
    if not any(one.kind == "place" for one in things):
        return companies if acts else []
    before = text[max(0, mention.start - _FAR) : mention.start]
    if papers and (_PAPER.search(before) or _PRINTED.match(text, mention.end)):
        return papers
    told = _HAS.match(text, mention.end) or _OF.search(before) or _is_beside_firm(before, text, mention.end, gazetteer)
    if told:
        return companies
    return [one for one in companies if (acts and not _is_forest(one, text)) or _is_no_forest(one, before, text)]


def _is_forest(entry: Entry, text: str) -> bool:
    """A text on forests means the forest, whatever it does in it: "Amazon sees the worst fires in years"."""
    return entry.id == _AMAZON and _FOREST.search(text) is not None


def _is_no_forest(entry: Entry, before: str, text: str) -> bool:
    """The forest has its article in all texts that don't tell by other words that they are about it."""
    return entry.id == _AMAZON and not _THE.search(before) and not _FOREST.search(text)


def _is_beside_firm(before: str, text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Another firm stands beside it in a list: "Apple, Google and"."""
    left, right = _LISTED_BEFORE.search(before), _LISTED_BEHIND.match(text, end)
    for name in (found[1] for found in (left, right) if found is not None):
        for one in (name, name.partition(" ")[0], name.rpartition(" ")[2]):
            bearers = gazetteer.lookup(re.sub(r"['’]s?$|\.$", "", one))
            if bearers and all(each.sort == "company" for each in bearers):
                return True
    return False
