"""Relations that titles, appositions, possessives and "of" phrases tell: posts, spokespeople, members, locations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.extract.mentions import titles
from kg.extract.mentions.mentions import Mentions
from kg.extract.mentions.portfolios import is_of_portfolio
from kg.extract.mentions.ranks import is_title
from kg.extract.relations.alliances import alliances
from kg.extract.relations.constituencies import PARTIES, is_lawmaker, land_behind, lettered, partisans, seat
from kg.extract.relations.describedbodies import campaign_of, described_body
from kg.extract.relations.evidence import whole
from kg.extract.relations.memberships import memberships
from kg.extract.relations.postbodies import body_behind
from kg.extract.relations.postwords import is_held, written
from kg.extract.relations.principals import office, principal
from kg.extract.relations.staff import owner_before, staff
from kg.extract.syntax import grammar
from kg.extract.syntax.nouns import POSTS
from kg.model import Mention, Relation, Span, Statement

_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_REPRESENTS = frozenset(
    {"envoy", "ambassador", "representative", "negotiator", "delegate", "lawyer", "counsel", "mediator"}
)
# Callings: a nationality or a town beside them tells where somebody is from, and not who employs him.
_CALLINGS = frozenset(
    """
    lawyer attorney journalist reporter correspondent columnist editor economist analyst researcher professor strategist
    engineer founder owner boss
    """.split()
)
# Of the body beside them these are: a party's candidates, an institute's analysts.
_BELONGING = frozenset(
    """
    member senator lawmaker legislator mp congressman congresswoman candidate nominee official analyst researcher
    fellow scholar economist strategist expert activist fighter
    """.split()
)
# Of what these report it says before their post, too.
_REPORTING = frozenset({"correspondent", "reporter"})
_BEATS = frozenset({"white house", "pentagon", "kremlin", "congress", "senate", "supreme court", "state department"})
_RUNNING = frozenset({"candidate", "nominee", "contender", "hopeful"})
_CHAMBERS = frozenset(
    "senate house congress parliament assembly legislature council court knesset diet bundestag duma".split()
)
# Whoever has sent them stands before whom they are sent to.
_SENT = frozenset({"envoy", "ambassador", "representative", "delegate", "observer", "negotiator"})
# What stands before whom they are sent to, and its most characters.
_TO, _TO_LENGTH = re.compile(r"\bto (?:the )?$|['’]s $"), 7
# Behind the second of several places: ", Chad and Niger".
_LISTED = re.compile(r"(?:, (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*){0,4},? (?:and|or|&) (?:the )?[A-Z]")
# Who governs a part of a state.
_OF_LANDS = frozenset({"governor", "mayor", "premier", "minister"})
# Offices of a state, whatever party their holders are of.
_OF_STATES = frozenset(
    """
    president minister governor mayor senator congressman congresswoman representative secretary gov. sen. rep.
    ambassador general premier chancellor king queen emir sultan
    """.split()
)


def relations(mentions: Mentions, statements: Sequence[Statement] = ()) -> list[Relation]:
    """The relations between the actors of an article, in text order.

    Args:
        mentions: of the article.
        statements: of the article. Who sides with whom and who fights whom is no fact where only a statement tells it.
    """
    found: list[Relation] = []
    for mention in mentions:
        if mention.kind == "person" and mentions.traits(mention).post:
            found.extend(_posts(mention, mentions))
    for token in mentions.tokens:
        if token.dep_ in ("appos", "nmod:unmarked"):
            found.extend(_located(token, mentions))
        if token.text == "(":
            found.extend(_accredited(token, mentions))
    found.extend(memberships(mentions))
    found.extend(staff(mentions))
    found.extend(partisans(mentions))
    found.extend(lettered(mentions))
    contents = [span for one in statements for span in one.content]
    found.extend(one for one in alliances(mentions) if not _within(one.evidence, contents))
    unique = {(one.subject.span, one.predicate, one.object and one.object.span, one.post): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.evidence, one.predicate))


def _within(evidence: Sequence[Span], contents: Sequence[Span]) -> bool:
    """All of the evidence stands in what somebody says."""
    return all(any(begin <= start and end <= stop for begin, stop in contents) for start, end in evidence)


def _posts(described: Mention, mentions: Mentions) -> list[Relation]:
    """The post that a title or a description gives: to the name itself, or to the name it is put equal to."""
    traits = mentions.traits(described)
    holder = described
    if described.form == "description":
        if traits.equals is None:
            return []  # there is nobody to write it of
        holder = mentions.at(traits.equals)
        if traits.quoted and not mentions.traits(holder).quoted:
            return []  # "called Vestby an IS “co-founder”": who says so
    body = _body(described, mentions)
    whose = principal(described, holder, body, mentions)
    body = None if whose is not None else body
    modifiers = [mentions.find(span) for span in traits.within]
    parties = [one for one in modifiers if one is not None and one is not body and _is_party(one, mentions)]
    evidence = whole(mentions, holder, described)
    halves = _halves(described, mentions) or [(_post(traits.post, described, body, mentions), body)]
    found = [
        Relation(holder, "holds_post", of, evidence, post=written(post or "") or None, confidence=0.9)
        for post, of in halves
        if post is None or is_held(written(post), of is not None)
    ]
    found += [Relation(holder, "member_of", party, evidence, confidence=0.8) for party in parties[:1]]
    if whose is not None and (predicate := office(traits.post or "")) is not None:
        found.append(Relation(holder, predicate, whose, whole(mentions, holder, described, whose), confidence=0.8))
    if body is not None:
        found.extend(_functions(holder, body, traits.post or "", evidence, mentions))
    return found


def _post(post: str | None, described: Mention, body: Mention | None, mentions: Mentions) -> str | None:
    """The post without the body that stands before it in the title: "Commission chairman X"."""
    if post is None or body is None or body.form != "description" or described.form != "name":
        return post
    words = mentions.traits(body).text.split()
    return " ".join(post.split()[len(words) :]) or post if post.split()[: len(words)] == words else post


def _halves(described: Mention, mentions: Mentions) -> list[tuple[str | None, Mention | None]]:
    """The two posts of a title, each with its own body: "Italy's Deputy Prime Minister and League leader X"."""
    start, _ = mentions.titles.get(described.span, described.span)
    if start == described.start or " and " not in mentions.text[start : described.start]:
        return []
    title = titles.unbracketed(grammar.tokens_in(mentions.doc, (start, described.start)))
    within = [one for span in mentions.traits(described).within if (one := mentions.find(span)) is not None]
    names = {token.i for one in within for token in grammar.tokens_in(mentions.doc, one.span)}
    joins = [i for i, token in enumerate(title) if token.lower_ == "and" and token.i not in names and i]
    for i in reversed(joins):  # of "Minister of Water and Agriculture and Chairman" the last parts the posts
        first, second = (titles.post_in(half, names) for half in (title[:i], title[i + 1 :]))
        if first and second:
            before = [one for one in within if one.end <= title[i].idx]
            behind = [one for one in within if one.start > title[i].idx]
            of = _of(described, before, first, mentions)
            return [(first, of), (second, _of(described, behind, second, mentions) if behind else of)]
    for i in joins[:1]:
        first, second = (titles.post_in(half, names) for half in (title[:i], title[i + 1 :]))
        person = any(map(is_title, title[:i]))
        of = _of(described, within, first or second or "", mentions)
        if is_of_portfolio(title[i]) or not (first or second):
            return []
        if person or not second or " " not in second:
            return [(first or second, of)]  # "director and co-writer X", "writer and former president X"
        left = [each for each in title[:i] if each.i not in names and each.is_alpha and each.tag_ != "DT"]
        return [(f"{grammar.words(left)} and {second}" if left else second, of)]  # "Trade and Tourism Minister X"
    return []


def _functions(
    holder: Mention, body: Mention, post: str, evidence: tuple[Span, ...], mentions: Mentions
) -> list[Relation]:
    """What a post makes its holder: somebody's voice, representative or member."""
    words = set(post.casefold().split())
    if words & _SPOKES:
        return [Relation(holder, "spokesperson_for", body, evidence, confidence=0.9)]
    if words & _REPRESENTS:
        return [Relation(holder, "represents", body, evidence, confidence=0.8)]
    if is_lawmaker(post) and seat([body], mentions) is not None:
        return [Relation(holder, "represents", body, evidence, confidence=0.8)]
    if words & _RUNNING and _CHAMBERS.intersection(mentions.traits(body).text.casefold().split()):
        return []  # who runs for the Senate is no member of it
    if words & _BELONGING and (body.kind == "organization" or _is_party(body, mentions)):
        return [Relation(holder, "member_of", body, evidence, confidence=0.8)]
    return []


