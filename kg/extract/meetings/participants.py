"""Participants: which actors a phrase brings to a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.meetings.bearings import led
from kg.extract.meetings.drafts import Draft
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.syntax.sides import after, case_of, is_guest
from kg.extract.words import meetingwords as words
from kg.model import Mention, ParticipantRole

#: Kinds of mentions that take part in meetings.
KINDS = frozenset({"person", "organization", "country", "group", "place", "nationality"})
# Who asks and listens at a meeting with the press is no party to it.
_AUDIENCE = frozenset(
    {"reporter", "journalist", "media", "supporter", "voter", "crowd", "everyone", "anyone", "nobody"}
)
# States that are spoken of together, by whose officials they are represented.
_STATES = frozenset("country state nation government side delegation capital neighbour neighbor their".split())
# So many words behind a description the name may end that is in apposition to it.
_BEHIND = 14
# Bodies of several states, who meet when these do: "the two countries' border commission".
_JOINT = frozenset({"commission", "committee"})
# Before "of" and those among whom they are.
_SOME = frozenset("each dozen dozens several some many most all both one handful number".split())
_SENT = frozenset({"delegation", "team", "side", "government"})
_SIDES = 2
# Between the names of a list.
_JOINS = (", and the ", " and the ", ", and ", " and ", ", the ", ", ")
# Between the names of states and of those who come from them.
_WITHIN = frozenset({"of", "from", "and", "the", ",", "'s", "’s"})
_ALIKE = frozenset({(kind, kind) for kind in KINDS} | {("place", "country"), ("country", "place")})
_ALL = frozenset({"two", "both", "three", "four", "all", "they", "pair", "side"})


def take(mentions: Mentions, draft: Draft, phrases: Iterable[Token], role: ParticipantRole) -> bool:
    """Adds the actors that phrases name, those coordinated with them too; whether there were any."""
    found, told = False, range(0)
    for each in (each for phrase in phrases for whole in _whole(phrase) for each in coordinated(whole)):
        if each.i in told:
            continue
        if _is_all(each):
            draft.together = found = True
        if _is_title(each) or _is_owned(each) or _is_of_these(mentions, each) or _are_named(each):
            continue  # "IMF chief Ada Roth" is one, "Oman's and Mali's ministers" are the states
        if each.tag_ in ("NNS", "NNPS") and each.lemma_.lower() in words.FOLK:
            mentions.describe(each, kind="group")
        leader, _ = led(each, mentions)
        known = [leader] if leader is not None else _named_behind(mentions, each)
        told = range(each.i, mentions.head(known[-1]).i + 1) if len(known) > 1 else told
        for mention in known or _sent_by(mentions, each) or _named(mentions, each):
            for one in (mention, *_listed(mentions, mention)):
                mentions.mark(one)
                draft.add(one, role)
            found = True
    return found


def _is_title(token: Token) -> bool:
    """The body or state is named in the title of the person whose name follows: "IMF chief Ada Roth"."""
    behind = list(
        token.doc[token.i + 1 : min(token.i + (3 if token.ent_type_ == "ORG" else 5), grammar.sentence_end(token))]
    )
    name = next((at for at, one in enumerate(behind) if one.ent_type_ == "PER"), 0)
    post = behind[name - 1] if name > 0 else token
    named = words.envoys_of(post) or post.lemma_.lower() in nouns.POSTS
    return (
        name > 0
        and named
        and post.tag_ in ("NN", "NNP")
        and (token.ent_type_ in ("ORG", "MISC") or token.text == "WHO")
    )


def _is_owned(token: Token) -> bool:
    """Several officials whom the tree joins to the states that sent them: "Oman's and Mali's interior [ministers]"."""
    first = nounphrases.base_phrase(token)[0]
    owned = first.i > grammar.sentence_start(token) and first.nbor(-1).tag_ == "POS"
    return token.dep_ == "conj" and owned and words.envoys_of(token) and token.head.ent_type_ == "LOC"


def _are_named(token: Token) -> bool:
    """Several by their office whose names follow: "the foreign ministers, X and Y"."""
    named = [name for name in grammar.children(token, "appos") if name.ent_type_ == "PER" and name.i > token.i]
    joined = (one for each in (token, *named) for one in grammar.children(each, "conj"))  # to the office, too
    several = bool(named) and any(one.ent_type_ == "PER" and one.i > named[0].i for one in joined)
    return token.tag_ == "NNS" and token.lemma_.lower() in nouns.POSTS and several


def _named_behind(mentions: Mentions, token: Token) -> list[Mention]:
    """Those who are named behind their states: "counterparts from Oman, X, and Mali, Y", "of Mali and Oman, X and Y".

    Only where a name goes with each state that is told, and behind a comma: of others the states are there.
    """
    if token.tag_ != "NNS" or not words.envoys_of(token):
        return []
    states, people, last = 0, list[Token](), token
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.ent_type_ == "LOC":
            states += word.ent_iob_ == "B"
        elif word.ent_type_ == "PER":
            if not people and last.text != "," and last.tag_ != "POS":
                return []
            people += [word] if word.ent_iob_ == "B" else []
        elif word.dep_ == "nmod:desc":
            continue  # "General X"
        elif word.lower_ not in _WITHIN:
            if word.pos_ in ("VERB", "AUX") and last.text != ",":
                return []  # "from Oman, X and Y said"
            break
        last = word
    named = [one for word in people if (one := mentions.of(word)) is not None and one.kind == "person"]
    return named if len(named) >= max(2, states) else []


def _is_of_these(mentions: Mentions, token: Token) -> bool:
    """Several whose states the tree has beside them: "met his Malian and Chadian [counterparts]"."""
    if token.i == grammar.sentence_start(token) or token.tag_ != "NNS" or not words.envoys_of(token):
        return False
    before = token.nbor(-1)
    state = mentions.of(before)
    while before.dep_ == "conj":
        before = before.head
    return state is not None and state.kind == "nationality" and before.head.i != token.i


def _whole(token: Token) -> list[Token]:
    """Those of whom some are told: "each of his colleagues", "a dozen of the rebels"."""
    of = list(after(token, "of")) if token.lemma_.lower() in _SOME else []
    return of or [token]


def _listed(mentions: Mentions, first: Mention) -> list[Mention]:
    """The names that are listed after a name up to "and", however the tree has them: "Egypt, Ethiopia and Sudan"."""
    found: list[Mention] = []
    last = first
    while first.form == "name":
        rest = mentions.text[last.end : last.end + len(max(_JOINS, key=len))]
        join = next((each for each in _JOINS if rest.startswith(each)), None)
        token = mentions.starting_at(last.end + len(join)) if join is not None else None
        mention = mentions.of(token) if token is not None else None
        if join is None or mention is None or mention.start < last.end or mention.form != "name":
            return []
        if (mention.kind, first.kind) not in _ALIKE:
            return []
        found.append(mention)
        if "and" in join:
            return found
        last = mention
    return found


def receive(mentions: Mentions, draft: Draft) -> None:
    """Whoever is called a visitor is one, and the only other who takes part receives him: "met visiting Minister X".

    Who is called a mediator stands between the others: "the two met with a mediator".
    """
    for span, one in draft.participants.items() if draft.together or len(draft.participants) > _SIDES else ():
        if one.role == "party" and _mediates(mentions, one.mention):
            draft.participants[span] = replace(one, role="mediator")
    if any(one.role != "party" for one in draft.participants.values()):
        return
    hosts = {span for span, one in draft.participants.items() if mentions.head(one.mention).lemma_ == "host"}
    guests = {span for span, one in draft.participants.items() if is_guest(mentions.head(one.mention))}
    guests = guests or (draft.participants.keys() - hosts if hosts else set())  # "met his host, President X"
    if len(guests) != 1 or draft.format == "call":
        return
    alone = len(draft.participants) == 2
    for span, one in draft.participants.items():
        role: ParticipantRole = "visitor" if span in guests else "host" if alone else "party"
        draft.participants[span] = replace(one, role=role)


def _mediates(mentions: Mentions, mention: Mention) -> bool:
    traits = mentions.traits(mention)
    said = {traits.noun, traits.title, *(traits.post or "").lower().split()}
    relative = grammar.children(mentions.head(mention), "acl:relcl")
    return bool(said & words.MEDIATORS) or any(map(_is_mediating, relative))


def _is_mediating(verb: Token) -> bool:
    """He is told to do so beside: "Omar Dahl, who led the mediation", "Oman, which is mediating"."""
    leads = verb.lemma_ in ("lead", "chair", "head") and any(
        one.lemma_ in words.MEDIATING for one in grammar.children(verb, "obj")
    )
    return leads or verb.lemma_ in words.MEDIATING


def coordinated(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it, "A, B and C", however deep the tree has the last of them.

    Where the tree has "and B" beside A rather than under it, it is a sibling to the right with a conjunction.
    """
    yield token
    for child in token.children:
        # "Flew to Rome and to Bern": what has a preposition of its own goes with another that has the same.
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX") and case_of(child) in ("", case_of(token)):
            yield from coordinated(child)
    nominal = token.dep_.startswith("nmod")
    for other in token.head.rights if nominal or token.dep_ in ("obj", "obl") else ():
        joined = other.dep_ in (token.dep_, "conj") if nominal else other.dep_ == "conj" and other.pos_ == "PROPN"
        if other.i > token.i and joined and _goes_on(other):
            yield other
    if token.tag_ == "NNS" and token.lemma_.lower() in nouns.POSTS:  # "Ministers X of Oman and Y of Mali"
        for name in grammar.children(token, "appos"):
            yield from coordinated(name) if name.ent_type_ == "PER" else ()
    elif token.tag_ == "NN" and token.lemma_.lower() in nouns.POSTS:  # "union leader X and airline boss Y"
        for name in grammar.children(token, "appos"):
            yield from grammar.children(name, "conj") if name.ent_type_ == "PER" else ()
    for title in grammar.children(token, "nmod:desc"):  # "Ms X and Minister Y", where it is the title that has "and Y"
        yield from grammar.children(title, "conj")
        yield from (one for one in grammar.children(title, "appos") if one.i > token.i and _goes_on(one))


