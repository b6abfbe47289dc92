"""Memberships: who belongs to, leads, represents or lies in what, as appositions, "of" phrases and verbs tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.relations.staff import owner_before
from kg.extract.syntax import grammar, nounphrases, nouns, subjects
from kg.extract.syntax.coordination import coordinated
from kg.extract.syntax.sides import after, case_of, doers, is_passive, undergoers
from kg.model import Mention, Predicate, Relation

_MEMBERS = frozenset({"member", "employee", "fighter", "student", "veteran", "soldier", "lawmaker", "activist"})
_PARTS = frozenset(
    {"part", "branch", "arm", "wing", "unit", "division", "subsidiary", "affiliate", "faction", "offshoot"}
)
_LEADING = {
    "lead": "leader",
    "head": "head",
    "chair": "chair",
    "command": "commander",
    "run": "head",
    "direct": "director",
    "found": "founder",
    "co-found": "founder",
}
_BODIES = frozenset({"organization", "group", "country", "place"})
_WITHIN = frozenset(
    """
    city town village port province region district capital island area suburb neighbourhood neighborhood resort county
    settlement enclave municipality
    """.split()
)
# "The north of Kampala" is told by Kampala.
_SIDES_OF_LAND = frozenset("north south east west northeast northwest southeast southwest centre center heart".split())
_SEATED = frozenset({"base", "headquarter"})
_PARTS_OF_LAND = frozenset({"province", "region", "district", "island", "area", "county", "municipality"})
_AT = ("in", "at", "on")
_REACH = 80  # characters after "led by" within which a name with its title ends
_GAP = 3  # words between a place and the one that it is in: "in the southern"
# What is done has no members: "as part of a smear campaign".
_EFFORTS = frozenset("campaign drive effort initiative offensive operation push".split())
# What states are members of.
_UNIONS = frozenset(
    "coalition alliance bloc union organization organisation group federation league association pact".split()
)
_FORMING = frozenset({"form", "become", "remain", "constitute"})
_TELLING = frozenset({*_LEADING, "represent", "belong", "join", "speak"})
_SENT = frozenset({"delegation", "team", "mission", "side"})


def memberships(mentions: Mentions) -> Iterator[Relation]:
    """The memberships, leaderships and locations of an article."""
    for token in mentions.tokens:
        lemma = token.lemma_.lower()
        if lemma in _SEATED:
            yield from _seated(token, mentions)
        elif token.pos_ == "VERB" and not grammar.negated(token):
            yield from _led_by(token, lemma, mentions) or _of_verb(token, lemma, mentions)
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma in _MEMBERS | _PARTS:
                yield from _of_noun(token, lemma, mentions)
            if lemma == "candidacy":
                yield from _running(token, mentions)
            yield from _placed(token, mentions)
            yield from _owned(token, mentions)
            yield from _of(token, mentions)
        if token.lower_ in ("including", "notably"):
            yield from _including(token, mentions)


def _of_verb(verb: Token, lemma: str, mentions: Mentions) -> Iterator[Relation]:
    """What a verb tells: "A belongs to B", "A joined B", "A leads B", "B, headed by A"."""
    if lemma not in _TELLING:
        return
    if verb.dep_.startswith("acl") and verb.tag_ == "VBN" and not is_passive(verb):
        who, whom = list(after(verb, "by")), [verb.head]  # "the government, led by X"
    elif is_passive(verb):
        led = [verb.head] if verb.dep_.startswith("acl") else []
        who, whom = list(after(verb, "by")), undergoers(verb) or led
    else:
        who, whom = doers(verb), undergoers(verb)
    if lemma in _LEADING:
        if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "acl", "advcl", "ccomp"):
            return  # "wants to lead the committee": nobody leads it yet
        if any(each.lemma_ == "campaign" and any(c.lower_ in ("a", "an") for c in each.lefts) for each in whom):
            return  # "ran a spirited campaign": what somebody did
        if lemma == "direct" and any(grammar.children(verb, "xcomp", "ccomp", "advcl")):
            return  # "directed the ministry to send help"
        for person in _actors(who, mentions, {"person"}):
            for body in _actors((each for each in whom if lemma != "run" or each.tag_ != "PRP"), mentions, _BODIES):
                yield from _leads(person, lemma, body, mentions)
    elif lemma == "represent":
        yield from _pairs(_actors(who, mentions, {"person"}), _actors(whom, mentions, _BODIES), "represents", mentions)
    elif lemma == "belong":
        whole = _actors(after(verb, "to"), mentions, _BODIES)
        yield from _pairs(_actors(who, mentions, _BODIES | {"person"}), whole, "member_of", mentions)
    elif lemma == "join" and grammar.tense(verb) != "future" and verb.tag_ in ("VBD", "VBN", "VBZ"):
        whole = _actors(whom, mentions, {"organization"})
        yield from _pairs(_actors(who, mentions, _BODIES | {"person"}), whole, "member_of", mentions)
    if lemma == "speak":  # "who speaks for the ministry"
        yield from _pairs(
            _actors(who, mentions, {"person"}),
            _actors(after(verb, "for"), mentions, _BODIES),
            "spokesperson_for",
            mentions,
        )


def _leads(person: Mention, lemma: str, body: Mention, mentions: Mentions) -> Iterator[Relation]:
    """Who leads a delegation represents whoever sent it; who leads anything else holds a post of it."""
    if _LEADING[lemma] == "founder" and body.kind != "organization":
        return  # "the companies that he founded" are no body that is known
    head = mentions.head(body)
    if head.lemma_.lower() in _SENT and not mentions.traits(body).within:
        return  # "to lead the delegation", of whom it does not say
    if head.lemma_.lower() in _SENT and not _is_somebodys(head, mentions):
        yield _relation(person, "represents", body, mentions)  # "who leads the Kazakh delegation"
    else:
        yield _relation(person, "holds_post", body, mentions, post=_LEADING[lemma])


def _led_by(verb: Token, lemma: str, mentions: Mentions) -> list[Relation]:
    """A body and the name of who leads it, with nothing but "led by" between: whatever the tree hangs it on."""
    if lemma not in _LEADING or verb.i < 2 or verb.i + 2 >= len(verb.doc) or verb.nbor().lower_ != "by":
        return []
    last = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
    body, start = mentions.of(last), verb.nbor(2).idx
    named = [one for one in mentions.within((start, start + _REACH)) if one.form == "name" and one.kind == "person"]
    led = body is not None and body.kind in ("organization", "group") and body.end == last.idx + len(last)
    if body is not None and led and named and mentions.titles.get(named[0].span, named[0].span)[0] == start:
        return list(_leads(named[0], lemma, body, mentions))
    return []


def _is_somebodys(noun: Token, mentions: Mentions) -> bool:
    """A person's own: who leads "Vestby's transition team" represents nobody by it."""
    owners = (mentions.of(child) for child in grammar.children(noun, "nmod:poss", "compound"))
    return any(owner is not None and owner.kind == "person" for owner in owners)


