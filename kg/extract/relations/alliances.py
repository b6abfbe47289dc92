"""Alliances and enmities: who sides with whom and who fights whom, as verbs, nouns and participles tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.syntax.coordination import coordinated
from kg.extract.syntax.sides import after, case_of, doers, is_passive, undergoers
from kg.extract.words.contests import is_contest
from kg.model import Mention, Predicate, Relation

# Nouns that put two actors in a relation: "an ally of Moscow", "Ankara's rival".
_BETWEEN: dict[str, Predicate] = {
    **dict.fromkeys(("ally", "partner", "backer", "patron", "proxy", "supporter"), "allied_with"),
    **dict.fromkeys(("rival", "opponent", "enemy", "adversary", "foe", "archenemy"), "opposed_to"),
}
# Verbs whose subject fights the object, or whom one of the prepositions names.
_FIGHTING = frozenset(
    """
    fight battle combat attack bomb shell strike defeat invade assault besiege oust overthrow target kill ambush
    bombard confront raid capture destroy crush repel slaughter massacre murder execute abduct kidnap behead storm
    torture wound injure beat shoot assassinate
    """.split()
)
# What is done to somebody once, and by whom, makes neither of them anybody's enemy where one of them is a person.
_KILLING = frozenset(
    "kill ambush shoot murder execute abduct kidnap behead torture wound injure beat assassinate capture strike".split()
)
_OPPOSING = frozenset({"clash", "fight", "wage", "battle", "campaign", "struggle", "rebel", "rise", "launch"})
_PAYING = frozenset({"finance", "fund", "sponsor"})
_BACKING = frozenset({"back", "support", "arm", "ally", "side", "finance", "fund", "sponsor"})
_FIGHTS = frozenset(
    """
    fight war battle offensive campaign strike airstrike attack assault operation struggle raid clash fighting conflict
    insurgency rebellion jihad
    """.split()
)
# What of somebody's is attacked where he is.
_POSSESSIONS = frozenset(
    "position base stronghold camp convoy troop outpost hideout target ally scourge threat menace checkpoint".split()
)
_SUPPORT = frozenset({"support", "aid", "help", "backing", "alliance", "partnership", "assistance"})
# Whoever does so with support gives it, or has it: not "lost the backing of", "goes on without the help of".
_SUPPORTING = frozenset(
    """
    give provide offer express declare pledge promise renew voice reiterate reaffirm lend throw extend announce show
    send deliver increase boost have enjoy receive get win gain come
    """.split()
)
# Partners in these are no allies, nor is whoever was one: "business partner", "former ally".
_NO_ALLIES = frozenset(
    "business negotiating commercial trading trade life domestic law sparring romantic former ex onetime".split()
)
# What is not told as done: "could be targeted by".
_MAYBE = frozenset({"could", "may", "might", "would", "should", "can"})
_PURPOSES = ("acl", "advcl", "xcomp", "conj")
_SIDES = 2
_ACTORS = frozenset({"person", "organization", "country", "group", "place", "nationality"})
_TELLING = _FIGHTING | _OPPOSING | _BACKING | {"clash", "fight", "battle"}


def alliances(mentions: Mentions) -> Iterator[Relation]:
    """The alliances and enmities between the actors of an article."""
    for token in mentions.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and not _denied(token):
            yield from _of_verb(token, lemma, mentions)
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma in _BETWEEN:
                yield from _of_role(token, _BETWEEN[lemma], mentions)
            elif lemma in _FIGHTS:
                yield from _of_fight(token, mentions)
            elif lemma in _SUPPORT:
                yield from _of_support(token, mentions)


def _denied(verb: Token) -> bool:
    """It is negated, it may be, or it stands in a condition."""
    if any(child.lower_ in _MAYBE for child in grammar.children(verb, "aux")):
        return True
    return grammar.negated(verb) or any(child.lower_ in ("if", "unless", "whether") for child in verb.lefts)


def _of_verb(verb: Token, lemma: str, mentions: Mentions) -> Iterator[Relation]:
    """What a verb tells: "A fights B", "A clashed with B", "A, backed by B", "B-backed A"."""
    if lemma in ("back", "support", "arm", "fund", "lead", "ally") and verb.dep_ == "amod":
        yield from _of_participle(verb, mentions)
        return
    if lemma not in _TELLING or (lemma not in _BACKING and is_contest(verb)):
        return
    before = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i else None
    beside = before is not None and mentions.of(before) is not None and before.tag_ in ("NN", "NNS", "NNP", "NNPS")
    who = _actors([before] if beside and before is not None else _fighters(verb), mentions)  # "to a group backing X"
    if lemma in _PAYING:
        who = [one for one in who if one.kind != "person"]  # "he funded the school"
    if lemma in _FIGHTING:
        attacked = _attacked(undergoers(verb), mentions)
        if lemma in _KILLING and any(one.kind == "person" for one in who):
            attacked = []
        elif lemma in _KILLING:
            attacked = [one for one in attacked if one.kind != "person"]
        yield from _each(who, attacked, "opposed_to", mentions)
    if lemma in _FIGHTING | _OPPOSING:
        yield from _each(who, _actors(after(verb, "against"), mentions), "opposed_to", mentions)
    if lemma in ("clash", "fight", "battle"):
        yield from _each(who, _actors(after(verb, "with"), mentions), "opposed_to", mentions)
    if lemma in _BACKING:
        cases = ("with",) if lemma in ("ally", "side") else ()
        whom = [*undergoers(verb), *after(verb, *cases)]
        backed = [one for one in _actors(whom, mentions) if one.form == "name" or one.kind == "group"]
        yield from _each(who, backed, "allied_with", mentions)  # "supports it", "supported the fund" are no alliance


def _attacked(tokens: list[Token], mentions: Mentions) -> list[Mention]:
    """Who is attacked, also by what of his is: "shelled positions of the militia", "to destroy the scourge of X"."""
    found = _actors((token for token in tokens if token.lower_ != "it"), mentions)  # "funds to fight it": cholera
    things = [token for token in tokens if token.lemma_.lower() in _POSSESSIONS and mentions.of(token) is None]
    owners = (
        each
        for token in things
        for each in (*token.lefts, *after(token, "of"))
        if each.dep_ in ("nmod:poss", "compound", "amod", "nmod")
    )
    return [*found, *_actors(owners, mentions)]


def _fighters(verb: Token) -> list[Token]:
    """The doers; of "the war to defeat X", whose war it is; of "the efforts of A to defeat X", who makes them."""
    found = doers(verb)
    if found or verb.dep_ not in _PURPOSES:
        return found
    above = verb.head
    while above.dep_ == "conj" and above.tag_ == "VB" and verb.dep_ == "conj":
        verb, above = above, above.head  # "to degrade and defeat"
    if verb.dep_ == "conj" and above.tag_ == "VB":
        above = above.head
    if above.pos_ in ("NOUN", "PROPN"):
        owners = [child for child in above.children if child.dep_ == "nmod:poss" or case_of(child) == "of"]
        return owners or [above]  # "the coalition to defeat X" does it itself
    return undergoers(above) if is_passive(above) else doers(above)  # "are committed to defeating"


def _of_participle(participle: Token, mentions: Mentions) -> Iterator[Relation]:
    """What a participle before a noun tells: "Russian-backed rebels", "the U.S.-led coalition"."""
    backers = [child for child in participle.lefts if mentions.of(child) is not None]
    yield from _each(
        _actors(backers, mentions), _actors([participle.head], mentions), "allied_with", mentions, confidence=0.7
    )


def _of_role(noun: Token, predicate: Predicate, mentions: Mentions) -> Iterator[Relation]:
    """Two actors that a noun puts in a relation: "Russia, an ally of Syria", "Syria's ally Russia"."""
    if grammar.negated(noun) or is_contest(noun):
        return
    if any(child.lemma_.lower() in _NO_ALLIES for child in grammar.children(noun, "amod", "compound")):
        return
    owners = [child for child in noun.children if child.dep_ == "nmod:poss" or case_of(child) in ("of", "to")]
    if noun.dep_ == "appos":
        ones = [noun.head]
    elif any(grammar.children(noun, "cop")):
        ones = [subjects.antecedent(child) for child in noun.lefts if child.dep_ in grammar.SUBJECTS]
    else:
        ones = grammar.labelled(noun, "appos", "flat", "nmod:desc")
    whose = _actors(owners, mentions)
    if noun.lemma_.lower() == "partner":
        whose = [one for one in whose if one.kind != "person"]  # somebody's is no ally
    yield from _each(_actors(ones, mentions), whose, predicate, mentions, confidence=0.7)


def _of_fight(noun: Token, mentions: Mentions) -> Iterator[Relation]:
    """What a noun of fighting tells: "A's war against B", "clashes between A and B"."""
    if is_contest(noun):
        return
    between = _actors(after(noun, "between"), mentions)
    if len(between) == _SIDES:  # of more, who stands on which side nobody tells
        yield from _each(between[:1], between[1:], "opposed_to", mentions)
    owners = grammar.labelled(noun, "nmod:poss", "compound", "amod")
    enemies = _actors(after(noun, "against"), mentions)
    if not enemies:
        if noun.lemma_.lower() in ("war", "conflict", "fighting"):  # "the Iran-Iraq war"
            states = [one for one in _actors(nounphrases.base_phrase(noun), mentions) if one.kind != "group"]
            for one, other in pairwise(dict.fromkeys(states)):
                yield from _each([one], [other], "opposed_to", mentions)
        return
    owners += after(noun, "by", "of")
    if all(one.form == "pronoun" for one in _actors(owners, mentions)):
        owners = _supported(noun) or owners  # whose support it is in "their fight" tells who they are
    above = noun.head
    if not _actors(owners, mentions):
        if above.pos_ == "VERB" and not _denied(above):
            owners = doers(above)
        elif above.pos_ in ("NOUN", "PROPN"):  # "support for A in the fight against B", "A in its fight against B"
            owners = [*after(above, "for", "of")] if above.lemma_.lower() in _SUPPORT else [above]
    yield from _each(_actors(owners, mentions), enemies, "opposed_to", mentions)


def _supported(fight: Token) -> list[Token]:
    """Who is supported in a fight that is his: "renewed its support for A and B in their fight against C"."""
    before = [token for token in fight.doc[grammar.sentence_start(fight) : fight.i] if token.lemma_.lower() in _SUPPORT]
    case = next((child for child in fight.lefts if child.lower_ == "in" and child.dep_ == "case"), None)
    if not before or case is None or before[-1].pos_ not in ("NOUN", "VERB"):
        return []
    support = before[-1]
    whom = after(support, "for", "of", "to") if support.pos_ == "NOUN" else undergoers(support)
    return [token for token in whom if support.i < token.i < fight.i]


def _of_support(noun: Token, mentions: Mentions) -> Iterator[Relation]:
    """What a noun of support tells: "A's support for B", "provided aid to B", "with the help of A" not."""
    owners = grammar.labelled(noun, "nmod:poss", "compound", "amod")
    verb = noun.head
    case = case_of(noun)  # "united in support of"
    if not _actors(owners, mentions) and verb.pos_ == "VERB" and not _denied(verb):
        owners = doers(verb) if case == "in" or (not case and verb.lemma_ in _SUPPORTING) else owners
    yield from _each(
        _actors(owners, mentions), _actors(after(noun, "for", "of", "to"), mentions), "allied_with", mentions
    )


def _actors(tokens: Iterable[Token], mentions: Mentions) -> list[Mention]:
    """The actors that phrases name, those coordinated with them too."""
    found = [mentions.of(each) for token in tokens for each in coordinated(token)]
    return [one for one in found if one is not None and one.kind in _ACTORS]


def _each(
    ones: Iterable[Mention],
    others: Iterable[Mention],
    predicate: Predicate,
    mentions: Mentions,
    *,
    confidence: float = 0.6,
) -> Iterator[Relation]:
    """One relation for each pair; its evidence runs from the one to the other."""
    others = list(others)
    for one in ones:
        for other in others:
            if one.span != other.span:
                for each in (one, other):
                    mentions.mark(each)
                span = (min(one.start, other.start), max(one.end, other.end))
                yield Relation(one, predicate, other, (span,), confidence=confidence)
