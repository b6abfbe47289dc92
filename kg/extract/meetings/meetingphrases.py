"""Phrases of meeting nouns: which round it is, how long it lasted, between whom it was, whether enough is told."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import KINDS, take
from kg.extract.meetings.prospects import calls_off, is_offer
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.syntax.sides import after, case_of, doers, following
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import envoys_of
from kg.model import Mention, ParticipantRole

_LENGTHS = frozenset({"minute", "hour", "day", "week", "month", "year", "cycle"})
_PARTS = frozenset({"start", "end", "beginning", "outset", "close", "conclusion", "leg", "part", "eve"})
# So many words behind the noun "between" still tells who talks.
_FAR = 14
# Between a meeting and its day.
_SIDES = frozenset({"between", "with", "of", "among", "and", "in", "at", "capital", "city"})
_BETWEEN = frozenset("mediated brokered facilitated moderated sponsored backed led".split())
_AHEAD = ("next ", "tomorrow", "later this ", "later today")
# What a relative clause tells of a meeting, and of nothing else that may stand before it: "a meeting of the ministers,
# which was to take place in Skopje".
_HELD = frozenset(
    """
    plan schedule hold set take open begin start resume convene reconvene host broker mediate discuss slate expect
    postpone
    """.split()
)


def is_meeting(mentions: Mentions, noun: Token, lemma: str) -> bool:
    """The noun tells of a meeting by itself, and nothing around it tells of that one, or that there is none."""
    if (noun.dep_ == "compound" and noun.head.pos_ != "VERB") or (lemma == "talk" and noun.tag_ not in ("NNS", "NNPS")):
        return False
    if any(child.lower_ in words.NO_MEETINGS for child in grammar.children(noun, "compound", "amod")):
        return False
    if noun.head.lemma_ in words.NOUNS and case_of(noun) == "of":
        return False  # "rounds of talks" are told by the rounds
    if any(child.lower_ in ("no", "any", "every") for child in grammar.children(noun, "det")):
        return False
    indefinite = any(child.lower_ in ("a", "an") for child in grammar.children(noun, "det"))
    if indefinite and (is_beside(noun) or noun.head.lemma_ in words.SIDELINES):
        return False  # who "met on the sidelines of a forum" had the meeting that is told of
    verb_tells = noun.head.pos_ == "VERB" and noun.head.lemma_ in (words.VERBS.keys() | {"see"}) - {"call"}
    if verb_tells and case_of(noun) in ("for", "in", "at", "during", "on"):
        return False  # "met for talks", "met at a conference" are told by the verb
    named = mentions.of(noun)
    if named is not None and named.kind == "organization" and named.form == "name" and lemma != "summit":
        return False  # "the Organisation of the Islamic Conference"
    if lemma == "audience":
        return any(after(noun, "with")) or noun.head.lemma_ in ("grant", "give")
    return is_table(noun) if lemma == "table" else lemma != "round" or is_round(noun)


def is_beside(noun: Token) -> bool:
    """On the sidelines of this others meet: "talks with Dahl on the sidelines of a ministers' meeting"."""
    of = next((child for child in noun.lefts if child.lower_ == "of"), noun)
    return of.i > noun.sent.start and of.nbor(-1).lemma_ in words.SIDELINES


def between(noun: Token) -> Token | None:
    """Who talks, farther behind the noun: "talks on the dam between [Egypt] and Sudan"."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, grammar.sentence_end(noun))]:
        if token.lower_ in ("between", "among"):
            return following(token.nbor(-1), token.lower_)
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            break
    return None


def is_with(noun: Token) -> bool:
    """Only the other side is told beside: "after talks with [Dahl and officials]", not "talks between"."""
    return any(after(noun, "with")) and not any(after(noun, "between", "among", "of", "by"))


def relatives(noun: Token) -> Iterator[Token]:
    """The verb that tells for when it was planned or where held, behind the noun, where the tree hangs it elsewhere.

    "A visit to a plant in Tianjin, which had been planned for May", "talks between the two that were to open in June".
    """
    doc, own = noun.doc, {child.i for child in noun.children}
    for token in doc[noun.i + 1 : min(noun.i + _FAR, grammar.sentence_end(noun))]:
        told: Token | None = None
        if token.lower_ in ("which", "that") and token.head.pos_ == "VERB" and token.head.i > token.i:
            told = token.head
        elif token.tag_ == "VBN" and token.dep_ == "acl" and not any(grammar.children(token, "aux", "nsubj")):
            told = token
        elif token.pos_ not in ("VERB", "AUX") and token.text != ";":
            continue
        if told is not None and told.lemma_ in _HELD and told.i not in own and doc[told.i - 1].tag_ != "DT":
            yield told
        break


def lasting(noun: Token) -> Token:
    """What stands in the clause for a meeting whose length or part is told: "after ten [days] of talks"."""
    of = next((child for child in noun.lefts if child.lower_ == "of"), None)
    if of is None or of.i - 1 <= grammar.sentence_start(noun):
        return noun
    before = of.nbor(-1)
    return before if before.lemma_ in _LENGTHS | _PARTS else noun


