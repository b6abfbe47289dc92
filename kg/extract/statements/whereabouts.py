"""Whereabouts: where something is said, by the clause of its cue or by where the speaker is told to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.attributions.moments import where
from kg.extract.meetings.bearings import town_of
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.circumstances import is_parted, outside
from kg.extract.statements.presences import beside
from kg.extract.statements.sharing import OCCASIONS, is_occasion, names_of
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.position import PLACES
from kg.extract.syntax.sides import case_of
from kg.model import Mention

# Where somebody is who "is in", "visits" or "meets somebody in" a place; so many words stand before its name.
_BEING_THERE = frozenset("be visit meet attend address host tour inspect open".split())
_VISITING = frozenset({"visit", "tour"})
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_IN, _AWAY = frozenset({"in", "at", "outside"}), 4
# "Said by telephone from Oslo".
_PHONED = re.compile(r"(?:phone|telephone|video|satellite link|video link) from $")
_CALL = 20  # characters that has
# "On his return to Oslo"; "told the agency from Bergen".
_COMING, _UPON = frozenset({"return", "arrival"}), frozenset({"on", "upon", "after", "at"})
_SENDING = frozenset({"tell", "say", "write", "report", "speak", "tweet"})
_POSTING = frozenset({"tweet", "post", "retweet"})
_POSTS = frozenset({"tweet", "post", "twitter", "facebook", "telegram", "instagram", "weibo", "medium"})
# "In Oslo for talks", "currently on a state visit to Oslo,"; so many words such a visit has before its place.
_NOW, _TRIP = frozenset({"currently", "now", "presently"}), 7
_VISITS = frozenset({"visit", "trip", "tour", "mission"})
_PURPOSES = frozenset({"for", "on", "to", "as", "ahead", "where", "attending"})
_GOING = _PURPOSES | {","}
_BUILDINGS = frozenset(
    "airbase airport barracks courthouse harbour hospital market port prison shipyard stadium".split()
)
# What somebody holds wherever he is.
_HOLDING = frozenset("believe doubt expect fear hope see suspect think want wish worry".split())
# Before what is spoken of, and why: "spoke out about a death in Tulsa", "cut it because of fires in the north".
_MATTERS = frozenset("about against amid because despite for of on regarding".split())
# What one does with a body, wherever it is: "leading a bank in Oslo".
_HEADING = frozenset("chair direct head lead manage own represent run".split())
# What is done with troops and others who go there; whom one faces where he is. Who is blamed may be
# anywhere: "criticised pundits in Oslo and said".
_SENDING_THERE = frozenset("deploy deport dispatch export extradite fly send ship transfer".split())
_FACING = frozenset("address assure brief greet host inform join lead meet receive remind tell tour visit".split())


def place_of(one: Link, mentions: Mentions) -> Mention | None:
    """Where it is said: a place in the clause of the cue, from which somebody phones or where he is told to be."""
    if one.head.lemma_ in _HOLDING:
        return None  # "in Oslo, people fear": where they are, whatever they say
    online = _is_online(one)
    found = list(_here(one, mentions, online=online))
    if found:
        # "On a visit to India, she told a forum in Mumbai": where the forum is.
        return town_of(min(found, key=lambda each: case_of(mentions.head(each)) == "to"), mentions)
    if online:
        place = beside(one, mentions)
        return place if place is not None and case_of(mentions.head(place)) == "from" else None
    return _of_visit(one, mentions) or where(one.head, mentions) or beside(one, mentions)


def _here(one: Link, mentions: Mentions, *, online: bool) -> Iterator[Mention]:
    """The places of the clause of the cue at which something is."""
    for mention in outside(one, "place", mentions):
        if online and case_of(mentions.head(mention)) != "from":
            continue
        head, traits = mentions.head(mention), mentions.traits(mention)
        if _is_of_authority(head) or _is_ahead(head) or mentions.text.startswith(" capital", mention.end):
            continue
        if mentions.text.startswith(("'s ", "’s "), mention.end) or _is_way(head):
            continue  # "in Norway's Bergen"
        if _is_before_noun(mention, mentions) or _is_sent_there(head):
            continue
        here = traits.locative and (
            (traits.function == "oblique" and not (_is_of_thing(head, one) or _is_of_led(head, one)))
            or _is_building(head)
            or _is_visited(head)
        )
        phoned = _PHONED.search(mentions.text, max(0, mention.start - _CALL), mention.start) is not None
        come = phoned or _is_home(head) or _is_sent(head, one, mentions)
        if (here or come) and not is_parted(mention, one, mentions.text):
            yield mention


def _is_online(one: Link) -> bool:
    """It is written where no place is: "visited Oslo and wrote in a post", "tweeted"."""
    beside = (token.lemma_.lower() for token in one.head.children if token.dep_ == "obl")
    return one.head.lemma_ in _POSTING or (one.head.lemma_ in _SENDING and not _POSTS.isdisjoint(beside))


def _is_building(head: Token) -> bool:
    """The place is that of a building at which something is: "on arrival at Oslo airport"."""
    noun = head.head
    return head.dep_ == "compound" and noun.lemma_.lower() in _BUILDINGS and case_of(noun) in _IN


def _is_visited(head: Token) -> bool:
    """The speaker is told to be there by what he does: "when he visited Oslo, she said"."""
    return head.dep_ == "obj" and head.head.lemma_ in _VISITING and head.head.tag_ in ("VBD", "VBG")


def _is_ahead(head: Token) -> bool:
    """Whoever speaks has not got there: "on the eve of talks in Oslo", "before his visit to Oslo"."""
    for above in grammar.ancestors(head):
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.lemma_ == "eve" or (above.lemma_ in _VISITS and case_of(above) in ("before", "ahead")):
            return True
    return False


def _is_way(head: Token) -> bool:
    """Whoever speaks is on his way there: "during his drive back to Oslo"; who is on a visit to it is there."""
    way = head.head.head if head.head.lower_ == "back" else head.head
    return case_of(head) == "to" and way.pos_ == "NOUN" and way.lemma_ not in _VISITS | _COMING | {"travel", "stay"}


def _is_home(head: Token) -> bool:
    """Where the speaker has come: "on his return to Oslo, he said", "told reporters on arrival in Riga"."""
    return head.dep_ == "nmod" and head.head.lemma_ in _COMING and case_of(head.head) in _UPON


def _is_sent(head: Token, one: Link, mentions: Mentions) -> bool:
    """Where the speaker is whom somebody elsewhere hears: "told the newspaper Fakta from Bergen", "wrote from Oslo"."""
    verb = head.head
    if head.dep_ == "nmod" and verb.ent_type_ == "ORG" and verb.dep_ in ("obj", "iobj", "obl"):
        verb = verb.head  # whom it is told, where the tree has that be from there
    speaker = set() if one.speaker is None else names_of(one.speaker)
    spoken = verb.head.i in {one.head.i, *speaker} and verb.lower_ == "speaking"
    if case_of(head) != "from" or not (spoken or (verb.i == one.head.i and verb.lemma_ in _SENDING)):
        return False
    first = nounphrases.base_phrase(head)[0].i - 1
    told = mentions.of(head.doc[first - 1]) if first > grammar.sentence_start(head) else None
    return first - 1 == verb.i or (told is not None and told.kind in ("organization", "person"))


def _is_of_authority(head: Token) -> bool:
    """The place is that of who tells it, and not where it was said: "according to an aide in Oslo, they agreed"."""
    return any(child.lower_ == "according" for child in (*head.head.children, *head.children))


def _of_visit(one: Link, mentions: Mentions) -> Mention | None:
    """Where the speaker is told to be: "the minister, who is in Oslo for talks", "who met workers in Oslo, said"."""
    if one.speaker is None:
        return None
    doc, start = one.head.doc, one.speaker.i
    end = one.head.i if one.head.i > start else grammar.sentence_end(one.head)
    who = next(
        (token for token in doc[start:end] if token.i > 0 and token.lower_ == "who" and token.nbor(-1).text == ","),
        None,
    )
    if who is None:
        return _beside_name(one.speaker, end, mentions)
    clause = list(doc[who.i : next((token.i for token in doc[who.i + 1 : end] if token.text == ","), end)])
    verb = next((token for token in clause if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ not in _BEING_THERE or verb.tag_ not in FINITE:
        return None
    if verb.dep_.startswith("aux") and verb.head.lemma_ not in _BEING_THERE:  # "who was born in Oslo"
        return None
    dates = [token for token in clause if token.ent_type_ == "DATE"]
    visited = verb.lemma_ in _VISITING and verb.tag_ == "VBD"
    if any(token.text not in _WEEKDAYS or not visited for token in dates):
        return None  # "who met her in Oslo last week" speaks today
    for token in clause:
        place = mentions.of(token)
        if place is None or place.kind != "place":
            continue
        first = grammar.tokens_in(doc, place.span)[0]
        before = {each.lower_ for each in doc[max(verb.i, first.i - _AWAY) : first.i]}
        visited = first.nbor(-1).lemma_ in _VISITING and first.i > verb.i
        if before & _IN or ("to" in before and "visit" in before) or visited:
            return place
    return None


def _beside_name(speaker: Token, end: int, mentions: Mentions) -> Mention | None:
    """The place behind the name and a comma: "the minister, in Oslo for talks, said", "on a visit to Oslo"."""
    doc = speaker.doc
    for comma in (token for token in doc[speaker.i : end - 1] if token.text == ","):
        first = comma.i + 1 + (doc[comma.i + 1].lower_ in _NOW)
        if doc[first].lower_ == "on":  # "on a state visit to"
            first = next((token.i for token in doc[first : min(first + _TRIP, end)] if token.lower_ == "to"), first)
            visit = doc[first - 1].lemma_ in _VISITS
        else:
            visit = False
        place = mentions.of(doc[first + 1]) if first + 1 < end and (visit or doc[first].lower_ == "in") else None
        if place is None or place.kind != "place":
            continue
        behind = grammar.tokens_in(doc, place.span)[-1].i + 1
        several = visit and behind + 1 < end and doc[behind + 1].ent_type_ == "LOC"  # "to Oslo, Riga and Bern"
        if behind < end and not several and doc[behind].lower_ in (_GOING if visit else _PURPOSES):
            return place
    return None


def _is_before_noun(mention: Mention, mentions: Mentions) -> bool:
    """It tells what kind of thing that is: "a poll in an Oslo daily"."""
    first, last = grammar.tokens_in(mentions.doc, mention.span)[0], grammar.tokens_in(mentions.doc, mention.span)[-1]
    after = last.nbor() if last.i + 1 < grammar.sentence_end(last) else None
    article = first.nbor(-1).lower_ if first.i > grammar.sentence_start(first) else ""
    return article in ("a", "an") and after is not None and after.tag_ in ("NN", "NNS")


def _is_sent_there(head: Token) -> bool:
    """Somebody or something else is taken there: "it sent troops to Chad, Mali and Niger, and threatened"."""
    while head.dep_ == "conj":
        head = head.head
    verb = head.head.head if head.head.dep_ == "obj" else head.head
    return verb.lemma_ in _SENDING_THERE and case_of(head) == "to" and any(grammar.labelled(verb, "obj"))


def _is_of_led(head: Token, one: Link) -> bool:
    """The place is that of a body which somebody is at the head of, wherever he is: "leading a bank in Oslo"."""
    verb = head.head if head.head.pos_ == "VERB" else head.head.head
    leads = verb.lemma_ in _HEADING and verb.i != one.head.i
    return leads and any(child.lemma_.lower() in nouns.ORGANIZATIONS for child in grammar.children(verb, "obj"))


def _is_of_thing(head: Token, one: Link) -> bool:
    """The place is where something else is: "mourned the victims of a fire in Bergen", not "told workers in Bergen"."""
    while head.head.ent_type_ == "LOC" and head.dep_ in ("nmod", "nmod:unmarked", "appos", "flat"):
        head = head.head  # "in Tulsa, Oklahoma"
    if head.dep_ == "nmod" and case_of(head) == "of" and head.head.lemma_.lower() in PLACES:
        head = head.head  # "visiting the district of Sylhet"
    noun = head.head
    of_it = noun.dep_ in ("obj", "nmod", "conj")
    of_it |= noun.dep_ in ("obl", "advcl") and grammar.case(noun) in _MATTERS
    if head.dep_ != "nmod" or noun.pos_ != "NOUN" or not of_it or _goes_with_day(head):
        return False
    lemma = noun.lemma_.lower()
    if noun.dep_ == "obj" and noun.head.i != one.head.i and noun.head.pos_ == "VERB" and lemma in nouns.PEOPLE:
        return noun.head.lemma_ not in _FACING
    if noun.dep_ == "nmod" and noun.head.lemma_ in ("sideline", "margin"):
        return False
    return lemma not in nouns.DOCUMENTS | nouns.PEOPLE | nouns.ORGANIZATIONS | OCCASIONS and not is_occasion(noun)


def _goes_with_day(head: Token) -> bool:
    """The place stands right before the day of the verb: "opened talks on a corridor at the Palais | on Tuesday"."""
    if case_of(head) != "at" or head.i + 2 >= grammar.sentence_end(head):
        return False
    on, day = head.doc[head.i + 1 : head.i + 3]
    return on.lower_ == "on" and day.ent_type_ == "DATE" and day.dep_ == "obl" and day.head.pos_ == "VERB"
