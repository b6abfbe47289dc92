"""Doings: what the network takes for the report of a saying, and is only told of somebody.

The articles that it learnt from mark whoever "hired a plane" or "seems subdued" now and then; a graph of who said what
must not. Of the 72 that these rules leave out of 43 real articles, 65 reported nothing when read.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.complements import is_naming
from kg.extract.attributions.links import Link
from kg.extract.attributions.noreports import is_deed, reports_nothing
from kg.extract.attributions.sayingnouns import RUMOURS
from kg.extract.attributions.senses import is_other
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import LABELLING, LIGHT
from kg.extract.words.idioms import idiom
from kg.vocabulary import ACT_CUES

# Verbs by which the writer says how things look.
_SEEMING = frozenset({"seem", "appear", "sound", "look", "prove"})
# What is perceived with the eyes and ears, unless a clause follows: "saw him leave".
_PERCEIVING = frozenset({"see", "hear", "watch", "feel"})
# Who stands alone as the subject points at a thing: "this only explains why".
_POINTING = frozenset({"this", "these", "those"})
# What bodies decide by a vote or a ruling.
_DECREEING = frozenset({"bar", "pass", "overturn", "reinstate"})
# What the police do to somebody.
_QUESTIONING = frozenset({"question", "interrogate", "quiz"})
# What is seen on a page, whoever put it there: "it shows a photo of the minister".
_PICTURES = frozenset(
    {"photo", "photograph", "picture", "image", "video", "footage", "map", "screenshot", "logo"}
    | {"film", "documentary"}
)
# Whoever they are, nobody is meant: "anyone wanting to learn", "as you know" of a column's reader.
_ANYBODY = frozenset({"you", "anyone", "anybody", "whoever"})
# What is found and made without a word, unless it is told that something is so: "established a fund".
_FINDING = frozenset({"assert", "learn", "establish", "observe"})
# Verbs that tell no more than that something was said.
_PLAIN = frozenset({"declare", "express", "mention", "say", "state", "tell"})
# Where people talk.
_MEETINGS = frozenset({"meeting", "talk", "session", "call", "conversation", "summit", "conference", "discussion"})
# What is always there to have: "the shop offers soup".
_BARE = frozenset({"VBP", "VBZ"})


def is_done(one: Link, lemma: str, mentions: Mentions) -> bool:
    """The words report a deed, a perception or an impression, and no saying.

    Args:
        one: the attribution, as the network or the tree has it.
        lemma: of its cue.
        mentions: of the article.
    """
    head = one.head
    if one.is_turn or head.text == ":" or lemma == "according to":
        return False
    if _is_condition(head) and not mentions.quotes.quoted(head.idx):
        return True
    if is_other(one, lemma, said=any(_is_clause(tokens) or _is_quoted(tokens, mentions) for tokens in one.contents)):
        return True
    if one.speaker is None:
        return _is_of_nobody(one, lemma)
    if one.speaker.lower_ in _ANYBODY and not mentions.quotes.quoted(head.idx):
        return True
    if (one.speaker.lower_ == "it" and head.lemma_ == "feel") or (lemma == "sign" and "signs" in map(str, one.cue)):
        return True  # "it feels like", "showed signs of"
    known = lemma in ACT_CUES or any(token.lemma_ in ACT_CUES for token in one.cue if token.pos_ == "VERB")
    if head.lemma_ in _SEEMING and not known:
        return True
    if one.speaker.lower_ in _POINTING and not any(grammar.children(one.speaker, "acl", "nmod")):
        return True
    if head.pos_ != "VERB":
        of_thing = head.pos_ == "NOUN" and head.lemma_ not in nouns.PEOPLE  # but "a supporter of the ban"
        if of_thing and not known and not any(_is_clause(tokens) for tokens in one.contents):
            return not any(_is_quoted(tokens, mentions) for tokens in one.contents)  # "plenty of unknowns about"
        return False
    phrase = idiom(head) if head.lemma_ not in LIGHT else None
    if phrase is not None and all(head.i < token.i <= phrase[1].i for tokens in one.contents for token in tokens):
        return True  # "dug in its heels", of which nothing is told
    said = any(_is_clause(tokens) or _is_quoted(tokens, mentions) for tokens in one.contents)
    if reports_nothing(one, lemma, mentions) or (not known and is_deed(one)):
        return True
    if not known and head.lemma_ not in LABELLING:
        of_cue = one.speaker.i in {token.i for token in one.cue}  # "a furor arose over"
        return of_cue or not (said or _is_decree(one, lemma, mentions))
    if not said and (lemma == "argue" or lemma.partition(" ")[0] in _FINDING):
        return True
    if _is_called(head, lemma) or _points_back(one, lemma):
        return True
    if _is_pushed_through(head, lemma) or _is_source(one) or _is_counselled(one):
        return True
    if _is_phoned(one, lemma, mentions) or (not said and _is_meeting(one, lemma, mentions)):
        return True
    if lemma in ("know", "recall", "welcome") and _is_met(head, mentions) and not any(grammar.children(head, "ccomp")):
        return True
    return _is_perceived(head, lemma) or (not said and _is_had(head, lemma, mentions))


def _is_condition(verb: Token) -> bool:
    """It is only asked what would be: "if Oslo rejected it, fishermen would suffer"."""
    marks = {child.lower_ for child in grammar.children(verb, "mark")}
    return verb.dep_ == "advcl" and bool(marks & {"if", "unless"})


def _is_of_nobody(one: Link, lemma: str) -> bool:
    """Nobody is told to say it, and it may be no saying: "is known as", "reportedly", "an attack on"."""
    head = one.head
    if head.pos_ == "NOUN" and head.lemma_ in RUMOURS and grammar.head_of(one.contents[0]).dep_ in ("acl", "ccomp"):
        return False  # "rejected claims that it had lied"
    if head.pos_ in ("ADV", "NOUN", "ADJ") or head.lemma_ in _SEEMING or lemma not in ACT_CUES:
        return True
    if (
        head.lemma_ not in ACT_CUES
        and lemma.partition(" ")[0] not in head.lemma_
        and any(token.lemma_ == lemma for token in one.cue if token.pos_ == "NOUN")
    ):
        return not any(_is_clause(tokens) for tokens in one.contents)  # "was thrown into question"
    if head.lemma_ in _QUESTIONING and all(tokens[-1].i < head.i for tokens in one.contents):
        return True
    shown = subjects.passive_subject(head) if lemma == "show" else None
    if shown is not None and shown.lemma_ in _PICTURES:
        return True
    let = "let" in (head.head.lemma_, *(token.lower_ for token in one.cue))  # "it let it be understood"
    return act_of(lemma, head) in ("believe", "intend") and not let


def _is_clause(tokens: list[Token]) -> bool:
    """It is said that something is so, or to be done, not only of what."""
    head = grammar.head_of(tokens)
    return head.pos_ in ("VERB", "AUX") or head.tag_[0] == "W" or any(grammar.children(head, "cop", "mark"))


def _is_quoted(tokens: list[Token], mentions: Mentions) -> bool:
    """Something of it stands in quotation marks."""
    return any(mentions.quotes.quoted(token.idx) for token in tokens)


def _is_decree(one: Link, lemma: str, mentions: Mentions) -> bool:
    """A court or a parliament does by words what it does: "barred the ministry from deporting them"."""
    speaker = mentions.of(one.speaker) if one.speaker is not None else None
    return lemma in _DECREEING and speaker is not None and speaker.kind == "organization"


def _is_perceived(verb: Token, lemma: str) -> bool:
    """Somebody is seen doing it: "I have seen him speak", "we will see our rights taken away"."""
    if verb.lemma_ not in _PERCEIVING or lemma != verb.lemma_:
        return False
    for child in grammar.children(verb, "xcomp", "ccomp"):
        helped = any(grammar.children(child, "aux", "mark", "cop")) or grammar.is_infinitive(child)
        if child.tag_ in ("VB", "VBN", "VBG") and not helped:
            return True
    return False


def _is_met(verb: Token, mentions: Mentions) -> bool:
    """It is a person who is known, received or called back: "had known him for years", "recalled its ambassador"."""
    things = [(thing, mentions.of(thing)) for thing in grammar.children(verb, "obj")]
    return any(mention is not None and mention.kind == "person" for _, mention in things)


def _is_phoned(one: Link, lemma: str, mentions: Mentions) -> bool:
    """Somebody is called on the telephone, and called nothing: "called the minister on Monday to thank him"."""
    if lemma not in ("call", "call to", "call for") or one.head.pos_ != "VERB" or is_naming(one.head):
        return False
    called = next(grammar.children(one.head, "obj", "xcomp"), None)
    if lemma == "call for" and one.head.i + 1 < grammar.sentence_end(one.head) and one.head.nbor().lower_ == "for":
        return False  # "called for X to be freed", whatever the tree has X for
    if called is None or (_is_quoted(one.contents[0], mentions) and not mentions.quotes.quoted(one.head.idx)):
        return False
    who = mentions.of(called)
    person = called.lower_ in ("me", "us", "them") or (who is not None and (who.kind == "person" or who.form == "name"))
    if not person:
        return False
    aside = {token.i for each in grammar.children(one.head, "obl", "advcl", "obl:unmarked") for token in each.subtree}
    whole = aside | {token.i for token in called.subtree}
    return all(token.i in whole for tokens in one.contents for token in tokens)


def _points_back(one: Link, lemma: str) -> bool:
    """It is told where or when what stands before was said: "she said this while opening the fair"."""
    first = one.contents[0][0]
    pointing = first.lower_ in ("this", "that") and first.dep_ in ("obj", "advmod")
    pointing = pointing and first.head.i == one.head.i < first.i
    aside = all(child.i <= first.i or child.dep_ not in ("ccomp", "parataxis") for child in one.head.children)
    return pointing and aside and len(one.contents) == 1 and lemma in _PLAIN and not grammar.negated(one.head)


def _is_meeting(one: Link, lemma: str, mentions: Mentions) -> bool:
    """It is told what was talked about where people met: "the meeting discussed ways to cooperate"."""
    who = mentions.of(one.speaker) if one.speaker is not None else None
    event = (who is not None and who.kind == "event") or (one.speaker is not None and one.speaker.lemma_ in _MEETINGS)
    return event and act_of(lemma, one.head) == "say"


def _is_called(verb: Token, lemma: str) -> bool:
    """Somebody is called to a place, or calls in: "called the band to the stage", not "called on them to leave"."""
    clauses = any(child.tag_ == "VB" for child in grammar.children(verb, "xcomp", "advcl", "ccomp"))
    to = lemma == "call to" or any(grammar.case(child) == "to" for child in grammar.children(verb, "obl"))
    return verb.lemma_ == "call" and lemma in ("call", "call to") and to and not clauses and not is_naming(verb)


def _is_pushed_through(verb: Token, lemma: str) -> bool:
    """Something is brought about, and not only asked for: "pushed the bill through parliament"."""
    return lemma == "push" and any(grammar.case(child) == "through" for child in grammar.children(verb, "obl"))


def _is_source(one: Link) -> bool:
    """It is only told from whom somebody has it: "the paper, citing delegates, reported"."""
    head = one.head
    whom = grammar.head_of(one.contents[0])
    people = whom.lemma_.lower() in nouns.PEOPLE | {"source"} or whom.ent_type_ in ("PER", "ORG")
    return head.lemma_ in ("cite", "quote") and head.tag_ == "VBG" and whom.head.i == head.i and people


def _is_counselled(one: Link) -> bool:
    """Somebody is advised, and it is not told what: "in a post in which she advises the president"."""
    things = {token.i for thing in grammar.children(one.head, "obj") for token in thing.subtree}
    words = {token.i for tokens in one.contents for token in tokens}
    return one.head.lemma_ == "advise" and bool(words) and words <= things


def _is_had(verb: Token, lemma: str, mentions: Mentions) -> bool:
    """A thing is on offer, or seen in somebody: no clause follows, and nothing is quoted."""
    if lemma == "offer" or (lemma == "offer to" and not any(grammar.children(verb, "xcomp"))):
        return verb.tag_ in _BARE or any(child.lower_ in ("do", "does") for child in grammar.children(verb, "aux"))
    if lemma == "show" and any(child.lemma_ in _PICTURES for child in grammar.children(verb, "obj")):
        return True
    by = mentions.of(subject) if lemma == "show" and (subject := subjects.subject(verb)) is not None else None
    return by is not None and by.kind == "person" and by.form != "description"