def is_round(noun: Token) -> bool:
    """A round of talks, or a round that a place names ("the Geneva rounds"); not a round of applause."""
    of = list(after(noun, "of"))
    if of:
        return any(child.lemma_ in words.NOUNS for child in of)
    if any(child.ent_type_ == "LOC" for child in after(noun, "in")):
        return True
    modifiers = list(grammar.children(noun, "compound", "amod", "nummod"))
    return any(child.ent_type_ == "LOC" or child.lower_ in words.ORDINALS for child in modifiers)


def is_table(noun: Token) -> bool:
    """The table at which one negotiates: "returned to the negotiating table", "brought them back to the table"."""
    before = [token.lower_ for token in noun.doc[max(grammar.sentence_start(noun), noun.i - 3) : noun.i]]
    told = (child.lower_ for child in grammar.children(noun, "amod", "compound", "nmod"))
    return before == ["back", "to", "the"] or any(each in words.TABLES for each in told)


def ordinal(noun: Token) -> str | None:
    """Which of several meetings it is, in lower case: "third" of "the third round"."""
    before = [noun.nbor(-1)] if noun.i > grammar.sentence_start(noun) else []  # whatever the tree hangs it on
    told = (*grammar.children(noun, "amod", "nummod"), *before)
    return next((child.lower_ for child in told if child.lower_ in words.ORDINALS), None)


def is_between(draft: Draft, verb: Token, who: list[Token]) -> bool:
    """The one who chairs talks stands between those who talk; a meeting that he chairs he holds."""
    return (
        verb.lemma_ in ("chair", "preside")
        and draft.format == "talks"
        and len(who) == 1
        and who[0].tag_ not in ("NNS", "NNPS")
    )


def held_with(draft: Draft, verb: Token) -> list[Token]:
    """With whom or between whom somebody held it: "the talks he held [with Dahl]", "talks were held [between them]"."""
    holding = verb.lemma_ == "hold" or verb.lemma_ in words.HOLDING - words.HOSTING
    return list(after(verb, "with", "between", "among")) if holding and draft.format != "visit" else []


def ahead(noun: Token) -> Token:
    """The word before a phrase with a preposition: "was in [Oslo] for a meeting", whatever the tree hangs it on."""
    first = nounphrases.base_phrase(noun)[0]
    return noun.doc[max(first.i - 2, grammar.sentence_start(noun))]


def is_at(mentions: Mentions, occasions: Occasions, draft: Draft, predicate: Token) -> bool:
    """Somebody is somewhere for it: "was in Moscow on Thursday for consultations"."""
    place = mentions.of(predicate)
    if place is None or place.kind != "place" or not any(grammar.children(predicate, "cop")):
        return False
    who = [subjects.antecedent(child) for child in predicate.lefts if child.dep_.startswith("nsubj")]
    take(mentions, draft, who, "visitor" if draft.format == "visit" else "party")
    draft.settle(place)
    occasions.read(draft, predicate)
    return True


def dated(mentions: Mentions, occasions: Occasions, draft: Draft, noun: Token) -> None:
    """The day right behind who meets and where: "announced a meeting between A and B in Oslo [next week]".

    A day that lies behind may be that of the verb whose object the meeting is: "praised talks with Oman last week",
    "asked for talks with it last week".
    """
    day = _day_behind(mentions, noun) if draft.time is None else None
    if day is None:
        return
    ahead = mentions.text[slice(*day.span)].lower().startswith(_AHEAD)
    if ahead or (case_of(noun) not in ("", "for", "to") and not is_offer(noun)):
        occasions.date(draft, noun, mentions.head(day))
        if draft.time is not None and draft.status != "called_off":
            draft.status = occasions.status(draft, noun)


def _day_behind(mentions: Mentions, noun: Token) -> Mention | None:
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        mention = mentions.of(token)
        if mention is not None and mention.kind == "date":
            return mention if not case_of(mentions.head(mention)) else None
        named = token.ent_type_ or envoys_of(token) or token.tag_ in ("JJ", "CD", "DT", "POS", "PRP$")
        if not named and token.lower_ not in _SIDES:
            return None
    return None


def agreed_before(verb: Token) -> list[Token]:
    """Who agreed or failed to in the clause before: "[A and B] agreed on grain, but talks on fish ended early"."""
    above = verb.head
    if verb.dep_ != "conj" or above.lemma_ not in words.AGREEING | words.CONCLUDING:
        return []
    who = doers(above)
    return who if len(who) > 1 or any(any(grammar.children(one, "conj")) for one in who) else []


def is_judged(noun: Token, verb: Token) -> bool:
    """Somebody calls a meeting something: "called the meeting a mistake"."""
    judged = any(child.i > noun.i for child in grammar.children(verb, "xcomp", "obj", "ccomp"))
    return verb.lemma_ == "call" and judged and not calls_off(verb)


