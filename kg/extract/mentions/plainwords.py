"""Plain words: nouns of bodies that here are no body's, "the sheer force of habit", "his body", "opposition to it"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.syntax import grammar

# Which forces and guards are bodies: "an armed force", "the border guard".
_FORCES = frozenset(
    """
    air armed army border coalition counterterrorism counter-terrorism defence defense elite expeditionary ground
    guerrilla guerilla intervention international invasion joint land local maritime military militia multinational
    national naval navy occupation occupying paramilitary peacekeeping police protection rapid reaction rebel
    regional reserve response security special stabilisation stabilization strike support task transitional tribal
    volunteer
    """.split()
)
_GUARDS = frozenset(
    "border civil coast home honour honor imperial national palace presidential republican revolutionary royal".split()
)
# Of forces that nobody commands.
_SHEER = frozenset({"sheer", "brute", "additional", "single", "driving"})
# What bodies are that lie somewhere, and what is done to them.
_DEAD = frozenset("dead human lifeless decomposed headless mutilated charred naked entire whole".split())
_BURIED = frozenset("bury find recover identify discover dump exhume retrieve repatriate cremate wash".split())
# What one does with an office, and with a foundation.
_HELD = frozenset("hold take leave seek assume win enter demit".split())
_LAID = frozenset("lay build create provide set form establish".split())
# What authority is that one has, and nobody else is.
_POWERS = frozenset("constitutional executive final full legal moral presidential sole statutory ultimate".split())
_PERSONAL = frozenset({"my", "your", "his", "her"})
# Things that nouns of bodies name by what stands before them: "a smear campaign", "a tax regime", "a solar panel".
_THINGS = {
    "campaign": frozenset(
        """
        ad advertising air awareness bombing disinformation election electoral fundraising harassment intimidation
        marketing military misinformation pressure propaganda recruitment smear terror vaccination whispering
        """.split()
    ),
    "network": frozenset("rail railway road highway power electricity social transmission pipeline metro".split()),
    "panel": frozenset("solar glass wall door display instrument touch".split()),
    "party": frozenset("birthday dinner cocktail christmas garden wedding watch lockdown any one same third".split()),
    "regime": frozenset("sanctions sanction tax visa inspection inspections tariff licensing safeguards".split()),
}
# Ties between two, and not what they make up: "an alliance with Chad", "association with his remarks".
_TIES = {
    "alliance": frozenset({"with", "between"}),
    "association": frozenset({"with", "between"}),
    "movement": frozenset({"toward", "towards"}),
    "opposition": frozenset({"to"}),
}
# Tags of words that tell which one it is, whatever the tree hangs them on.
_TELLING = frozenset({"DT", "PRP$", "POS", "JJ", "NN", "NNP", "CD"})
#: Of several people these say no more than that they are several: "a group of farmers", "an army of volunteers".
_SEVERAL = frozenset({"group", "army", "team", "panel"})


def is_plain(token: Token) -> bool:
    """The noun names no body where it stands: of what it is, or what is done to it, no body has."""
    if token.tag_ != "NN" or not token.text.islower():
        return False
    noun = token.lemma_
    owned = any(one.tag_ in ("POS", "PRP$") for one in token.doc[token.left_edge.i : token.i])
    if not _THINGS.get(noun, frozenset()).isdisjoint(_before(token)) and not (noun == "campaign" and owned):
        return True  # but "Ms Vestby's election campaign"
    if not _TIES.get(noun, frozenset()).isdisjoint(_behind(token)):
        return True
    return noun in _PLAIN and _PLAIN[noun](token)


def _is_ones_own(token: Token) -> bool:
    """It is what a person feels: "her opposition"."""
    return any(child.lower_ in _PERSONAL for child in grammar.children(token, "nmod:poss"))


def is_several(token: Token) -> bool:
    """People without a name whom nothing but their number makes one: "a group of farmers", and no rights group."""
    if token.lemma_ not in _SEVERAL or token.tag_ != "NN" or any(grammar.children(token, "compound")):
        return False
    if any(child.lower_ in ("the", "this", "that") for child in grammar.children(token, "det")):
        return False
    of = (child for child in grammar.children(token, "nmod") if grammar.case(child) == "of")
    return any(child.tag_ == "NNS" and child.text.islower() for child in of)


def _before(token: Token) -> set[str]:
    """The words that tell which one it is, in small letters."""
    return {child.lower_ for child in grammar.children(token, "amod", "compound", "det", "nummod")}


def _behind(token: Token) -> set[str]:
    """The prepositions that tell of what it is."""
    return {grammar.case(child) for child in grammar.children(token, "nmod")}


def _is_named(token: Token) -> bool:
    """A name tells which one it is: "the Quds force"."""
    return any(child.ent_type_ for child in grammar.children(token, "compound", "amod"))


def _is_bare(token: Token) -> bool:
    """Nothing tells which one it is: "in office", "freedom of association"."""
    before = token.nbor(-1).tag_ if token.i > token.sent.start else ""
    return before not in _TELLING and not any(grammar.children(token, "det", "nmod:poss", "compound", "amod", "nummod"))


def _is_of_matter(token: Token) -> bool:
    """It is of something that is no name: "the institution of marriage", "a body of work"."""
    of = (child for child in grammar.children(token, "nmod") if grammar.case(child) == "of")
    return any(child.tag_ == "NN" and not child.ent_type_ and child.text.islower() for child in of)


def _is_to_do(token: Token) -> bool:
    """What it is for follows as a verb: "authority to tax"."""
    verbs = (child for child in grammar.children(token, "acl", "advcl", "xcomp") if child.i > token.i)
    return any(child.tag_ == "VB" and grammar.is_infinitive(child) for child in verbs)


def _force(token: Token) -> bool:
    before = _before(token)
    if _SHEER & before or _is_of_matter(token):
        return True
    told = _FORCES & before or _is_named(token)
    return not told and (_is_bare(token) or any(grammar.children(token, "amod", "compound", "nummod", "nmod")))


def _body(token: Token) -> bool:
    told = {child.lower_ for child in grammar.children(token, "amod", "compound")}
    owner = next(grammar.children(token, "nmod:poss"), None)
    if told - _DEAD:
        return False  # "its governing body"
    owned = owner is not None and (owner.lower_ in _PERSONAL or owner.ent_type_ == "PER")
    buried = token.head.lemma_ in _BURIED and token.dep_ in ("obj", "nsubj:pass")
    return owned or buried or bool(told) or _is_of_matter(token)


def _guard(token: Token) -> bool:
    return not _GUARDS & _before(token) and not _is_named(token)


def _office(token: Token) -> bool:
    held = token.dep_ == "obj" and token.head.lemma_ in _HELD
    return _is_bare(token) or (held and not any(grammar.children(token, "compound", "nmod:poss")))


def _authority(token: Token) -> bool:
    if _is_ones_own(token) or not _POWERS.isdisjoint(_before(token)):
        return True  # "used his executive authority"
    if any(grammar.children(token, "compound", "amod")):
        return False
    return _is_bare(token) or _is_to_do(token) or bool({"of", "over", "to"} & _behind(token))


def _mission(token: Token) -> bool:
    if any(grammar.children(token, "compound", "amod")):
        return False
    pointed = any(child.lower_ in ("this", "that") for child in grammar.children(token, "det"))
    return pointed or _is_bare(token) or _is_to_do(token) or _is_of_matter(token)


def _foundation(token: Token) -> bool:
    return token.dep_ == "obj" and token.head.lemma_ in _LAID


_PLAIN: dict[str, Callable[[Token], bool]] = {
    "association": _is_bare,
    "authority": _authority,
    "body": _body,
    "force": _force,
    "foundation": _foundation,
    "guard": _guard,
    "institution": _is_of_matter,
    "mission": _mission,
    "movement": _is_bare,
    "office": _office,
    "opposition": _is_ones_own,
}