def _goes_on(token: Token) -> bool:
    """The phrase has a conjunction of its own, or stands after one and has no preposition."""
    if any(grammar.children(token, "cc")):
        return True
    first = min(nounphrases.noun_phrase(token), key=lambda each: each.i)
    return not case_of(token) and first.i > 0 and token.doc[first.i - 1].lower_ in ("and", "&")


def _named(mentions: Mentions, token: Token) -> list[Mention]:
    mention = mentions.of(token)
    if mention is None or mention.kind not in KINDS or token.lemma_.lower() in _AUDIENCE:
        return []
    named = _in_apposition(mentions, token) if mention.form == "description" else None
    return [named or mention]


def _in_apposition(mentions: Mentions, token: Token) -> Mention | None:
    """Who is named behind what somebody is, wherever the tree has it: "met the head of the council, General Dahl"."""
    doc, end = token.doc, min(token.i + _BEHIND, grammar.sentence_end(token))
    of = any(each.lower_ == "of" for each in doc[token.i + 1 : token.i + 2])
    if token.lemma_.lower() not in nouns.POSTS or token.tag_ not in ("NN", "NNP") or not of:
        return None
    for word in doc[token.i + 2 : end]:  # "Minister of State Omar Dahl"
        if word.ent_type_ == "PER":
            return mentions.of(word) if not grammar.is_possessor(word) else None
        if word.tag_ not in ("NN", "NNS", "NNP", "NNPS", "JJ") or word.ent_type_ == "LOC":
            break
    comma = next((at for at in range(token.i + 2, end) if doc[at].text == "," or doc[at].tag_ in ("VBD", "VBZ")), end)
    for word in doc[comma + 1 : end] if comma < end and doc[comma].text == "," else ():
        if word.ent_type_ == "PER":
            return mentions.of(word)
        if word.pos_ not in ("NOUN", "PROPN"):
            break
    return None


