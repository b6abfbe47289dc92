"""Listeners: to whom something is said: "told parliament", "in a letter to Oslo", "responding to a question from"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.attributions.continuations import Before
from kg.extract.attributions.extents import VESSELS
from kg.extract.attributions.links import Link
from kg.extract.attributions.sources import is_asked
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.sides import following, is_passive
from kg.extract.words.meetingwords import ACCORDS
from kg.model import Act, Mention

_ADDRESS_CASES = frozenset({"to", "with"})
# "In contrast to Oslo", "said in addition to Oslo": before "to", these make it another preposition.
_COMPARING = frozenset("addition comparison contrast opposition reference regard relation respect thanks".split())
# "In a letter to the bishop", "in an interview with state radio", "at talks with her": who has the letter or holds the
# interview is told.
_BY_WAY_OF = frozenset({"in", "during", "at"})
_VESSEL_CASES = ("to", "with", "before")
# "Speaking to state radio, he said", "she told of it while addressing the council".
_FACING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("speak", "talk"), ("to", "with", "before")),
    **dict.fromkeys(("address", "brief"), ("",)),
    **dict.fromkeys(("testify", "appear"), ("before", "to")),
    "write": ("to",),
    "answer": ("",),
    "meet": ("with", ""),
}
_WHILE = frozenset({"while", "when", "in"})
# What somebody has for those right behind; greetings others may bring them.
_FELT_FOR = frozenset({"condolence", "congratulation", "sympathy", "apology"})
_SENDING = frozenset({"address", "send", "write", "direct"})
# Verbs whose object is who is told, not what is said.
_TELLING = frozenset({"tell", "inform", "assure", "remind", "brief", "address", "thank", "congratulate", "invite"})
# Behind these no "that" need part who is told from who does what is told: "told the court she had paid".
_CLAUSAL = frozenset({"tell", "inform", "assure", "remind"})
# Of whom it is said is never told right behind these: "said her party would wait".
_SAYING = frozenset({"say", "think", "believe", "know", "hope", "claim", "deny", "announce"})
# Who gets it is told right behind these, and before it: "promised Oslo a ferry", "offered him a boat".
_GIVING = frozenset({"promise", "offer"})
# A state or a body that is thanked hears of it from the news; so does who is urged. Of 29 that the open sets thank, the
# eleven that are told so are people.
_THANKING = frozenset({"thank", "congratulate"})
# Acts whose object before a clause is who is spoken to: "asked Ankara to", "warned Ankara that". Whoever is urged may
# hear of it from the news.
_ADDRESSING = frozenset({"ask", "warn", "promise", "propose"})
# What is said so is said to whoever spoke before.
_REPLYING = frozenset({"answer", "reply", "respond"})
# "In reply to a question from", "under questioning by"; so many words lie between.
_QUESTIONS, _ANSWERING, _LED = frozenset({"question", "questioning"}), frozenset({"to", "under", "answering"}), 3
# "Will meet at Oslo's request": who meets was asked to.
_MEETING = frozenset("meet convene discuss hold vote debate".split())


def addressees_of(one: Link, act: Act, before: Before | None, mentions: Mentions) -> list[Mention]:
    """Whom it is said to: the indirect object, "told parliament", "said to reporters", "in a letter to".

    Args:
        one: the attribution.
        act: what it does.
        before: the statement before it.
        mentions: of the article.
    """
    found: list[Token] = [one.answers] if one.answers is not None else []
    head = one.head
    if (told := _told(head)) is not None:
        found.append(told)
    clausal = any(grammar.children(head, "ccomp", "xcomp"))
    content = {token.i for tokens in one.contents for token in tokens}
    source = {token.i for token in one.source}  # "said an adviser to the king" is not said to him
    given = head.lemma_ in _GIVING and any(grammar.labelled(head, "obj"))
    if (act != "demand" or given) and head.lemma_ not in _SAYING:
        found.extend(token for token in grammar.children(head, "iobj") if clausal or given or token.i not in content)
    if head.lemma_ in _TELLING or (act in _ADDRESSING and clausal):
        found.extend(token for token in grammar.children(head, "obj") if token.i not in content or act != "say")
    found.extend(_beside(head))
    if head.lemma_ in _CLAUSAL and clausal:
        found = _before_clause(head, found, content)
    # "Urged Mali to leave in a letter to its leader", which the tree hangs on what is asked.
    asked = (
        below for each in grammar.labelled(head, "xcomp", "obj") for below in grammar.labelled(each, "obl", "nmod")
    )
    for token in (*head.children, *(each for each in asked if each.lemma_ in VESSELS)):
        case = {child.lower_ for child in grammar.labelled(token, "case")}
        if not token.dep_.startswith(("obl", "nmod")) or token.i in content | source:
            continue
        if case & _ADDRESS_CASES and head.lemma_ != "invite" and not _is_compared(token):  # where to
            found.append(token)
        elif case & _BY_WAY_OF and token.lemma_.lower() in VESSELS:
            # "A letter to Commission President X", whatever the tree makes of her name.
            near = following(token, *_VESSEL_CASES) or _sent_to(token)
            found.extend(child for child in grammar.children(token, "nmod") if grammar.case(child) in _VESSEL_CASES)
            found = [*found, near] if near is not None and near.ent_type_ != "PER" else [near] if near else found
    found.extend(each for each in _facing(one) if each.i not in content)
    found.extend(_asking(head))
    found.extend(_beyond(head, act))
    for token in one.cue:
        found.extend(child for child in grammar.children(token, "nmod") if token.i != head.i and _to(child))
    everybody = [who for token in found for each in grammar.conjuncts(token) if (who := _whom(each, mentions))]
    if head.lemma_ in _THANKING:
        everybody = [who for who in everybody if who.kind == "person" and who.form != "description"]
    if not everybody and head.lemma_ in _REPLYING and before is not None and not before.goes_on:
        everybody = [said_by] if (said_by := before.statement.speaker.mention) is not None else []
    actors = [mention for mention in everybody if mention.kind not in ("date", "event")]
    return sorted({mention.span: mention for mention in actors}.values(), key=lambda mention: mention.span)


def _beside(head: Token) -> Iterator[Token]:
    """Who stands right after "told" or "appealed to", whatever the tree makes of him; who meets at one's request."""
    if head.lemma_ in ("appeal", "write"):
        near = following(head, "to")
    elif head.tag_ == "VBG" and head.dep_ == "advcl" and head.head.lemma_ in ("write", "tell", *_REPLYING):
        near = following(head.head, "to")  # "wrote to the minister on Tuesday asking for police", "responded by saying"
        near = near or (following(head.head) if head.head.lemma_ in ("write", "tell") else None)
    elif head.lemma_ in _TELLING and head.pos_ == "VERB" and not is_passive(head):
        near = following(head)
    elif head.lemma_ == "request" and head.pos_ == "NOUN" and grammar.case(head) == "at":
        clause = grammar.clause(head)
        near = subjects.subject(clause) if clause.lemma_ in _MEETING else None
    else:
        near = None
    if near is not None:
        yield near


