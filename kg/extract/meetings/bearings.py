"""Bearings: the day and the place of a meeting that the tree hangs on other words than those that tell of it.

"Flies to Oslo on Monday, where she will hold talks", "met a delegation led by its chairman in Oslo", "met al-Dahl last
week".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.sides import case_of
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import envoys_of
from kg.model import Mention

# So many words before "where" the place is named: "to Oslo on Monday evening, where".
_NEAR = 8
_IN = frozenset({"in", "at"})
_LEADING = frozenset({"led", "headed"})
# Before a day that something is on; after others the day is the deadline or the beginning of something else.
_ON = frozenset({"on", ""})
# Before how somebody is met, or at what: "with military honours", "over a working lunch".
_MANNER = frozenset({"with", "over", "for", "amid", "under"})
# Where what a verb tells of ends.
_BREAKS = frozenset({"to", "who", "that", "which", "after", "before", ";", "—", "–"})
_AT_BUILDING = frozenset({"at", "inside", "outside"})
_TOWNS = frozenset({"city", "town", "village", "port", "capital", "resort", "province", "region", "island"})
_SOON = frozenset({"hours", "minutes", "shortly", "moments", "immediately", "just"})
# "Since the clashes in": the day that follows is theirs.
_SINCE = re.compile(r" since (?:an?|the) (?:[\w-]+ ){1,4}$")
_TOLD = FINITE | {"VBG", "VB"}


def whither(verb: Token, mentions: Mentions) -> Mention | None:
    """The place that "where" takes up, before which a journey leads there: "flies to Oslo, where she will meet"."""
    for where in _wheres(verb):
        for token in reversed(verb.doc[max(where.i - _NEAR, grammar.sentence_start(verb)) : where.i]):
            mention = mentions.of(token)
            if mention is not None and mention.kind == "place":
                return mention
            if token.pos_ in ("VERB", "AUX"):
                break
    return None


def journey(verb: Token) -> Token | None:
    """The journey that leads to where a clause tells something: "flies to Oslo, where she will hold talks"."""
    above = verb
    for _ in range(2):  # "where he is | to attend"
        above = above.head
        if above.lemma_ in words.JOURNEYS | words.DEPARTING or above.lemma_ == "be":
            if above.lemma_ != "be" and any(_wheres(verb)):
                return above
            continue
        break
    return None


def just_after(verb: Token) -> Token | None:
    """What was done minutes or hours after or before, on the same day: "voted on Monday, hours after she met"."""
    marks = [
        child for child in verb.lefts if child.lower_ in ("after", "before") and child.i > grammar.sentence_start(verb)
    ]
    if not any(mark.nbor(-1).lower_ in _SOON for mark in marks):
        return None
    above = (each for each in grammar.ancestors(verb) if each.pos_ == "VERB")
    return next((each for each in above if any(child.ent_type_ == "DATE" for child in each.children)), None)


def joined(verb: Token) -> Token | None:
    """What the same did on a day, with which the clause is coordinated: "accused them on Monday and summoned X"."""
    above = verb.head
    own = any(grammar.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass"))
    if verb.dep_ != "conj" or own or above.tag_ != "VBD" or verb.tag_ not in ("VBD", "VBN"):
        return None
    days = [child for child in above.children if child.ent_type_ == "DATE"]
    return above if days and all(day.i < verb.i for day in days) else None


def is_beyond(child: Token, token: Token) -> bool:
    """A comma parts it from the participle that the tree hangs it on: "mediated by Oman, the two on Sunday agreed"."""
    participle = token.tag_ == "VBN" and token.dep_ == "acl" and token.i < child.i
    return participle and any(each.text == "," for each in token.doc[token.i : child.i])


def is_since(day: Mention, token: Token, mentions: Mentions) -> bool:
    """The day is of what there was none since: "their first talks since an incident in March"."""
    return _SINCE.search(mentions.text, token.idx, day.start) is not None


def _wheres(verb: Token) -> list[Token]:
    return [child for child in verb.lefts if child.lower_ == "where" and child.i > grammar.sentence_start(verb)]


def day_behind(word: Token, mentions: Mentions) -> Mention | None:
    """The day behind a verb of meeting, before anything else is told, though the tree hangs it on who or what is there.

    "Met al-Dahl in Riyadh last week": not "met victims of the attack on Monday", whose day may be the attack's.
    """
    for token in word.doc[word.i + 1 : grammar.sentence_end(word)]:
        purpose = token.lower_ == "to" and token.dep_ == "mark"
        if purpose or token.tag_ in FINITE or token.text in (",", ";", "—", "–", "and"):
            return None
        mention = mentions.of(token)
        if mention is None or mention.kind != "date":
            continue
        head = grammar.head_of(grammar.tokens_in(word.doc, mention.span))
        held_by = head.head
        beside = held_by.ent_type_ in ("PER", "LOC", "ORG") or envoys_of(held_by) or held_by.i <= word.i
        plain = head.dep_ not in ("nmod:poss", "compound", "amod") and case_of(head) in _ON
        return mention if beside and plain else None
    return None


def day_before(when: Token, mentions: Mentions) -> tuple[Mention | None, Token | None]:
    """The day right before "when", which takes it up, and the verb that it belongs to: "is back on Friday, when"."""
    at = when.i - 1 - (when.i > 0 and when.nbor(-1).text == ",")
    day = mentions.of(when.doc[at]) if at >= grammar.sentence_start(when) else None
    if day is None or day.kind != "date":
        return None, None
    above = (each for each in grammar.ancestors(mentions.head(day)) if each.pos_ in ("VERB", "AUX"))
    return day, next(above, None)


def there(day: Token, end: Token) -> Iterator[Token]:
    """The phrases that may tell where something is on a day, before a word: "will be back [in Oslo] on Friday"."""
    for above in grammar.ancestors(day):
        yield from (one for one in above.rights if one.i < end.i and case_of(one) in _IN)
        if above.pos_ in ("VERB", "AUX", "ADV"):
            break


def place_behind(verb: Token, mentions: Mentions) -> Mention | None:
    """The place that ends what a verb tells, which the tree hangs on the manner, or on what is signed.

    "Received him with military honours in Oslo", "signed a deal on missing persons in Oslo on Monday"; what the place
    may tell of itself, "met survivors of the war in Sudan", it does.
    """
    for case in verb.doc[verb.i + 1 : grammar.sentence_end(verb)]:
        joins = case.dep_ == "cc" and case.head.pos_ in ("VERB", "AUX")
        if case.tag_ in FINITE or case.lower_ in _BREAKS or joins:
            return None
        if case.lower_ not in _IN or case.dep_ != "case" or case.head.i <= case.i:
            continue
        place, above = mentions.of(case.head), case.head.head
        beside = above.dep_ == "obl" and above.head.i == verb.i
        manner = beside and case_of(above) in _MANNER and mentions.of(above) is None
        manner |= beside and case_of(above) == "between" and envoys_of(above)
        met = above.dep_ == "obj" and above.head.i == verb.i and verb.lemma_ in words.VERBS
        manner |= met and (one := mentions.of(above)) is not None and one.kind == "person"
        signed = verb.lemma_ == "sign" and any(each.lemma_ in words.ACCORDS for each in grammar.ancestors(above))
        if place is None or place.kind != "place" or not (signed or manner):
            continue
        last = grammar.tokens_in(verb.doc, place.span)[-1]
        behind = last.nbor() if last.i + 1 < grammar.sentence_end(verb) else None
        if behind is None or behind.is_punct or behind.ent_type_ == "DATE" or behind.lower_ in _ON:
            return place
    return None


def named(token: Token, mentions: Mentions) -> Mention | None:
    """The place that a phrase names, also by what it is: "the Chinese city of Xiamen", "the capital, Lima"."""
    town = token.lemma_ in _TOWNS
    names = [child for child in token.children if town and (case_of(child) == "of" or child.dep_ == "appos")]
    found = (mention for each in (token, *names) if (mention := mentions.of(each)) is not None)
    place = next((mention for mention in found if mention.kind == "place"), None)
    return None if place is None else town_of(place, mentions)


def town_of(place: Mention, mentions: Mentions) -> Mention:
    """The town that a building is told to be in: "at the Presidential Palace in Riga"; else the place itself."""
    head = mentions.head(place)
    last = grammar.tokens_in(head.doc, place.span)[-1]
    if case_of(head) not in _AT_BUILDING or last.i + 2 >= grammar.sentence_end(last) or last.nbor().lower_ != "in":
        return place
    town = mentions.of(last.nbor(2))
    return town if town is not None and town.kind == "place" else place


def led(envoys: Token, mentions: Mentions) -> tuple[Mention | None, Mention | None]:
    """Who leads a delegation, and the place behind that, wherever the tree hangs it: "led by Minister X in Oslo"."""
    behind = envoys.doc[envoys.i + 1 : min(envoys.i + _NEAR, grammar.sentence_end(envoys) - 1)]
    leading = next((each for each in behind if each.tag_ in _TOLD or each.lower_ in _LEADING), None)
    if leading is None or leading.lower_ not in _LEADING or leading.nbor().lower_ != "by":
        return None, None  # who "received a delegation led by" somebody is led by nobody
    leader: Mention | None = None
    for token in leading.doc[leading.i + 2 : min(leading.i + 2 * _NEAR, grammar.sentence_end(leading))]:
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            break
        mention = mentions.of(token)
        if leader is None and token.ent_type_ == "PER":
            leader = mention
        elif mention is not None and mention.kind == "place" and token.nbor(-1).lower_ in _IN:
            return leader, mention
    return leader, None
