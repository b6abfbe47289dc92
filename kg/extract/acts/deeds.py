"""Deeds: who did what is spoken of, where only an earlier sentence tells: "the ruling", "the offer", "the text".

Who welcomes the ruling aims at the court that ruled, who rejects the offer at whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.actors import MAKING
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.nouns import SAID
from kg.extract.words.cueacts import act_named
from kg.model import Mention

# What nouns of deeds end in, beside those that are the verb itself ("vote", "attack").
_ENDINGS = ("ation", "ition", "ion", "ing", "ment", "al", "ure", "ance", "ence", "sis", "age")
_STEM = 4  # letters that a verb and its noun share where the end of the verb changes: "decide" and "decision"
# Of what is said, what somebody does by saying it: it need not be whoever spoke last.
_DONE = frozenset(
    {
        "announcement",
        "decision",
        "judgment",
        "verdict",
        "offer",
        "proposal",
        "move",
        "plan",
        "request",
        "pledge",
        "step",
    }
)
_DEFINITE = frozenset({"the", "this", "that", "these"})
# What is news, where it is spoken of without telling whose: that of who does what the article tells first.
_NEWS = frozenset(
    """
    announcement decision ruling judgment verdict move step measure vote action launch test arrest raid deployment
    expulsion ban
    """.split()
)
# By which somebody decides something, whatever that is.
_DECIDING = frozenset({"agree", "approve", "decide", "refuse", "veto", "vote"})
# What a parliament's vote does.
_VOTING = frozenset({"adopt", "approve", "pass", "reject"})
# Who says these has done nothing by it that others speak of so.
_TOLD = frozenset({"say", "claim", "believe", "deny", "warn", "criticise", "accuse", "reject"})
# What one thing is called by turns.
_ALIKE = (
    frozenset({"report", "document", "paper", "study", "survey"}),
    frozenset({"bill", "law", "measure", "legislation"}),
    frozenset({"resolution", "draft", "text", "document"}),
    frozenset({"agreement", "deal", "accord", "pact"}),
)
# By which those are done whose verbs are no kin.
_DONE_BY: dict[str, frozenset[str]] = {
    "arrest": frozenset({"detain"}),
    "deal": frozenset({"agree"}),
    "accord": frozenset({"agree"}),
    "detention": frozenset({"arrest", "detain"}),
    "expulsion": frozenset({"expel"}),
    "incursion": frozenset({"cross", "enter"}),
    "intrusion": frozenset({"cross", "enter"}),
    "launch": frozenset({"fire"}),
    "offensive": frozenset({"attack", "invade"}),
    "request": frozenset({"ask"}),
    "shelling": frozenset({"fire"}),
    "verdict": frozenset({"acquit", "convict", "fine", "jail", "rule", "sentence"}),
}
# By whom a state does what it does.
_RULING = frozenset({"ruler", "authority", "force", "troop", "soldier", "police", "army", "military", "government"})
_LEAD = 3  # sentences in which that is told
_FAR = 1500  # words back that a deed is looked for


def doers(thing: Token, mentions: Mentions) -> list[Mention]:
    """Who did or made what a noun speaks of as known, by the words nearest before it that tell; nobody where none do.

    Args:
        thing: the noun.
        mentions: of the article.
    """
    if thing.pos_ != "NOUN" or mentions.of(thing) is not None:
        return []
    if not any(child.lower_ in _DEFINITE for child in grammar.children(thing, "det")):
        return []
    if thing.lemma_ in SAID - _DONE:
        return []  # whoever spoke before is meant
    own = {token.i for token in thing.sent}
    for index in range(thing.i - 1, max(-1, thing.i - _FAR), -1):
        token = thing.doc[index]
        if token.i in own or not (told := list(_told_by(token, thing))):
            continue
        found = {
            mention.span: mention
            for who in told
            for each in grammar.conjuncts(who)
            if (mention := mentions.of(each)) is not None and mention.kind not in ("date", "event")
        }
        if found:
            return sorted(found.values(), key=lambda mention: mention.span)
    return _of_the_day(mentions, thing) if thing.lemma_ in _NEWS else []


def apposed(one: Link, mentions: Mentions) -> list[Mention]:
    """Who did what the words before a comma tell and the noun behind it sums up: "X closed the road, a step Y called".

    Args:
        one: the attribution, whose content is that noun or the pronoun that stands for it.
        mentions: of the article.
    """
    opening = next((token for token in one.contents[0] if token.lower_ not in ("a", "an")), None)
    if opening is None or opening.tag_ == "WP" or opening.i + 1 > one.head.i:
        return []
    at = opening.i - (opening.tag_ == "WDT")
    thing = opening.doc[at]
    while at > grammar.sentence_start(thing) and opening.doc[at - 1].tag_ in ("JJ", "NN"):
        at -= 1
    if (
        thing.lemma_ not in SAID | _NEWS
        or at < grammar.sentence_start(thing) + 2
        or opening.doc[at - 1].lower_ not in ("a", "an")
    ):
        return []
    told = thing.sent.root
    if opening.doc[at - 2].text != "," or told.i > at - 2 or told.pos_ != "VERB":
        return []
    who = subjects.subject(told)
    found = [mentions.of(each) for each in grammar.conjuncts(who)] if who is not None else []
    return [mention for mention in found if mention is not None and mention.kind not in ("date", "event")]


def _of_the_day(mentions: Mentions, thing: Token) -> list[Mention]:
    """Who does what the article reports first."""
    for sentence in list(thing.doc.sents)[:_LEAD]:
        told = sentence.root
        # "Vestby fired two missiles, the army said" tells first what was done.
        opens = (clause for clause in grammar.children(told, "ccomp") if clause.i < told.i)
        root = next(opens, told) if act_named(told.lemma_) in _TOLD else told
        voted = thing.lemma_ == "vote" and root.lemma_ in _VOTING
        if root.pos_ != "VERB" or sentence.end > thing.i or (act_named(root.lemma_) in _TOLD and not voted):
            continue
        if any(act_named(thing.lemma_) in _TOLD for thing in grammar.children(root, "obj")):
            continue  # "lodged a protest over the arrest"
        who = subjects.subject(root)
        found = (
            [mentions.of(each) or _ruled(each, mentions) for each in grammar.conjuncts(who)] if who is not None else []
        )
        return [mention for mention in found if mention is not None and mention.kind not in ("date", "event")]
    return []


def _ruled(rulers: Token, mentions: Mentions) -> Mention | None:
    """The state whose rulers, forces or authorities did it: "Chad's military rulers"."""
    states = (mentions.of(child) for child in grammar.children(rulers, "nmod:poss", "amod"))
    named = (one for one in states if one is not None and one.kind in ("country", "nationality", "place"))
    return next(named, None) if rulers.lemma_.lower() in _RULING else None


def _told_by(token: Token, thing: Token) -> Iterator[Token]:
    """Who does it by this verb, or whose it is by this noun."""
    decides = thing.lemma_ in ("decision", "move") and token.lemma_ in _DECIDING
    akin = token.lemma_ in _DONE_BY.get(thing.lemma_, ())
    if token.pos_ == "VERB" and (decides or akin or is_deed(thing.lemma_.lower(), token.lemma_.lower())):
        who = subjects.subject(token)
        alone = who is not None and who.tag_ != "NNS" and len(list(grammar.conjuncts(who))) < 2
        if alone and token.lemma_ == "agree" and not decides:
            return  # one makes no agreement
        if who is not None and grammar.tense(token) == "past" and not grammar.negated(token):
            yield who
    elif token.pos_ == "NOUN" and _are_alike(thing.lemma_, token.lemma_) and _kinds(thing) <= _kinds(token):
        yield from grammar.children(token, "nmod:poss")
        yield from (child for child in grammar.children(token, "nmod") if grammar.case(child) in ("by", "from"))
        yield from grammar.children(token, "amod")
        drafted = [clause for clause in grammar.children(token, "acl") if clause.lemma_ in MAKING]
        yield from (who for clause in drafted for who in grammar.children(clause, "obl:agent"))
        verb = token.head
        decided = verb.head.lemma_ in _DECIDING and grammar.tense(verb.head) == "past"  # "agreed to set up a hotline"
        made = verb.lemma_ in MAKING and (verb.tag_ != "VB" or decided)  # nobody has yet who is to
        if token.dep_ in ("obj", "nsubj:pass") and made and not drafted and (who := subjects.subject(verb)):
            yield who


def _are_alike(one: str, other: str) -> bool:
    return one == other or any(one in names and other in names for names in _ALIKE)


def _kinds(thing: Token) -> set[str]:
    """Which of several it is: "second" in "the second text"."""
    return {child.lower_ for child in grammar.children(thing, "amod", "nummod", "compound")}


def is_deed(noun: str, verb: str) -> bool:
    """The noun is what the verb does: "ruling" and "rule", "decision" and "decide", "vote" and "vote"."""
    if noun == verb:
        return True
    ending = next((ending for ending in _ENDINGS if noun.endswith(ending)), None)
    if ending is None or len(verb) < 3:
        return False
    stem = verb.removesuffix("e")
    shared = next((i for i, (one, other) in enumerate(zip(noun, verb, strict=False)) if one != other), len(verb))
    return noun.startswith(stem) or shared >= max(_STEM, len(verb) - 2)
