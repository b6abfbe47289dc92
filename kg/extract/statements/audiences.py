"""Audiences: what is told a house, a court or a congress is said on the day on which it was told to sit.

"The council voted on Wednesday to send a force. ... “It is late,” Dahl told the council": on Wednesday. A court says
what it says when it rules, and a prosecutor what he says at the trial that opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import case_of, following, is_passive
from kg.extract.times import times
from kg.model import Mention, Time

_HOUSE = frozenset(
    """
    assembly chamber commons congress councillor deputy house knesset lawmaker legislator legislature mp parliament
    plenary senate senator session sitting
    """.split()
)
_PANEL = frozenset("board commission committee council deputy hearing inquest inquiry lawmaker panel senator".split())
_HEARINGS = frozenset({"hearing", "inquest", "inquiry"})
_COURT = frozenset("court hearing inquest judge jury justice trial tribunal".split())
_CONGRESS = frozenset(
    """
    assembly conference congress convention council delegate forum gathering leader meeting minister retreat session
    summit talks
    """.split()
)
_CEREMONY = frozenset("ceremony crowd delegate funeral guest mourner rally signing thousand".split())
# Who hears it: "told the house"; and of what it is told before that it sat.
_HEARING: dict[str, frozenset[str]] = {
    **dict.fromkeys("chamber commons house legislature legislator mp parliament plenary senate".split(), _HOUSE),
    **dict.fromkeys(("assembly", "congress", "session", "sitting"), _HOUSE | _CONGRESS),
    **dict.fromkeys(("deputy", "lawmaker", "senator", "councillor"), _HOUSE | _PANEL),
    **dict.fromkeys(("board", "commission", "committee", "council", "inquiry", "panel"), _PANEL),
    **dict.fromkeys(("court", "tribunal", "judge", "jury", "justice"), _COURT),
    **dict.fromkeys(("conference", "convention", "forum", "gathering", "meeting", "retreat", "summit"), _CONGRESS),
    **dict.fromkeys(("delegate", "leader", "minister"), _CONGRESS),
    **dict.fromkeys(("colleague", "member"), _HOUSE | _PANEL | _CONGRESS),
    **dict.fromkeys(("ceremony", "guest", "mourner", "crowd"), _CEREMONY),
}
# They need no article: "told lawmakers".
_BARE = frozenset("delegate deputy guest lawmaker legislator member mourner mp senator".split())
# Of these only several hear it together.
_PEOPLE = _BARE | {"colleague", "councillor", "judge", "justice", "leader", "minister"}
_TELLING = frozenset("address assure brief inform remind tell".split())
_ASKING = frozenset("ask urge".split())
_DEFINITE = frozenset({"the", "that", "this", "its", "his", "her", "their", "these", "those"})
_MET = frozenset("adopt convene debate gather meet vote".split())
_FEAST = frozenset("bury demonstrate gather inaugurate march mourn open protest rally sign unveil".split())
# What else is done at them: "awarded a prize on Tuesday".
_HONOURING = frozenset("award commemorate complete crown dedicate hand honor honour launch receive swear".split())
# At these what is the news is done, and people speak.
_FEASTS = frozenset("ceremony close handover inauguration launch opening signing unveiling".split())
_AT = frozenset({"at", "during"})
_SPEECHES, _FIRST = frozenset({"address", "remark", "speech"}), frozenset({"acceptance", "inaugural", "opening"})
# What a court does as it sits, and not when it has heard all.
_HEARS = frozenset("adjourn appear argue begin continue face hear hold open resume sit start testify".split())
_TRIALS = frozenset({"hearing", "inquest", "inquiry", "trial"})
# Who speaks for a court, and at a trial.
_BENCH = frozenset("bench court judge jury justice magistrate tribunal".split())
_BAR = frozenset(
    "accused attorney counsel defence defendant defense lawyer plaintiff prosecution prosecutor witness".split()
)
_CONDEMNED = frozenset("acquit clear convict find imprison jail sentence".split())
# For whom a lawyer speaks at a trial.
_SIDES = frozenset("chief defence defense government his her lead senior state their".split())
# What is told in these clauses is no doing of the sentence's own.
_TOLD = frozenset({"ccomp", "advcl", "parataxis"})
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
_HOLDING = frozenset("believe doubt expect fear hope see think want wish".split())
_NEWS = 3  # days
_ONCE = frozenset({"another", "former", "other", "retired"})
_LAND = frozenset({"in", "of"})


def day_of_sitting(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """The last day on which those sat who hear what the cue reports, or the court that speaks by its own mouth.

    Args:
        one: the attribution, of whose sentence no day is told.
        mentions: of the article.
        published: its day.
    """
    if not _is_once(one.head):
        return None
    hearers = list(_hearers(one, mentions))
    speaks, bar = (_speaks(one, whose, mentions) for whose in (_BENCH, _BAR))
    feast = any(True for _ in _feasts(one))
    if not hearers and not speaks and not bar and not feast:
        return None
    start = one.head.doc[grammar.sentence_start(one.head)].idx
    since: list[Time] = []
    for mention in reversed([each for each in mentions if each.kind == "date" and each.end <= start]):
        verb = _verb_of(mention, mentions)
        day = None if verb is None else times.read(mentions.text, [times.Mark(mention.span, "past")], published)
        if verb is None or day is None or day.granularity != "day":
            continue
        bench = speaks and _is_same(one, verb, mentions)
        there = any(_sits(verb, noun) for noun in hearers)
        if (feast and _is_feast(verb)) or there or (bench and _rules(verb)) or ((bench or bar) and _tries(verb)):
            ahead = published is not None and day.days()[0] > published
            return None if ahead or any(_is_near(day, other) for other in since) else day
        since.append(day)
    return None


def _is_near(day: Time, other: Time) -> bool:
    """Another day of the same news is told since: on which of them they heard it is not told."""
    return 0 < abs((day.days()[0] - other.days()[0]).days) <= _NEWS


def _is_once(verb: Token) -> bool:
    """It was said once, by the clause's own verb: no "has told", no "said that he told"."""
    if verb.lemma_ in _HOLDING or verb.tag_ != "VBD" or verb.dep_ in ("advcl", "acl:relcl"):
        return False
    return not any(child.lower_ in _PERFECT for child in grammar.children(verb, "aux"))