def _body(described: Mention, mentions: Mentions) -> Mention | None:
    """The organization or country that a post is for: an organization, the first behind it or the last before it.

    "Director of the Center at the University" is of the Center. For a post of a state it may be a name that the
    network takes for a person's: whoever resolves it keeps no person for a body.
    """
    modifiers = [found for span in mentions.traits(described).within if (found := mentions.find(span)) is not None]
    body = _of(described, modifiers, mentions.traits(described).post or "", mentions)
    if body is not None:
        return body
    if described.form != "name" and all(_is_party(one, mentions) for one in modifiers):
        body = body_behind(described, mentions)
    if body is None and (campaign := campaign_of(described, mentions)) is not None:
        return campaign
    if body is None and all(one.kind == "group" or _is_party(one, mentions) for one in modifiers):
        body = described_body(described, mentions)
    return body


def _of(described: Mention, modifiers: list[Mention], post: str, mentions: Mentions) -> Mention | None:
    """Which of what stands with a post it is for."""
    words = post.casefold().split()
    if _OF_STATES.intersection(words):
        land = land_behind(described, mentions) if described.form == "name" else None
        if is_lawmaker(post) and (own := land or seat(modifiers, mentions)) is not None:
            return own
        modifiers = [one for one in modifiers if not _is_party(one, mentions)] or ([land] if land is not None else [])
    modifiers = [one for one in modifiers if not _is_in_a_name(one, described, mentions)]
    bodies = [one for one in modifiers if one.kind == "organization"]
    states = [one for one in modifiers if one.kind in ("place", "country", "nationality")]
    if _SENT.intersection(words) and (sent := _sent((*bodies, *states), described, mentions)):
        return _sender((*bodies, *states), sent)
    if _OF_LANDS.intersection(words) and described.form == "name" and len(states) > 1:
        # Of "Canada's Alberta Premier X" the last before the post tells which land; of "Governor of X" what follows.
        title = mentions.titles.get(described.span, described.span)
        begin = mentions.text.find(post.split()[0], title[0], described.start)
        states = [*[one for one in states if one.end <= begin and one.kind == "place"][-1:], *states]
    if _CALLINGS.intersection(words) and "general" not in words:  # an attorney general is a state's
        states = []
    if _REPORTING.intersection(words):  # "Fjord News White House correspondent X", "White House correspondent X"
        bodies = [one for one in bodies if mentions.traits(one).text.casefold() not in _BEATS]
    if _OF_STATES.intersection(words) and not bodies and not states:
        # What the network takes for a person may be a state, which is told later: "Tuvalu's foreign minister".
        states = [one for one in modifiers if one.kind == "person" and one.form == "name"]
    behind = [one for one in bodies if described.head is not None and one.start > described.head[0]]
    if behind and described.form == "description":
        return _innermost(behind, mentions)
    return bodies[-1] if bodies else next(iter(states), None)


