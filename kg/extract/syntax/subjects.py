"""Subjects: who does what a verb says, by itself or as another does, and whom a passive is done to."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax.agreement import agreeing, is_doubled
from kg.extract.syntax.grammar import ancestors, children, clause, labelled, sentence_start
from kg.extract.syntax.settled import kept

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# What a tree may have for a subject and is none: "to", "would".
_HELPERS = frozenset({"TO", "MD", "POS", "RP"})
# Nor are these: of "Kazakhstan, she said, had ignored it" the tree may have two subjects.
_AUXILIARIES = frozenset({"had", "has", "have", "was", "were", "is", "are"})
# Who is made to feel so says or shows it.
_FELT = frozenset({"encourage", "hearten", "reassure"})


def _owned(possessor: Token) -> Token:
    """What is somebody's, where a tree has it stand beside him: "Kenya's minister"."""
    return next(children(possessor, "appos"), possessor)


def _is_told_of(name: Token, other: Token) -> bool:
    """The first of two people is who does it, and only a clause about him names the second: "X, who met Y, left"."""
    clause = any(name.i < child.i < other.i for child in labelled(name, "acl:relcl"))
    return clause and name.ent_type_ == other.ent_type_ == "PER"


@kept
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
    if depth == 0 or verb.head.i == verb.i or _is_undergone(verb):
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


def _is_undergone(verb: Token) -> bool:
    """What was done to somebody of whom it is first told what he was: "both were ministers and accused of fraud"."""
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == "VBN" else None
    own = any(children(verb, "obj", "ccomp", "xcomp", "aux"))
    return first is not None and not own and first.pos_ in ("NOUN", "PROPN") and any(children(first, "cop"))


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
        if _is_unmarked(verb):
            return verb.head if verb.i > verb.head.i else verb
        return next((each for each in children(verb, "advcl") if each.i < verb.i and _is_unmarked(each)), verb)
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


def _is_unmarked(verb: Token) -> bool:
    """A finite clause that nothing marks as one goes on, whatever the tree has it hang on."""
    alike = verb.dep_ == "advcl" and verb.tag_ == verb.head.tag_ == "VBD"
    return alike and not any(children(verb, "mark", "nsubj", "advmod"))


def _finite(verb: Token) -> str:
    """The tag of the finite word of a predicate."""
    tags = [child.tag_ for child in children(verb, "aux", "cop") if child.i < verb.i]
    return tags[0] if tags else verb.tag_
