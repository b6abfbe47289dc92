"""Questions asked of a UD tree: who is the subject of a verb, what is the noun phrase of a noun, is it negated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.extract.syntax.agreement import agreeing, is_doubled
from kg.extract.times.times import Tense
from kg.model import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without"})
_NEGATING = frozenset({"advmod", "det", "aux", "mark", "case", "cc"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
_FINITE = frozenset({"MD", "VBP", "VBZ", "VBD"})
# What a tree may have for a subject and is none: "to", "would".
_HELPERS = frozenset({"TO", "MD", "POS", "RP"})
# Nor are these: of "Kazakhstan, she said, had ignored it" the tree may have two subjects.
_AUXILIARIES = frozenset({"had", "has", "have", "was", "were", "is", "are"})
# Who is made to feel so says or shows it.
_FELT = frozenset({"encourage", "hearten", "reassure"})
# Verbs after which an infinitive lies ahead: "plans to meet", "is due to meet".
_AHEAD = frozenset(
    {"plan", "expect", "schedule", "intend", "prepare", "hope", "want", "agree", "due", "set", "invite", "propose"}
    | {"offer", "promise", "pledge", "vow", "threaten", "urge", "ask", "ready", "willing", "prepared"}
)
_KEPT = "kept"  # in a Doc's user data


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


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is asked of a token again and again, and what spaCy makes anew each time, by the tokens' numbers."""

    dependents: list[list[tuple[str, Token]]]  # each after its label, in text order
    sentences: list[tuple[int, int]]  # from the first token to after the last


def settle(doc: Doc) -> None:
    """Keeps what is asked of each token, once the trees are mended."""
    tokens = list(doc)
    hanging: list[list[tuple[str, Token]]] = [[] for _ in tokens]
    for token in tokens:
        if (above := token.head.i) != token.i:
            hanging[above].append((token.dep_, token))
    starts = [i for i, token in enumerate(tokens) if i == 0 or token.is_sent_start]
    sentences = [(start, end) for start, end in pairwise([*starts, len(tokens)]) for _ in range(start, end)]
    doc.user_data[_KEPT] = _Kept(hanging, sentences)


def forget(doc: Doc) -> None:
    """Keeps it no longer: tokens would hold the text that holds them."""
    doc.user_data.pop(_KEPT, None)


def dependents(token: Token) -> list[tuple[str, Token]]:
    """The dependents of a token in text order, each after its label."""
    kept: _Kept | None = token.doc.user_data.get(_KEPT)
    return kept.dependents[token.i] if kept is not None else [(child.dep_, child) for child in token.children]


def sentence_start(token: Token) -> int:
    """The number of the first token of its sentence."""
    kept: _Kept | None = token.doc.user_data.get(_KEPT)
    return kept.sentences[token.i][0] if kept is not None else token.sent.start


def sentence_end(token: Token) -> int:
    """The number behind that of the last token of its sentence."""
    kept: _Kept | None = token.doc.user_data.get(_KEPT)
    return kept.sentences[token.i][1] if kept is not None else token.sent.end


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The dependents of a token with one of these labels, in text order; a label takes its subtypes along."""
    for label, child in dependents(token):
        if label in labels or (":" in label and label.partition(":")[0] in labels):
            yield child


def labelled(token: Token, *labels: str) -> list[Token]:
    """The dependents of a token with exactly one of these labels, in text order, without their subtypes."""
    return [child for label, child in dependents(token) if label in labels]


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def case(token: Token) -> str:
    """The preposition that the tree hangs on a noun, in lower case; empty where it has none."""
    return next((child.lower_ for child in labelled(token, "case")), "")


def _owned(possessor: Token) -> Token:
    """What is somebody's, where a tree has it stand beside him: "Kenya's minister"."""
    return next(children(possessor, "appos"), possessor)


def _is_told_of(name: Token, other: Token) -> bool:
    """The first of two people is who does it, and only a clause about him names the second: "X, who met Y, left"."""
    clause = any(name.i < child.i < other.i for child in labelled(name, "acl:relcl"))
    return clause and name.ent_type_ == other.ent_type_ == "PER"