def _innermost(bodies: list[Mention], mentions: Mentions) -> Mention:
    """The first body, or of "director of Vestby University's Fjord Institute" the one that is its."""
    first = bodies[0]
    for one in bodies[1:]:
        named = mentions.text[: one.end].split()[-1].lower()
        if owner_before(one, mentions) == first and named not in POSTS:
            first = one
    return first


def _is_in_a_name(one: Mention, described: Mention, mentions: Mentions) -> bool:
    """A state in the name of a body that the network sees none in: "treasurer of the Norway Society for Lamps"."""
    inner = mentions.head(one)
    noun, body = inner.head, mentions.of(inner.head)
    named = inner.dep_ == "compound" and noun.tag_ == "NNP" and noun.i == inner.i + 1
    named &= not inner.ent_type_ and not noun.ent_type_
    unknown = body is None or (body.form == "name" and body.kind == "organization" and body.start == noun.idx)
    return named and unknown and described.form == "description" and noun.i > mentions.head(described).i


def _sent(ones: Iterable[Mention], described: Mention, mentions: Mentions) -> list[Mention]:
    """To whom somebody is sent: NATO of "Russia's ambassador to NATO", Syria of "the UN's Syria envoy"."""
    start = mentions.titles.get(described.span, described.span)[0]
    return [one for one in ones if _TO.search(mentions.text, max(start, one.start - _TO_LENGTH), one.start)]


def _sender(ones: Iterable[Mention], sent: list[Mention]) -> Mention | None:
    """Who has sent somebody, if that is told: Russia of "Russia's ambassador to NATO"."""
    others = [one for one in ones if one not in sent]
    named = [one for one in others if one.form == "name"]
    return min(named or others, key=lambda one: one.start, default=None)


def _is_party(mention: Mention, mentions: Mentions) -> bool:
    """A party by its adjective alone: "Republican" in "Republican Gov. X"."""
    return mentions.traits(mention).text.casefold() in PARTIES


def _located(token: Token, mentions: Mentions) -> list[Relation]:
    """A place put after a place: "Astana, Kazakhstan", "Lesbos (Greece)"; not "Mali, Chad and Niger"."""
    inner, outer = mentions.of(token.head), mentions.of(token)
    if inner is None or outer is None or inner.span == outer.span or inner.kind != "place" or outer.kind != "place":
        return []
    text, end = mentions.text, outer.end
    between = text[inner.end : outer.start]
    if between == " (":
        one, other = (set(mentions.traits(each).text.casefold().split()) for each in (inner, outer))
        apart = not one & other and not mentions.traits(outer).text.isupper()  # "Presa Allende (Allende Dam)", "(MIA)"
        told = text[end : end + 1] == ")" and apart
    else:
        told = between == ", " and _LISTED.match(text, end) is None
    return [Relation(inner, "located_in", outer, whole(mentions, inner, outer), confidence=0.9)] if told else []


def _accredited(opening: Token, mentions: Mentions) -> list[Relation]:
    """Whose delegate a record of a meeting says somebody is: "TUVA DAHL (Norway)"."""
    if opening.i == 0 or opening.i + 1 == len(opening.doc):
        return []
    person, state = mentions.of(opening.nbor(-1)), mentions.of(opening.nbor())
    if person is None or state is None or person.kind != "person" or state.kind not in ("place", "country"):
        return []
    ends = mentions.text[state.end : state.end + 1] == ")" and person.form == "name" and person.end < opening.idx
    return [Relation(person, "represents", state, whole(mentions, person, state), confidence=0.8)] if ends else []
