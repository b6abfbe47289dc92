"""Whom a statement concerns: to whom it is said, at whom it is aimed, of whom and what it speaks."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.cues import stance_of
from kg.extract.mentions import Mentions
from kg.model import About, Act, Mention, Span, Speaker
from kg.vocabulary import DIRECTED_ACTS

# Acts aimed at whoever the content is about, where the cue has no object: "complained that Turkey ...".
_AIMED = frozenset({"accuse", "criticise", "demand", "praise", "threaten"})
# Cases that name whom a cue is directed at: "called on Russia", "warned against", "anger at Ankara".
_TARGET_CASES = frozenset({"on", "upon", "against", "at", "of", "from", "for"})
_ADDRESS_CASES = frozenset({"to", "with"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
# Verbs whose object is who is told, not what is said.
_TELLING = frozenset({"tell", "inform", "assure", "remind", "brief", "address"})
# Acts whose object before a clause is who is spoken to: "urged Ankara to", "warned Ankara that".
_ADDRESSING = frozenset({"ask", "demand", "warn", "promise", "propose"})


def addressees_of(one: Link, act: Act, mentions: Mentions) -> list[Mention]:
    """Whom it is said to: the indirect object, "told parliament", "said to reporters", "in a letter to"."""
    found: list[Token] = []
    head = one.head
    clausal = any(grammar.children(head, "ccomp", "xcomp"))
    content = {token.i for tokens in one.contents for token in tokens}
    found.extend(grammar.children(head, "iobj"))
    if head.lemma_ in _TELLING or (act in _ADDRESSING and clausal):
        found.extend(token for token in grammar.children(head, "obj") if token.i not in content or act != "say")
    for token in head.children:
        case = {child.lower_ for child in token.children if child.dep_ == "case"}
        if token.dep_.startswith("obl") and case & _ADDRESS_CASES and token.i not in content:
            found.append(token)
    for token in one.cue:
        found.extend(child for child in grammar.children(token, "nmod") if token.i != head.i and _to(child))
    everybody = [mention for token in found for each in grammar.conjuncts(token) if (mention := mentions.of(each))]
    actors = [mention for mention in everybody if mention.kind not in ("date", "event")]
    return sorted({mention.span: mention for mention in actors}.values(), key=lambda mention: mention.span)


def about_whom(
    one: Link, act: Act, root: Token | None, speaker: Speaker, addressees: list[Mention], mentions: Mentions
) -> list[About]:
    """Targets, then the other actors and places inside the content as topics; text order."""
    targets = {mention.span: mention for mention in _targets(one, act, root, addressees, mentions)}
    inside = [
        mention
        for tokens in one.contents
        for mention in mentions.within(grammar.span_of(*tokens))
        if mention.kind not in ("date", "event")
    ]
    own = {speaker.mention.span} if speaker.mention is not None else set()
    own |= {mention.span for mention in inside if is_first_person(mention, mentions)}
    spans = {mention.span: mention for mention in inside} | targets
    stance = stance_of(act)
    return [
        About(mention=mention, role="target", stance=stance) if span in targets else About(mention=mention)
        for span, mention in sorted(spans.items())
        if span not in own
    ]


def is_first_person(mention: Mention, mentions: Mentions) -> bool:
    """The mention is "I", "we" or a form of these."""
    return mentions.traits(mention).noun in _FIRST_PERSON


def _targets(one: Link, act: Act, root: Token | None, addressees: list[Mention], mentions: Mentions) -> list[Mention]:
    """At whom a directed act is aimed: the cue's object, else the subject of what is said of them."""
    if act not in DIRECTED_ACTS:
        return []
    head = one.head
    found = list(grammar.children(head, "obj", "iobj"))
    passive = grammar.passive_subject(head)
    if passive is not None:
        found.append(passive)
    for token in head.children:
        case = {child.lower_ for child in token.children if child.dep_ == "case"}
        if (token.dep_ == "obl" and case & _TARGET_CASES) or token.dep_.startswith("nmod"):
            found.append(token)
    direct = _actors(found, mentions)
    if direct:
        return direct
    if addressees and act in ("demand", "warn", "threaten", "promise", "ask"):
        return addressees
    if root is None or act not in _AIMED:
        return []
    inner = [token for token in [grammar.subject(root), grammar.passive_subject(root)] if token is not None]
    if root.pos_ in ("NOUN", "PROPN"):
        inner.extend([root, *(child for child in grammar.children(root, "nmod"))])
    inner.extend(grammar.children(root, "obj"))
    return _actors(inner, mentions)[:1] or _first_named(one, mentions)


def _first_named(one: Link, mentions: Mentions) -> list[Mention]:
    """The actor that the content opens with, where the tree does not tell: "demanded Erdogan withdraw"."""
    opening = [token for token in one.contents[0] if token.pos_ not in ("PUNCT", "DET", "SCONJ")][:2]
    return _actors(opening, mentions)[:1]


def _actors(tokens: Iterable[Token], mentions: Mentions) -> list[Mention]:
    """The mentions of these tokens and of what is coordinated with them; a thing gives its owner."""
    found: dict[Span, Mention] = {}
    for token in tokens:
        for each in grammar.conjuncts(token):
            mention = mentions.of(each)
            if mention is None:
                owner = next((child for child in each.children if child.dep_ == "nmod:poss"), None)
                owner = owner or next((child for child in grammar.children(each, "amod", "compound")), None)
                mention = mentions.of(owner) if owner is not None else None
            if mention is None or mention.kind in ("date", "event") or is_first_person(mention, mentions):
                continue
            found[mention.span] = mention
    return list(found.values())


def _to(token: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == "to" for child in token.children)
