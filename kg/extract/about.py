"""Whom a statement concerns: to whom it is said, at whom it is aimed, of whom and what it speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attributions import Link, is_asked
from kg.extract.clauses import Clauses
from kg.extract.cues import LABELLING, LIGHT, PLAIN, act_of, cue_lemma, stance_of
from kg.extract.mentions import Mentions
from kg.extract.nouns import SAID
from kg.extract.valence import EMOTIONS
from kg.model import STANCE, About, Act, Mention, Span, Speaker, Stance, Statement
from kg.vocabulary import DIRECTED_ACTS

# Acts that are aimed at somebody, and those aimed at whoever their content is about, where the cue has no object:
# "complained that Turkey ...". To whom a promise or a refusal is made is its addressee.
_DIRECTED = DIRECTED_ACTS - {"promise", "agree", "refuse"}
_AIMED = frozenset({"accuse", "criticise", "demand", "praise", "threaten"})
# Acts that take up what somebody else said, and are aimed at him by it: "welcomed this offer".
_JUDGING = frozenset({"accuse", "criticise", "praise", "support", "reject"})
# Pronouns that stand for what somebody said before.
_SUCH = frozenset({"it", "this", "that", "these", "those", "so"})
# Nouns of bodies that stand for the country or organization before or after them: "the Turkish side".
_BODIES = frozenset({"delegation", "side", "team", "negotiator", "authority", "administration", "leadership"})
# What a state has and acts by: "Turkish troops" and "Syrian territory" speak of Turkey and Syria, "Kazakh wheat" not.
_OF_STATES = frozenset(
    """
    army troop troops force forces military soldier navy fleet aircraft jet missile police government cabinet
    parliament official
    territory soil border airspace water sovereignty interference aggression occupation invasion attack strike sanction
    policy people citizen
    """.split()
)
# Who stands for his state where nobody names him: "the Chinese ambassador", "our Indian friends".
_ENVOYS = frozenset(
    """
    ambassador envoy friend partner negotiator side ally neighbour neighbor
    """.split()
)
STANCES: tuple[Stance, ...] = get_args(Stance)
_SURE = 0.85  # probability from which the network's stance counts where the act takes none
# Cases that name whom a cue is directed at: "called on Russia", "warned against"; and those that do where it has no
# object: "lashed out at Ankara", not "rejected the charge at a hotel".
_TARGET_CASES = frozenset({"on", "upon", "against", "of", "from", "for"})
_TARGET_CASES_ALONE = frozenset({"at", "to", "with", "towards", "toward"})
_ADDRESS_CASES = frozenset({"to", "with"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
# Verbs whose object is who is told, not what is said.
_TELLING = frozenset({"tell", "inform", "assure", "remind", "brief", "address", "thank"})
# Acts whose object before a clause is who is spoken to: "asked Ankara to", "warned Ankara that". Whoever is urged may
# hear of it from the news.
_ADDRESSING = frozenset({"ask", "warn", "promise", "propose"})
# What begins a question that is reported.
_ASKING = frozenset({"whether", "if", "why", "what", "who", "when", "where", "how", "which", "whose", "whom"})
# What is said so is said to whoever spoke before.
_REPLYING = frozenset({"answer", "reply", "respond"})


@dataclass(frozen=True, slots=True)
class Before:
    """The statement before another; the same speaker goes on if `goes_on`."""

    statement: Statement
    goes_on: bool


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
    if act != "demand":
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
    if not everybody and head.lemma_ in _REPLYING and before is not None and not before.goes_on:
        everybody = [said_by] if (said_by := before.statement.speaker.mention) is not None else []
    actors = [mention for mention in everybody if mention.kind not in ("date", "event")]
    return sorted({mention.span: mention for mention in actors}.values(), key=lambda mention: mention.span)


def _told(head: Token) -> Token | None:
    """Whom a passive tells it: "the minister was told that"; "Asked whether it was, the minister said"."""
    if is_asked(head):
        return grammar.subject(head.head)
    return grammar.passive_subject(head) if head.lemma_ in _TELLING | {"ask", "promise"} else None


def about_whom(
    one: Link, act: Act, root: Token | None, speaker: Speaker, before: Before | None, mentions: Mentions
) -> list[About]:
    """Targets, then the other actors and places inside the content as topics; text order.

    Args:
        one: the attribution.
        act: what it does.
        root: the main predicate of its content.
        speaker: of the statement.
        before: the statement before it.
        mentions: of the article.
    """
    targets = {mention.span: mention for mention in _targets(one, act, root, mentions)}
    taken_up = _taken_up(one, before.statement) if before is not None else []
    if not targets and act in _JUDGING and before is not None:
        said_by = before.statement.speaker.mention
        again = [item.mention for item in before.statement.about if item.role == "target"]
        meant = [said_by] if taken_up and said_by is not None else again if before.goes_on else []
        targets = {mention.span: mention for mention in meant}
    if not targets and act in _AIMED and before is not None and before.goes_on:
        targets = {item.mention.span: item.mention for item in before.statement.about if item.role == "target"}
    if targets and before is not None and before.goes_on and root is not None:
        subject = grammar.subject(root)
        again = [item.mention for item in before.statement.about if item.role == "target"]
        if subject is not None and subject.lower_ in ("they", "both") and len(again) > 1:
            targets = {mention.span: mention for mention in again}  # all who were just accused
    inside = [
        mention
        for tokens in one.contents
        for mention in mentions.within(grammar.span_of(*tokens))
        if _is_topic(mention, one, mentions)
    ]
    if act == "ask" and _is_question(one):
        inside += _actors(_objects(one.head), mentions)
    own = {speaker.mention.span} if speaker.mention is not None else set()
    own |= {mention.span for mention in inside if is_first_person(mention, mentions)}
    spans = {mention.span: mention for mention in [*inside, *taken_up]} | targets
    return [
        About(mention=mention, role="target", stance=_stance(mention, act, mentions))
        if span in targets
        else About(mention)
        for span, mention in sorted(spans.items())
        if span not in own
    ]


def _stance(target: Mention, act: Act, mentions: Mentions) -> Stance:
    """The stance that the act takes; where it takes none, what the network is sure of."""
    stance = stance_of(act)
    scores = mentions.doc.user_data.get(STANCE)
    if stance != "neutral" or scores is None:
        return stance
    words = [token.i for token in grammar.tokens_in(mentions.doc, target.head or target.span)]
    mean = scores[words].mean(axis=0)
    best = int(mean.argmax())
    return STANCES[best] if mean[best] >= _SURE else "neutral"


def _is_topic(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """An actor that is named or plainly meant: no date, no "Kazakh" of Kazakh wheat, no "it", no place on the way."""
    if mention.kind in ("date", "event"):
        return False
    head = mentions.head(mention)
    if head.lower_ == "it" and [head] in one.contents:
        return False  # "denied it": what was said, and nobody
    if mention.form == "pronoun":  # whose something is, is not what is spoken of
        return not is_first_person(mention, mentions) and head.tag_ != "PRP$"
    if mention.kind == "nationality":
        above = mentions.of(head.head)
        named = above is not None and above.form == "name"  # "Chinese President Dahl" speaks of Dahl
        beside = head.head.dep_ == "appos" or any(grammar.children(head.head, "appos"))
        envoy = head.head.lemma_.lower() in _ENVOYS and not named and not beside
        return envoy or head.head.lemma_ in _BODIES | _OF_STATES or head.dep_ not in ("amod", "compound")
    if mention.kind == "place" and mentions.traits(mention).function == "object":
        return head.head.i == one.head.i
    return True


def _taken_up(one: Link, last: Statement) -> list[Mention]:
    """Who said what the content takes up, and of whom: "denied this", "rejected the charge"."""
    if len(one.contents) != 1:
        return []
    head = grammar.head_of(one.contents[0])
    words = {token.lower_ for token in one.contents[0]}
    definite = any(child.lower_ in _SUCH | {"the", "such"} for child in grammar.children(head, "det"))
    core = [token for token in grammar.noun_phrase(head) if token in one.contents[0]]
    bare = len(core) <= 3 and not any(grammar.children(head, "acl", "ccomp", "nmod"))  # "that view | as outdated"
    brief = len(one.contents[0]) <= 3 or bare or one.head.lemma_ in LABELLING
    if not (words <= _SUCH or (head.lemma_ in SAID and definite and brief)):
        return []
    said_by = [last.speaker.mention] if last.speaker.mention is not None else []
    return [*said_by, *(item.mention for item in last.about)]


def is_first_person(mention: Mention, mentions: Mentions) -> bool:
    """The mention is "I", "we" or a form of these."""
    return mentions.traits(mention).noun in _FIRST_PERSON


def _targets(one: Link, act: Act, root: Token | None, mentions: Mentions) -> list[Mention]:
    """At whom a directed act is aimed: the cue's object, else the subject of what is said of them."""
    if act not in _DIRECTED:
        return []
    if act == "ask" and _is_question(one):
        return []
    by_cue = act_of(cue_lemma(one.cue, one.head), one.head) not in PLAIN
    if by_cue and (direct := _actors(_objects(one.head), mentions)):
        return direct
    if root is None or act not in _AIMED or root.lower_ in EMOTIONS:
        return []  # "she was astonished" is aimed at whoever astonished her
    passive_demand = act == "demand" and any(grammar.children(root, "aux:pass"))
    own = Clauses(one, mentions, mentions.quotes).is_own(root)  # "he no longer trusts them" is aimed at them
    subjects = () if passive_demand or own else (grammar.subject(root), grammar.passive_subject(root))
    inner = [token for token in subjects if token is not None]
    if root.pos_ in ("NOUN", "PROPN"):
        inner.extend([root, *(child for child in grammar.children(root, "nmod"))])
    if act == "threaten":  # "unless Addis Ababa explains itself": who could turn it away
        clauses = grammar.children(root, "advcl")
        inner = [who for clause in clauses if (who := grammar.subject(clause)) is not None and who not in inner] + inner
    inner.extend(grammar.children(root, "obj"))
    return _actors(inner, mentions)[:1] or ([] if own else _first_named(one, mentions))