def is_own(mentions: Mentions, noun: Token, who: list[Token]) -> bool:
    """A person's "his trip" is his own, who makes it or cancels it."""
    owned = any(child.tag_ == "PRP$" and child.lower_ in ("his", "her") for child in noun.children)
    named = [one for each in who if (one := mentions.of(each)) is not None]
    return owned and any(one.kind == "person" for one in named)


def is_told(draft: Draft, lemma: str) -> bool:
    """Enough is told of it: who or where; of what need not be a meeting, who."""
    parties = len(draft.participants)
    if not parties and draft.time is None and draft.status == "unknown" and draft.ordinal is None:
        # It may take up what was told before, or be offered.
        return draft.place is not None if is_offer(draft.head) else draft.definite and draft.place is None
    if lemma == "encounter" and any(one.mention.kind != "person" for one in draft.participants.values()):
        return False  # of states and their ships at sea, with the police: none that anybody arranged
    if lemma == "encounter" and not parties and (draft.place is not None or draft.time is not None):
        return False  # nor one that opens with where it was: "the encounter took place in the forest"
    if lemma == "signing" and draft.place is None and draft.time is None:
        return False  # "waits for the signing of the memorandum"
    if lemma in words.NEED_BOTH:
        told = lemma != "interview" or draft.time is not None or draft.place is not None
        return told and (parties > 1 or draft.definite or draft.together)
    if lemma in words.NEED_PARTIES and not parties and not draft.definite:
        return draft.format == "visit" and (draft.place is not None or draft.status == "called_off")
    again = draft.ordinal is not None and (draft.time is not None or draft.status == "called_off")
    there = draft.there and draft.time is not None  # "a meeting there on April 18"
    return parties > 0 or draft.place is not None or draft.definite or again or there


def led_to(mentions: Mentions, draft: Draft, noun: Token) -> None:
    """The place visited, farther behind, or who visits it: "a visit by its deputy minister [to Vientiane] today"."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, grammar.sentence_end(noun))] if draft.place is None else ():
        if token.pos_ in ("VERB", "AUX") or token.is_punct or words.NOUNS.get(token.lemma_) == "visit":
            break  # "opened the tour with a visit to Oslo"
        place = mentions.of(token)
        if token.ent_type_ == "LOC" and place is not None and token.nbor(-1).lower_ == "to":
            draft.settle(place)
            break
    if draft.place is None or any(one.role == "visitor" for one in draft.participants.values()):
        return
    last = grammar.tokens_in(noun.doc, draft.place.span)[-1]
    guest = following(last, "by") if last.i > noun.i else None  # "a visit to Vientiane by its deputy minister"
    take(mentions, draft, [guest] if guest is not None else [], "visitor")


def party(mentions: Mentions, noun: Token, draft: Draft) -> None:
    """Who stands before a noun: "the EU summit", "US-Russia talks", "Trump's meeting", "their talks"."""
    before = [token for token in nounphrases.noun_phrase(noun) if token.i < noun.i and token.tag_ != "POS"]
    first = before[0].i if before else noun.i
    if first > 1 and noun.doc[first - 1].tag_ == "POS":  # an owner that the tree has elsewhere
        before.insert(0, noun.doc[first - 2])
    states = [one for token in before if (one := mentions.of(token)) is not None and _is_state(one, mentions)]
    states = list(dict.fromkeys(states))
    for token in before:
        mention = mentions.of(token)
        if mention is None or mention.kind not in KINDS:
            continue
        if any(word.tag_ == "IN" for word in noun.doc[token.i + 1 : noun.i]):
            continue  # "its envoy to the talks"
        if (between := _between(token)) is not None:
            take(mentions, draft, [token], between)  # "US-brokered talks"
            continue
        owner = token.dep_ == "nmod:poss" or mentions.text[mention.end : mention.end + 2] in ("'s", "’s", "s'", "s’")
        if mention in states and not owner:
            if len(states) > 1:
                take(mentions, draft, [token], "party")
        elif mention.kind == "place" and mentions.traits(mention).locative:
            if draft.place is None and "-" not in mentions.text[slice(*mention.span)].removeprefix("al-"):
                draft.place, draft.presumed = mention, True
        elif mention.kind in ("organization", "person", "group") or owner:
            take(mentions, draft, [token], "visitor" if owner and draft.format == "visit" else "party")


def _between(token: Token) -> ParticipantRole | None:
    """The role of who is joined by a hyphen to what he does: "Qatar-mediated", "UN-sponsored", "Oman-hosted"."""
    if token.i + 2 >= len(token.doc) or token.nbor().text not in ("-", "–"):
        return None
    does = token.nbor(2).lower_
    return "mediator" if does in _BETWEEN else "host" if does == "hosted" else None


def _is_state(mention: Mention, mentions: Mentions) -> bool:
    """A nationality, or a place that is joined with another: "Russia-Ukraine talks"."""
    if mention.kind == "nationality":
        return True
    around = mentions.text[max(0, mention.start - 1) : mention.start] + mentions.text[mention.end : mention.end + 1]
    return mention.kind in ("place", "country") and bool(set(around) & set("-–—/"))