def _hearers(one: Link, mentions: Mentions) -> Iterator[Token]:
    """Who is told it: "told the house", "told lawmakers", not "told the parliament in Oslo", "told a committee"."""
    verb = one.head
    told = following(verb) if verb.lemma_ in _TELLING | _ASKING else None
    lemma = told.lemma_.lower() if told is not None else ""
    if told is None or lemma not in _HEARING or (lemma in _PEOPLE and told.tag_ != "NNS"):
        return
    if verb.lemma_ in _ASKING and _HEARING[lemma] is not _COURT:
        return  # "asked the committee to visit the mine"
    article = told.doc[verb.i + 1]
    bare = article.tag_ not in ("DT", "CD", "JJ") and (lemma == "parliament" or (lemma in _PEOPLE and lemma in _BARE))
    if article.lower_ not in _DEFINITE and not bare:
        return
    behind = told.nbor() if told.i + 2 < grammar.sentence_end(told) else None
    if behind is not None and behind.lower_ == "of" and lemma not in ("house", "member"):
        return  # "the board of his company"
    place = mentions.of(behind.nbor()) if behind is not None and behind.lower_ in _LAND else None
    if place is None or place.kind != "place":
        yield told


def _feasts(one: Link) -> Iterator[Token]:
    """Where it is said, which is the news of the day: "said at the ceremony", "said in her opening speech"."""
    said = {token.i for tokens in one.contents for token in tokens}
    for noun in one.head.sent:
        lemma = noun.lemma_.lower()
        if noun.i in said or noun.pos_ != "NOUN" or noun.head.i != one.head.i:
            continue
        if not any(child.lower_ in _DEFINITE for child in noun.lefts):
            continue
        first = any(child.lower_ in _FIRST for child in noun.lefts)
        if (lemma in _FEASTS and case_of(noun) in _AT) or (lemma in _SPEECHES and first and case_of(noun) == "in"):
            yield noun


def _speaks(one: Link, whose: frozenset[str], mentions: Mentions) -> bool:
    """The speaker is one of these, by his noun or his title: "the court", "Judge Ann Moen", "the prosecutor"."""
    if one.speaker is None:
        return False
    who = mentions.of(one.speaker)
    titles = grammar.labelled(one.speaker, "nmod:desc", "compound", "flat", "appos")
    words = [one.speaker, *(titles if who is not None and who.kind == "person" else ())]
    offices = (word for word in words if word.lemma_.lower() in whose and _is_office(word))
    return any(not any(_is_nationality(child, mentions) for child in word.lefts) for word in offices) and not any(
        each.lemma_ == "case" for each in grammar.labelled(one.speaker, "nmod")
    )