def _is_question(one: Link) -> bool:
    """What is asked is a question: who is to answer it is spoken of, and asked for nothing."""
    return one.contents[0][0].lower_ in _ASKING


def _objects(head: Token) -> list[Token]:
    """To whom or what a cue is done: its objects, and what follows "on", "against", "of"."""
    found = list(grammar.children(head, "obj", "iobj"))
    passive = grammar.passive_subject(head)
    if passive is not None:
        found.append(passive)
    bound = _TARGET_CASES | (_TARGET_CASES_ALONE if not found or head.lemma_ in LIGHT else frozenset())
    dependents = [token for token in grammar.children(head, "obl", "nmod") if token.dep_ != "nmod:poss"]
    return found + [
        token
        for token in dependents
        if grammar.case(token) in bound or (head.pos_ == "NOUN" and grammar.case(token) not in ("by", "from"))
    ]


def _first_named(one: Link, mentions: Mentions) -> list[Mention]:
    """The actor that the content opens with, where the tree does not tell: "demanded Erdogan withdraw"."""
    opening = [token for token in one.contents[0] if token.pos_ not in ("PUNCT", "DET", "SCONJ")][:2]
    return _actors(opening, mentions)[:1]


def _actors(tokens: Iterable[Token], mentions: Mentions) -> list[Mention]:
    """The mentions of these tokens and of what is coordinated with them; a thing gives its owner."""
    found: dict[Span, Mention] = {}
    for token in tokens:
        for each in grammar.conjuncts(token):
            mention = _stands_for(each, mentions) or mentions.of(each)
            if mention is None:
                owner = next((child for child in each.children if child.dep_ == "nmod:poss"), None)
                of = (child for child in grammar.children(each, "nmod") if grammar.case(child) in ("of", "by", "from"))
                owner = owner or next(of, None)
                owner = owner or next((child for child in grammar.children(each, "amod", "compound")), None)
                mention = mentions.of(owner) if owner is not None else None
            if mention is None or mention.kind in ("date", "event") or is_first_person(mention, mentions):
                continue
            found[mention.span] = mention
    return list(found.values())


def _stands_for(body: Token, mentions: Mentions) -> Mention | None:
    """Whom a delegation or a side stands for: "Turkish" in "the Turkish side"."""
    if body.lemma_ not in _BODIES:
        return None
    owners = grammar.children(body, "nmod:poss", "amod", "compound", "nmod")
    found = (mentions.of(each) for each in owners)
    return next((each for each in found if each is not None and each.kind in ("nationality", "country", "place")), None)


def _to(token: Token) -> bool:
    return grammar.case(token) == "to"