def _of_noun(noun: Token, lemma: str, mentions: Mentions) -> Iterator[Relation]:
    """What a noun tells: "X is a member of Y", "X, part of Y", "as part of Y", "members of Y"."""
    whole = _actors(after(noun, "of", "in", "from"), mentions, {"organization", "group"})
    whole = [one for one in whole if mentions.traits(one).noun not in _EFFORTS]
    if not whole:
        return
    predicate: Predicate = "member_of"
    if any(grammar.children(noun, "cop")):
        who = [subjects.antecedent(child) for child in noun.lefts if child.dep_ in grammar.SUBJECTS]
    elif noun.dep_ == "appos":
        who = [noun.head]
    elif lemma in _PARTS and (noun.head.lemma_ in _FORMING or "as" in (case_of(noun), noun.nbor(-1).lower_)):
        beside = mentions.of(noun.head) is not None  # "Chad, as part of the coalition, is bound"
        who = [noun.head] if beside else doers(grammar.clause(noun.head))  # "is working as part of the coalition"
    else:
        who = [noun]
    members = _actors(who, mentions, _BODIES | {"person"})
    if who == [noun] and noun.tag_ == "NNS" and lemma in _MEMBERS:
        return  # "seven members of the guild": who they are, nobody tells
    if lemma in _PARTS and all(one.kind == "organization" for one in members):
        predicate = "part_of"
    yield from _pairs(members, whole, predicate, mentions)