def subject(verb: Token, *, depth: int = 4) -> Token | None:
    """Who does what the verb says: its own subject, or the one it shares.

    Shared by coordination ("said ... and accused"), control ("wants to say"), participles ("..., saying") and relative
    clauses ("the minister, who said"). The logical subject of a passive is its agent, or nobody.
    """
    agent = next(iter(labelled(verb, "obl:agent")), None)
    if agent is not None and verb.lemma_ in _FELT and not any(children(verb, "xcomp")):
        return passive_subject(verb)  # "was encouraged by the decision"
    if agent is not None and verb.tag_ == "VBN":
        return agent
    if any(labelled(verb, "aux:pass", "nsubj:pass")):
        return agent
    own = [child for child in labelled(verb, "nsubj", "nsubj:outer") if child.tag_ not in _HELPERS]
    own = [child for child in own if child.lower_ not in _AUXILIARIES]
    if not own:  # where a quotation mark stands between, the tree may hang the subject on the auxiliary
        own = [child for helper in children(verb, "aux") for child in labelled(helper, "nsubj")]
    if not own:  # "Norway, the host, then proposed" may have its subject before it as if by itself
        own = [child for child in labelled(verb, "dislocated") if child.i < verb.i]
    if own:  # where a tree has two, the one nearest to the verb: the first is a word of a title
        own = [child for child in own if not is_possessor(child)] or [_owned(child) for child in own]
        before = [child for child in own if child.i < verb.i]
        told_of = [child for child in before[:-1] if _is_told_of(child, before[-1])]
        return antecedent((told_of or before[-1:] or own)[0])
    if depth == 0 or verb.head.i == verb.i:
        return None
    if verb.dep_ in ("conj", "advcl", "parataxis", "ccomp") and (verb.tag_ in ("VBG", "VBN") or verb.dep_ == "conj"):
        above = coordinated_with(verb) if verb.dep_ == "conj" else verb.head
        # "Oman, which was accused by a state and denies it": what is active goes on with whom the passive is done to.
        passive = passive_subject(above) if verb.tag_ != "VBN" and above.tag_ == "VBN" else None
        return passive or subject(above, depth=depth - 1)
    if verb.dep_ == "xcomp":
        controller = next(children(verb.head, "obj", "iobj"), None)
        if controller is not None:
            return antecedent(controller)
        # "The two are expected to meet": whom the passive is done to does what it is about.
        return passive_subject(verb.head) or subject(verb.head, depth=depth - 1)
    if verb.dep_ == "advcl":
        return subject(verb.head, depth=depth - 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return None


def is_possessor(noun: Token) -> bool:
    """What follows is theirs, whatever the tree says: "X's spokesman"."""
    last = max([noun.i, *(child.i for child in children(noun, "flat"))])
    if last + 1 >= len(noun.doc) or noun.doc[last + 1].tag_ != "POS":
        return False
    # "China, North Korea's main ally": no name goes on over a comma.
    return all(token.text != "," for token in noun.doc[noun.i : last])


def passive_subject(verb: Token) -> Token | None:
    """Whom a passive verb is done to: "Russia" in "Russia was accused"."""
    own = next(iter(labelled(verb, "nsubj:pass")), None)
    if own is None and any(labelled(verb, "aux:pass")):
        own = next(iter(labelled(verb, "nsubj")), None)  # by its auxiliary it is passive
    if own is None and verb.dep_ == "conj" and any(labelled(verb.head, "nsubj:pass")):
        return passive_subject(verb.head)
    return antecedent(own) if own is not None else None


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for: the noun its clause hangs on; any other token stands for itself."""
    if token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT", "IN", "WP$"):
        if token.text == "WHO":  # "WHO chief X", a body that the tree takes for the pronoun
            return next((child for child in labelled(token, "appos") if child.ent_type_ == "PER"), token)
        for above in ancestors(token):
            if above.dep_ == "acl:relcl":
                return agreeing(above.head, above)
        earlier = token.doc[sentence_start(token) : token.i]
        before = next((one for one in reversed(earlier) if not (one.is_punct or one.is_space)), token)
        if token.tag_ in ("WP", "WDT") and before.pos_ in ("NOUN", "PROPN"):
            return before  # the tree has no relative clause: "the Union, which"
        if token.tag_ == "WP" and before.pos_ == "CCONJ":  # "whose district voted for him but who doubted"
            return next((agreeing(one.head, one) for one in reversed(earlier) if one.dep_ == "acl:relcl"), token)
    return token


def coordinated_with(verb: Token) -> Token:
    """The verb that another is coordinated with; itself where with none.

    A finite verb is not coordinated with an infinitive or what follows an auxiliary, whatever the tree says: in "said
    that it would pay for itself and urged deputies to", "urged" goes with "said".
    """
    if verb.dep_ != "conj":  # "they met in Oslo, | exchanged gifts and announced": nothing marks it as another clause
        alike = verb.dep_ == "advcl" and verb.tag_ == verb.head.tag_ == "VBD"
        return verb.head if alike and not any(children(verb, "mark", "nsubj", "advmod")) else verb
    head = verb.head
    if is_doubled(verb):
        return head
    if head.lower_ == "according":  # "She softened, according to an aide, and told them so"
        return clause(head.head)
    said = head.dep_ == "ccomp" and not any(children(head, "mark")) and verb.tag_ in ("VBZ", "VBP")
    if (head.dep_ == "parataxis" or said) and not any(children(verb, "nsubj")):
        # "The channel is ours, X reminded them, and does not need a permit": what is reminded goes on.
        # "It says they noticed nothing and regrets it": who says it regrets it.
        times = [_finite(each) for each in (verb, head, head.head)]
        if times[0] != times[1] and times[0] == times[2]:
            return head.head
    helped, marked = any(children(head, "aux")), any(children(head, "mark"))
    led = marked and not helped if head.tag_ == "VBG" else helped or (marked and head.tag_ == "VB")
    if verb.tag_ in ("VBD", "VBZ", "VBP") and head.tag_ in ("VB", "VBN", "VBG") and led:
        own = any(children(verb, "aux", "nsubj"))
        higher = (above for above in ancestors(head) if above.tag_ == verb.tag_ and above.pos_ == "VERB")
        return verb.head if own else next(higher, head)
    return head


def _finite(verb: Token) -> str:
    """The tag of the finite word of a predicate."""
    tags = [child.tag_ for child in children(verb, "aux", "cop") if child.i < verb.i]
    return tags[0] if tags else verb.tag_


def conjuncts(token: Token) -> list[Token]:
    """The token and those coordinated with it: "Ankara" and "rebels" in "accused Ankara and the rebels"."""
    return [token, *(each for child in labelled(token, "conj") for each in conjuncts(child))]


def negated(token: Token) -> bool:
    """The verb or noun is negated by a particle, an adverb or a determiner of its own."""
    return any(
        label.partition(":")[0] in _NEGATING and child.lower_ in _NEGATIONS for label, child in dependents(token)
    )


def tense(verb: Token) -> Tense | None:
    """Whether a clause looks back or ahead; None for the present and where nothing tells."""
    auxiliaries = list(children(verb, "aux", "cop"))
    if any(child.lower_ in _FUTURE for child in auxiliaries) or is_to_be(verb):
        return "future"
    finite = any(child.tag_ in _FINITE for child in auxiliaries)  # "we do not need it", he said: of now, not of then
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
    before = {child.lower_ for _, child in dependents(verb) if child.i < verb.i}
    return "to" in before and bool(before & {"is", "are"})


def clause(token: Token) -> Token:
    """The verb (or predicate) of the clause in which the token stands."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        if any(children(token, "cop")) or token.dep_ in ("ccomp", "advcl", "acl:relcl", "parataxis"):
            return token
        token = token.head
    return token