def _is_same(one: Link, verb: Token, mentions: Mentions) -> bool:
    """No other court speaks than that of which the day is told: "the Supreme Court" where "a court" ruled."""
    who = mentions.of(one.speaker) if one.speaker is not None else None
    if who is None or who.form != "name" or who.kind == "person":
        return True
    return mentions.text[who.start : who.end].lower() in verb.sent.text.lower()


def _is_nationality(word: Token, mentions: Mentions) -> bool:
    """It tells of another one: a German court ruled, "the Norwegian court said"."""
    mention = mentions.of(word)
    return mention is not None and mention.kind == "nationality"


def _is_office(word: Token) -> bool:
    """It tells who that is, and is: "Justice Moen", not "justice minister Moen", "the attorney general"."""
    after = word.nbor() if word.i + 1 < grammar.sentence_end(word) else None
    if after is not None and (after.lower_ == "general" or (word.dep_ == "compound" and after.tag_ != "NNP")):
        return False
    if word.lemma_.lower() == "lawyer" and any(child.lower_ not in _SIDES for child in _attributes(word)):
        return False  # "human rights lawyer"
    return not any(child.lower_ in _ONCE for child in word.lefts)


def _attributes(word: Token) -> Iterator[Token]:
    return grammar.children(word, "amod", "compound")


def _verb_of(mention: Mention, mentions: Mentions) -> Token | None:
    """The verb of the clause in which the day stands, where it tells what happened on it."""
    verb = grammar.clause(mentions.head(mention))
    if verb.pos_ != "VERB" or grammar.tense(verb) != "past" or mentions.quotes.quoted(verb.idx):
        return None
    return verb


def _sits(verb: Token, noun: Token) -> bool:
    """The verb tells of those who hear it, or what they meet for."""
    kind = _HEARING[noun.lemma_.lower()]
    if kind is _COURT and not (verb.lemma_ in _HEARS | _TELLING or any(map(_is_trial, _nouns(verb)))):
        return False
    if kind is _PANEL:  # what the committee is told is told no board
        same = _HEARINGS | {noun.lemma_.lower()}
        return any(word.lemma_.lower() in same for word in _nouns(verb))
    if kind is _CEREMONY and verb.lemma_ in _FEAST:
        return True
    if kind >= _CONGRESS and verb.lemma_ in _MET:
        return True
    nouns = (word for word in _nouns(verb) if word.tag_ == "NNS" or word.lemma_.lower() not in _PEOPLE)
    return any(word.lemma_.lower() in kind for word in nouns)


def _is_feast(verb: Token) -> bool:
    """It is done where people gather: "opened a bridge", "were buried", not "arrested a man"."""
    return verb.lemma_ in _FEAST | _HONOURING or any(
        word.lemma_.lower() in _CEREMONY | _FEASTS for word in _nouns(verb)
    )


def _is_trial(noun: Token) -> bool:
    return noun.lemma_.lower() in _TRIALS


def _nouns(verb: Token) -> Iterator[Token]:
    """The nouns of what the verb tells, without what somebody says or does meanwhile."""
    for noun in verb.sent:
        above = noun if noun.pos_ in ("NOUN", "PROPN") else None
        while above is not None and above.i != verb.i:
            above = None if above.dep_ in _TOLD or above.head.i == above.i else above.head
        if above is not None:
            yield noun


def _rules(verb: Token) -> bool:
    """A court does it, or somebody is convicted."""
    who = [*grammar.children(verb, "nsubj")]
    if verb.lemma_ in _CONDEMNED and is_passive(verb):
        return True
    return any(word.lemma_.lower() in _BENCH for each in who for word in (each, *grammar.labelled(each, "nmod:desc")))


def _tries(verb: Token) -> bool:
    """A trial opens, or goes on."""
    held = [*grammar.labelled(verb, "nsubj", "nsubj:pass", "obj")]
    return verb.lemma_ in _HEARS and any(noun.lemma_.lower() in _TRIALS | _BENCH for noun in held)