def _of(noun: Token, mentions: Mentions) -> Iterator[Relation]:
    """A person's name with "of" and a body: "Matthias Ebersreuth of the OSCE"."""
    person = mentions.of(noun)
    if person is None or person.kind != "person" or person.form != "name" or noun.lemma_.lower() in nouns.POSTS:
        return
    bodies = _actors(after(noun, "of", "from"), mentions, {"organization"})
    if bodies and mentions.text[person.end : bodies[0].start].split()[:1] in (["of"], ["from"]):
        inside = [one for one in mentions.within((person.end, bodies[-1].start)) if one.kind == "person"]
        bodies = [one for one in bodies if not inside or one.end < inside[0].start]  # "X of A, Y of B"
        yield from _pairs([person], bodies, "member_of", mentions)


def _running(noun: Token, mentions: Mentions) -> Iterator[Relation]:
    """Whose candidacy it is, who is a candidate: "Vestby announced his candidacy", "Vestby's candidacy"."""
    owner = next(grammar.children(noun, "nmod:poss"), None)
    if owner is not None and owner.tag_ == "PRP$":
        owner = subjects.subject(noun.head) if noun.dep_ == "obj" else None
    for person in _actors([owner] if owner is not None else [], mentions, {"person"}):
        spans = (mentions.titles.get(person.span, person.span), grammar.span_of(noun))
        evidence = ((min(start for start, _ in spans), max(end for _, end in spans)),)
        yield Relation(person, "holds_post", None, evidence, post="candidate", confidence=0.7)


def _including(token: Token, mentions: Mentions) -> Iterator[Relation]:
    """Those named belong to the whole before: "the coalition, including Russia"."""
    named = token.head if token.dep_ in ("case", "advmod") else None
    parts = [named] if named is not None else undergoers(token)
    if not parts:
        return
    whole = parts[0].head if token.dep_ != "acl" else token.head
    if whole.i >= token.i:
        return
    bodies = _actors([whole], mentions, {"organization", "group"})
    bodies = [one for one in bodies if one.form == "name" or not mentions.traits(one).plural]  # no "unions"
    bodies = [one for one in bodies if mentions.text[one.end : token.idx].strip(" ,(–—") == ""]  # no other's list
    members = _actors(parts, mentions, _BODIES)
    if bodies and bodies[0].form != "name" and mentions.traits(bodies[0]).noun not in _UNIONS:
        members = [one for one in members if one.kind != "place"]  # "the airline's network, including Havana"
    yield from _pairs(members, bodies[:1], "member_of", mentions)