def _before_clause(head: Token, found: list[Token], content: set[int]) -> list[Token]:
    """Those who are told, without who does what is told: of "told the court she had signed" the court."""
    told = [token for token in found if token.i not in content]
    said = min((i for i in content if i > head.i), default=head.i)
    if said == head.i + 1:  # who is told is taken for a part of it, as yet
        return found
    if len(told) == len(found) or is_passive(head) or any(token.i > head.i for token in told):
        return told
    # "Told the Courier Oslo had paid", where the trees take all that stands there for one.
    between = (token for token in head.doc[head.i + 1 : said] if token.pos_ in ("NOUN", "PROPN"))
    return [*told, *list(between)[-1:]]


def _facing(one: Link) -> Iterator[Token]:
    """Whom one has before oneself: "addressing parliament, he said", "the envoy, speaking to state radio, said"."""
    for each in (one.head, one.speaker):
        for child in each.children if each is not None else ():
            led = next((word.lower_ for word in grammar.children(child, "mark", "case")), "while")
            beside = child.tag_ == "VBG" and child.dep_ in ("advcl", "acl") and led in _WHILE
            cases = _FACING.get(child.lemma_) if beside else None
            nears = (following(child, case) if case else following(child) for case in cases or ())
            near = next((near for near in nears if near is not None), None)
            if near is not None:
                yield near
    for token in one.source:  # "a lawyer of the candidate, who spoke to state radio", on whom the tree hangs it
        near = following(token, "to") if token.dep_ == "acl:relcl" and token.lemma_ in ("speak", "talk") else None
        if near is not None:
            yield near


def _beyond(head: Token, act: Act) -> Iterator[Token]:
    """Who stands right behind what is agreed or given: "agreed on a ceasefire with Oslo", "condolences to Oslo"."""
    for thing in grammar.labelled(head, "obj", "obl"):
        agreed = act == "agree" and thing.lemma_.lower() in ACCORDS
        near = following(thing, "with" if agreed else "to") if agreed or thing.lemma_ in _FELT_FOR else None
        if near is not None:
            yield near


def _asking(head: Token) -> Iterator[Token]:
    """Whose question it answers: "responding to a question from a lawmaker", "under questioning by the committee"."""
    for token in head.subtree:
        if token.lemma_.lower() not in _QUESTIONS or token.i + 1 >= grammar.sentence_end(token):
            continue
        led = {each.lower_ for each in token.doc[max(grammar.sentence_start(token), token.i - _LED) : token.i]}
        near = following(token, "from", "by") if led & _ANSWERING else None
        if near is not None:
            yield near


def _whom(token: Token, mentions: Mentions) -> Mention | None:
    """Whom a word means; of "Gulf Star television" the name."""
    known = mentions.of(token)
    if known is not None:
        return known
    named = (mentions.of(child) for child in grammar.children(token, "compound"))
    return next(
        (each for each in named if each is not None and each.kind == "organization" and each.form == "name"), None
    )


def _told(head: Token) -> Token | None:
    """Whom a passive tells it: "the minister was told that"; "Asked whether it was, the minister said"."""
    if is_asked(head):
        return subjects.subject(head.head)
    warned = head.lemma_ == "warn" and any(grammar.labelled(head, "ccomp"))
    return subjects.passive_subject(head) if warned or head.lemma_ in _TELLING | {"ask", "promise"} else None


def _sent_to(vessel: Token) -> Token | None:
    """To whom it goes, behind a participle or what it tells: "a letter addressed to X", "a cable of sympathy to X"."""
    for child in vessel.rights:
        if (child.dep_ == "acl" and child.lemma_ in _SENDING) or child.lemma_ in _FELT_FOR:
            near = following(child, "to")
            if near is not None:
                return near
    return None


def _is_compared(token: Token) -> bool:
    """Whoever it is, he is only compared: "said it would wait, in contrast to Oslo"."""
    case = next(grammar.children(token, "case"), token)
    return case.i > 0 and case.nbor(-1).lower_ in _COMPARING


def _to(token: Token) -> bool:
    return grammar.case(token) == "to"
