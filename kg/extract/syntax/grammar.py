"""Questions asked of a UD tree: what hangs on a word, what is its clause, is it negated, does it look back or ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.times.times import Tense
from kg.model import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without"})
_NEGATING = frozenset({"advmod", "det", "aux", "mark", "case", "cc"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
# The tags of verbs that stand in past or present; with those of "may" and "will", of all that have a subject.
TENSED = frozenset({"VBD", "VBP", "VBZ"})
FINITE = TENSED | {"MD"}
# Verbs after which an infinitive lies ahead: "plans to meet", "is due to meet".
_AHEAD = frozenset(
    {"plan", "expect", "schedule", "intend", "prepare", "hope", "want", "agree", "due", "set", "invite", "propose"}
    | {"offer", "promise", "pledge", "vow", "threaten", "urge", "ask", "ready", "willing", "prepared"}
)


def span_of(*tokens: Token) -> Span:
    """The stretch of text from the first of the tokens to the last."""
    ordered = sorted(tokens, key=lambda token: token.i)
    last = ordered[-1]
    return (ordered[0].idx, last.idx + len(last))


def words(tokens: Iterable[Token]) -> str:
    """The tokens as they are written ("hedge-fund manager"); a space stands for what is left out between them."""
    text, last = "", -1
    for token in tokens:
        text += token.text_with_ws if token.i == last + 1 else f" {token.text_with_ws}"
        last = token.i
    return " ".join(text.split())


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """The tokens that lie within a stretch of text, white space left out."""
    found = doc.char_span(*span, alignment_mode="expand")
    return [token for token in found if not token.is_space] if found is not None else []


def head_of(tokens: list[Token]) -> Token:
    """The token that governs the others: the one whose head lies outside, verbs before nouns before the rest."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if (above := token.head.i) not in inside or above == token.i]
    if len(tops) == 1:
        return tops[0]
    rank = {"VERB": 0, "AUX": 1, "NOUN": 2, "PROPN": 2, "PRON": 2}
    return min(tops, key=lambda token: (0 if any(children(token, "cop")) else rank.get(token.pos_, 3), token.i))


def sentence_start(token: Token) -> int:
    """The number of the first token of its sentence."""
    return token.sent.start


def sentence_end(token: Token) -> int:
    """The number behind that of the last token of its sentence."""
    return token.sent.end


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The dependents of a token with one of these labels, in text order; a label takes its subtypes along."""
    for child in token.children:
        label = child.dep_
        if label in labels or (":" in label and label.partition(":")[0] in labels):
            yield child


def labelled(token: Token, *labels: str) -> list[Token]:
    """The dependents of a token with exactly one of these labels, in text order, without their subtypes."""
    return [child for child in token.children if child.dep_ in labels]


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def case(token: Token) -> str:
    """The preposition that the tree hangs on a noun, in lower case; empty where it has none."""
    return next((child.lower_ for child in labelled(token, "case")), "")


def conjuncts(token: Token) -> list[Token]:
    """The token and those coordinated with it: "Ankara" and "rebels" in "accused Ankara and the rebels"."""
    return [token, *(each for child in labelled(token, "conj") for each in conjuncts(child))]


def negated(token: Token) -> bool:
    """The verb or noun is negated by a particle, an adverb or a determiner of its own."""
    return any(
        (child.lower_ in _NEGATIONS or _no_longer(child)) and child.dep_.partition(":")[0] in _NEGATING
        for child in token.children
    )


def _no_longer(adverb: Token) -> bool:
    return adverb.lower_ == "longer" and adverb.i > 0 and adverb.nbor(-1).lower_ == "no"


def tense(verb: Token) -> Tense | None:
    """Whether a clause looks back or ahead; None for the present and where nothing tells."""
    auxiliaries = list(children(verb, "aux", "cop"))
    if any(child.lower_ in _FUTURE for child in auxiliaries) or is_to_be(verb):
        return "future"
    finite = any(child.tag_ in FINITE for child in auxiliaries)  # "we do not need it", he said: of now, not of then
    if verb.tag_ == "VB" and not finite and verb.dep_ in ("xcomp", "advcl", "acl", "ccomp", "conj"):
        return "future" if verb.head.lemma_ in _AHEAD or verb.dep_ == "acl" else tense(verb.head)
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not auxiliaries)  # by a wrong tag
    if past or any(child.tag_ == "VBD" or child.lower_ in ("has", "have", "'ve") for child in auxiliaries):
        return "past"
    if verb.tag_ in ("VBG", "VBN") and not auxiliaries and verb.head.i != verb.i:
        return tense(verb.head)
    return None


def is_to_be(verb: Token) -> bool:
    """It is set for the time to come: "are to meet", "is to be held"."""
    if verb.tag_ not in ("VB", "VBN"):
        return False
    near = [token.lower_ for token in verb.doc[max(sentence_start(verb), verb.i - 2) : verb.i]]
    if verb.tag_ == "VB" and near in (["is", "to"], ["are", "to"]):
        return True  # whatever the tree hangs on what
    before = {child.lower_ for child in verb.lefts}
    return "to" in before and bool(before & {"is", "are"})


def is_infinitive(verb: Token) -> bool:
    """The verb has a "to" of its own: "to leave"."""
    return any(child.tag_ == "TO" for child in verb.children)


def clause(token: Token) -> Token:
    """The verb (or predicate) of the clause in which the token stands."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        if any(children(token, "cop")) or token.dep_ in ("ccomp", "advcl", "acl:relcl", "parataxis"):
            return token
        token = token.head
    return token