def _placed(noun: Token, mentions: Mentions) -> Iterator[Relation]:
    """A place or body that is in a place: "Mersin in southern Turkey", "the Georgian port of Poti"."""
    inner = mentions.of(noun)
    if inner is not None and inner.kind == "place" and inner.form == "name" and noun.dep_ == "appos":
        return  # of "Las Vegas, Nevada at the Vestby Hotel" the state is not in the hotel
    if inner is not None and inner.form == "name" and inner.kind in ("place", "organization"):
        for there in after(noun, *_AT):
            named = _named(there, mentions)
            for outer in named or _actors([there], mentions, {"place"}):
                end = there.idx if named else outer.start
                gap = mentions.text[inner.end : end].split() if end > inner.end else []
                if gap and len(gap) <= _GAP and gap[0] in _AT:
                    yield _relation(inner, "located_in", outer, mentions)
    if noun.lemma_.lower() in _WITHIN:  # "the Georgian port of Poti", "Georgia's capital, Tbilisi"
        if noun.dep_ == "appos":  # "Naguru, a suburb of Kampala"
            comma = noun.doc[max(nounphrases.base_phrase(noun)[0].i - 1, 1)]  # before which it may hang on the bus
            inner = mentions.of(comma.nbor(-1) if comma.text == "," else noun.head)
            around = [*after(noun, "of", *_AT)]
            around += [each for side in around if side.lemma_.lower() in _SIDES_OF_LAND for each in after(side, "of")]
            inside = [inner] if inner is not None and inner.kind == "place" and inner.form == "name" else []
            yield from _pairs(inside, _actors(around, mentions, {"place"}), "located_in", mentions)
        towns = _actors([*after(noun, "of"), *grammar.children(noun, "appos")], mentions, {"place"})
        owners = [child for child in noun.lefts if child.dep_ in ("amod", "nmod:poss", "compound")]
        if noun.lemma_.lower() in _PARTS_OF_LAND and (own := [one for one in owners if one.dep_ == "compound"]):
            # "Karrada district of Baghdad", "Anbar province, Iraq": the name before is its own.
            yield from _pairs(_actors(own, mentions, {"place"}), towns, "located_in", mentions)
            return
        yield from _pairs(towns, _actors(owners, mentions, {"nationality", "place"}), "located_in", mentions)


def _named(noun: Token, mentions: Mentions) -> list[Mention]:
    """The place that is told by what it is: "in the southern [city] of Busan"."""
    called = [*after(noun, "of"), *grammar.children(noun, "appos")] if noun.lemma_.lower() in _WITHIN else []
    return _actors(called, mentions, {"place"})


def _seated(participle: Token, mentions: Mentions) -> Iterator[Relation]:
    """A body that is based in a place: "the Geneva-based X", "X, based in Geneva", "X, which is headquartered in"."""
    body = mentions.of(participle.head)
    if body is not None and (equal := mentions.traits(body).equals) is not None:
        body = mentions.at(equal)  # "Vestby Aid, a group based in Geneva"
    if body is None or body.kind != "organization" or body.form != "name" or grammar.negated(participle):
        return
    if participle.dep_.startswith("acl"):
        there = list(after(participle, "in", "at"))
    elif participle.dep_ == "amod" and participle.i > 1 and participle.nbor(-1).tag_ == "HYPH":
        there = [participle.nbor(-2)]
    else:
        return
    yield from _pairs([body], _actors(there, mentions, {"place", "nationality"}), "located_in", mentions)


def _owned(noun: Token, mentions: Mentions) -> Iterator[Relation]:
    """A body of a body, whatever the tree makes of it: "the African Union's Peace and Security Council"."""
    part = mentions.of(noun)
    if part is None or part.kind != "organization" or part.form != "name" or mentions.head(part).i != noun.i:
        return
    if mentions.text[slice(*part.span)].split()[-1].lower() in nouns.POSTS | nouns.DOCUMENTS:
        return  # "its Political Editor", "the magazine's Cookie Poll" are no bodies
    whole = owner_before(part, mentions)
    if whole is not None:
        yield _relation(part, "part_of", whole, mentions)


def _actors(tokens: Iterable[Token], mentions: Mentions, kinds: Iterable[str]) -> list[Mention]:
    found = [mentions.of(each) for token in tokens for each in coordinated(token)]
    return [one for one in found if one is not None and one.kind in kinds]


def _pairs(
    ones: Iterable[Mention], others: Iterable[Mention], predicate: Predicate, mentions: Mentions
) -> Iterator[Relation]:
    others = list(others)
    for one in ones:
        yield from (_relation(one, predicate, other, mentions) for other in others if other.span != one.span)


def _relation(
    one: Mention, predicate: Predicate, other: Mention, mentions: Mentions, *, post: str | None = None
) -> Relation:
    for each in (one, other):
        if predicate != "located_in":
            mentions.mark(each)
    spans = [mentions.titles.get(each.span, each.span) for each in (one, other)]
    evidence = ((min(start for start, _ in spans), max(end for _, end in spans)),)
    return Relation(one, predicate, other, evidence, post=post, confidence=0.7)
