"""Languages: where a word for a nationality names what is spoken or written, and no state: "she said in Spanish"."""

from __future__ import annotations

import re

from kg.findings import Traits
from kg.model import Mention

_CALLED = (
    "Arabic Bengali Burmese Chinese Czech Danish Dutch English Finnish French German Greek Hungarian Indonesian Irish "
    "Italian Japanese Khmer Korean Lao Malay Nepali Norwegian Persian Polish Portuguese Romanian Russian Serbian "
    "Slovak Somali Spanish Swedish Thai Turkish Ukrainian Vietnamese Welsh"
).split()
#: Words for a nationality that are also the names of languages.
LANGUAGES = frozenset(_CALLED)
# "The English", "the French" are people, too; nobody is "a French" or "an English", as somebody is "a German".
_NEVER_SOMEBODY = frozenset({"English", "French", "Spanish"})
_ONE = rf"(?:{'|'.join(sorted({*_CALLED, 'Amharic', 'Catalan', 'Hebrew', 'Hindi', 'Latin', 'Mandarin', 'Urdu'}))})"
# Several of them: "English, French and Spanish".
_BEFORE = re.compile(rf"(?:{_ONE}(?:, and |, or |, | and | or ))+$")
_AFTER = re.compile(rf"(?:(?:, and |, or |, | and | or ){_ONE})+(?![\w-])")
# In what somebody speaks or writes, and from and into what others put it.
_IN = re.compile(
    r"\b(?:in|into|translat\w+ from|fluen\w+ in|out of)"
    r"(?: (?:both|fluent|broken|plain|good|perfect|simple|the original))? $"
)
# It is the last word of its phrase: "investigation into Russian meddling" has another.
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\]\"”’'–—]|- )| (?:and|or|as|but|on|at|for|to|that|is|was|are|were|when|with|because|which|by|"
    r"than|before|after|since|if|so|called|means|through|via|from|of|in|a|an|the|about|during|while|said|without|instead|like|"
    r"has|have|had|will|would|can|could|well|too|only|though|fluently|better)\b"
)
_ALONE = re.compile(r"\b(?!(?:the|and|or|these|those|some|many|most|two|fellow)\b)[a-z]+ $")
_SPOKEN = re.compile(
    r"\b(?:speak|speaks|spoke|spoken|speaking|learn|learns|learned|learnt|learning|teach|teaches|taught|teaching|"
    r"understands?|understood|study|studies|studied|studying|fluent|broken|colloquial)"
    r"(?: (?:good|fluent|broken|perfect|poor|excellent|some|little|no|only|both|basic))? $"
)
# What is written behind the name of a language and behind no state's; of English also what schools have.
# Whose language something is may be what is told of a state: "the alphabet of the Turkish language".
_HAS = (
    r"(?:translations?|translated|speakers?|speaking|lessons|subtitles|dictionar(?:y|ies)|grammar|"
    r"alphabet|proficiency|vocabulary|word (?:for|meaning|that means)|dialects?|pronunciation|literacy)"
)
_OF_LANGUAGES = re.compile(rf"(?: |-){_HAS}\b|,? for [\"'“‘]|: [\"'“‘]")
_OF_SCHOOLS = re.compile(
    r" (?:[Tt]eachers?|[Pp]rofessors?|[Dd]epartments?|[Cc]lass(?:es)?|[Ll]anguages?|[Vv]ersions?|[Ww]ords?|[Mm]ajors?|"
    r"[Ss]kills|[Mm]edium|[Ss]tandards|[Tt]ests?|[Ee]xams?|[Dd]egrees?|[Ll]earners|[Hh]igh [Ss]chool|reading|"
    r"literature)\b"
)
_LONGEST = 60


def is_language(mention: Mention, traits: Traits, text: str) -> bool:
    """The word names a language: it is no adjective where such a word stands for nobody, or says of a word what it is.

    Args:
        mention: with a name.
        traits: of the mention.
        text: of the article.
    """
    if traits.text not in LANGUAGES:
        return False
    before, end = text[max(0, mention.start - _LONGEST) : mention.start], mention.end
    listed = _BEFORE.search(before)
    listing = _AFTER.match(text, end)
    before = before[: listed.start()] if listed is not None else before
    behind = listing.end() if listing is not None else end
    if _OF_LANGUAGES.match(text, behind) or (traits.text == "English" and _OF_SCHOOLS.match(text, behind)):
        return True
    if traits.function == "modifier" or not _ENDS.match(text, behind):
        return False
    if traits.function != "subject" and (_IN.search(before) or _SPOKEN.search(before)):
        return True
    alone = traits.function in ("object", "oblique") and listed is None and _ALONE.search(before) is not None
    return alone and traits.text in _NEVER_SOMEBODY