def _sent_by(mentions: Mentions, token: Token) -> list[Mention]:
    """The states or bodies from which several unnamed people come: "Uzbek and Turkish officials"."""
    mention = mentions.of(token)
    opening = token.i == grammar.sentence_start(token) and words.envoys_of(
        token
    )  # a capital makes no name: "Negotiators from"
    if mention is not None and mention.form == "name" and not opening:
        return []
    if token.lemma_.lower() in _JOINT:
        owners = [mentions.of(child) for child in grammar.children(token, "nmod:poss")]
        return [one for one in owners if one is not None and mentions.traits(one).several and _is_states(mentions, one)]
    if not words.envoys_of(token):
        return []
    plural = token.tag_ in ("NNS", "NNPS") or token.text.endswith("s")
    if not plural and token.lemma_.lower() not in _SENT:
        return []
    if any(child.lemma_.lower() in words.PRIVATE for child in grammar.children(token, "amod", "compound")):
        return []  # "Congolese opposition leaders" are not Congo
    senders = grammar.labelled(token, "amod", "compound", "nmod:poss")
    senders += [each for child in senders for each in grammar.labelled(child, "amod", "compound")]
    senders += after(token, "of", "from", "for")
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    if following.lower_ in ("of", "from") and following.head not in senders:
        senders.append(following.head)  # where the tree hangs the phrase on the verb
    bodies = [mentions.of(each) for each in after(token, "of", "from")]  # "members of the council", not "Dahl's aides"
    phrased = {one.span for one in bodies if one is not None}
    found = [one for child in senders for each in coordinated(child) if (one := mentions.of(each)) is not None]
    return [
        one
        for one in found
        if one.kind in ("place", "country", "nationality", "organization")
        or _is_states(mentions, one)
        or (one.kind == "group" and one.span in phrased and mentions.traits(one).noun not in words.ENVOYS)
    ]


def _is_states(mentions: Mentions, mention: Mention) -> bool:
    """Several states that are known: "the ministers of the two countries", "their ministers"."""
    return mentions.traits(mention).noun in _STATES and mention.form != "name"


def _is_all(token: Token) -> bool:
    """It takes up several who were named before: "the two", "both leaders", "they"."""
    counted = {child.lower_ for child in grammar.labelled(token, "nummod", "det", "det:predet")}
    definite = "the" in counted or "these" in counted
    pair = definite and token.lower_ in ("pair", "duo", "trio")
    pair |= token.lower_ == "sides" and token.i > 0 and token.nbor(-1).lower_ == "the"
    return token.lower_ in ("they", "both", "two") or pair or "both" in counted or (definite and bool(counted & _ALL))
