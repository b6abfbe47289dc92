"""Idioms of meeting: verbs that tell of one only by what they go with: "came face to face", "exchanged views"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax.sides import case_of, is_passive
from kg.extract.words import meetingwords as words

# What several exchange who talk.
_VIEWS = frozenset({"view", "opinion", "idea", "word"})
# Where a guest is met who has come on a visit: "was met at the airport by".
_ARRIVALS = frozenset({"airport", "station", "arrival", "airfield", "tarmac", "door", "border"})


def is_reception(verb: Token) -> bool:
    """Somebody is met where he arrives: he visits whoever meets him."""
    where = (each for each in verb.rights if case_of(each) in ("at", "on", "upon"))
    return verb.lemma_ == "meet" and is_passive(verb) and any(each.lemma_.lower() in _ARRIVALS for each in where)


def idiom(verb: Token) -> words.Frame | None:
    """The frame of a verb that tells of a meeting only by what it goes with: "came face to face", "played host to"."""
    after = [token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]]
    objects = {child.lemma_.lower() for child in verb.rights if child.dep_ == "obj"}
    if verb.lemma_ in ("come", "meet", "sit", "stand") and after[:3] == ["face", "to", "face"]:
        return words.Frame("meeting", together=True)
    if (verb.lemma_ in ("get", "come", "sit") and after[:1] == ["together"]) or (
        verb.lemma_ == "sit" and after[:1] == ["down"]
    ):
        return words.Frame("meeting", together=True)
    if verb.lemma_ == "play" and "host" in objects:
        return words.Frame("meeting", "host", "visitor", ("to",))
    if verb.lemma_ == "exchange" and objects & _VIEWS:
        return words.Frame("talks", together=True)
    return None


def is_unbound(verb: Token) -> bool:
    """They get or come together, which need not be on any occasion."""
    return verb.i + 1 < len(verb.doc) and verb.lemma_ in ("get", "come") and verb.nbor().lower_ == "together"
