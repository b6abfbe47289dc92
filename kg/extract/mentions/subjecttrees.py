"""Subject trees: subjects that the network has beside another word, or takes for whom it is done to, mended.

It takes "had only asked" for a passive, and of "X has met the king" may put X beside the king.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.mentions.ranks import is_title
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.words.pronouns import is_expletive

# A "been" so near before a participle is its own, wherever the tree hangs it.
_BETWEEN = 3
_HAD = frozenset({"had", "has", "have", "'d", "’d", "'ve", "’ve", "having"})
# What stands behind a post and a hyphen.
_AFTER = frozenset({"elect", "designate", "general"})
_FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
# Labels that a noun may have by mistake.
_DOUBTED = frozenset({"appos", "expl", "iobj", "nsubj:pass"})


def relabel(token: Token) -> None:
    """Says of a noun that is beside no other, and has nothing done to it, what it is."""
    if token.dep_ not in _DOUBTED:
        return
    if token.dep_ == "appos" and _is_listed(token):
        token.dep_ = "conj"
    if token.dep_ == "appos" and (verb := _verb_between(token)) is not None:
        token.head, token.dep_ = verb, "nsubj"
    if token.dep_ == "nsubj:pass" and _is_active(token.head):
        token.dep_ = "nsubj"
    if token.dep_ == "iobj" and _is_doing(token):
        token.dep_ = "nsubj"
    if token.dep_ == "expl" and token.lower_ == "it" and not is_expletive(token):
        token.dep_ = "nsubj"  # "Norway said it was in talks"


def _is_listed(token: Token) -> bool:
    """It has a preposition and an "and" of its own, and is another: "with her Danish colleague and with Minister Y"."""
    own = {child.dep_ for child in token.lefts}
    return {"cc", "case"} <= own and token.head.i < token.i


def _verb_between(name: Token) -> Token | None:
    """The verb without a subject that stands between a name and the object it is put beside: "X has met the king"."""
    noun, verb = name.head, name.head.head
    between = name.i < verb.i < noun.i and noun.dep_ in ("obj", "iobj", "obl") and verb.tag_ in _FINITE
    return verb if between and not grammar.SUBJECTS & {child.dep_ for child in verb.children} else None


def _is_doing(noun: Token) -> bool:
    """Who stands before a verb that has no subject, and somebody else after it: "an envoy had told the other side"."""
    verb = noun.head
    if noun.i > verb.i or noun.tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP") or verb.tag_ not in _FINITE:
        return False
    others = [child.dep_ for child in verb.children if child.i != noun.i]
    return (
        not grammar.SUBJECTS.intersection(others) and "aux:pass" not in others and {"iobj", "obj"} & {*others} != set()
    )


def _is_active(verb: Token) -> bool:
    """The participle is of a perfect and has no form of "be": "had only asked"."""
    helpers = [child.lower_ for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i]
    been = any(
        token.lower_ == "been" for token in verb.doc[max(verb.i - _BETWEEN, grammar.sentence_start(verb)) : verb.i]
    )
    return verb.tag_ == "VBN" and bool(helpers) and all(helper in _HAD for helper in helpers) and not been


def hang_apposed(noun: Token) -> None:
    """Of two subjects of a verb, the second, right behind the first and a comma, says what or who the first is.

    "X, a teacher, said", "a teacher in Y, X, said", "Norway, home to 40 rivers, said"; no list: "X, Y and Z said"; and
    not "After the mayor's threat last week, X said", where the tree has two subjects as well, nor "X, unions agree".
    """
    before = [other for other in grammar.children(noun.head, "nsubj") if other.i < noun.i]
    before = [other for other in before if (other.i < noun.head.i) == (noun.i < noun.head.i)]
    if not before or any(grammar.children(before[-1], "case")):
        return
    other, phrase = before[-1], nounphrases.noun_phrase(noun)
    first, after = phrase[0], phrase[-1].i + 1
    if first.i < 2 or noun.doc[first.i - 1].text != "," or any(grammar.labelled(noun, "case", "cc", "conj")):
        return  # "the board, with X, said"
    last = noun.doc[first.i - 2]
    if last.i != other.i and not other.is_ancestor(last):
        return
    article = noun.tag_ in ("NN", "NNP") and first.lower_ in ("a", "an", "the")
    closed = noun.i > noun.head.i or (after < noun.head.i and noun.doc[after].text == ",")
    if (article and closed) or _is_sort_of(other, noun, after):
        noun.head, noun.dep_ = beside(noun, other, last), "appos"


def hang_guest(name: Token) -> None:
    """Of "at the invitation of the minister, X, the envoy, Y, came" Y is the envoy and comes, and X is the minister.

    Trees have both names as subjects and the post between them beside the first.
    """
    verb = name.head
    before = [each for each in grammar.children(verb, "nsubj") if each.i < name.i < verb.i and each.ent_type_ == "PER"]
    if not before or name.ent_type_ != "PER":
        return
    first = before[-1]
    posts = [each for each in grammar.labelled(first, "appos") if each.i < name.i and is_title(each)]
    start = nounphrases.noun_phrase(first)[0]
    if len(posts) != 1 or start.i < 2 or start.nbor(-1).text != ",":
        return
    host = next((each for each in (start.nbor(-2), *start.nbor(-2).ancestors) if is_title(each)), None)
    if host is None or host.i > start.i or any(each.i in (first.i, name.i) for each in grammar.ancestors(host)):
        return
    first.head, first.dep_ = host, "appos"
    posts[0].head, posts[0].dep_ = verb, "nsubj"
    name.head, name.dep_ = posts[0], "appos"


def beside(name: Token, noun: Token, last: Token) -> Token:
    """What a name behind a comma stands beside: of "a statement from Vestby's lawyer, X" the lawyer right before.

    Args:
        name: its root.
        noun: what a tree has it beside, or what hangs where it does.
        last: the word before the comma.
    """
    told = name.ent_type_ == "PER" and last.tag_ == "NN" and is_title(last) and not is_title(noun)
    return last if told and noun.is_ancestor(last) and not name.is_ancestor(last) else noun


def _is_sort_of(first: Token, second: Token, after: int) -> bool:
    """One of the two has a name and the other is what it is, up to the verb or a comma."""
    doc, verb = second.doc, second.head
    between = doc[after : verb.i] if second.i < verb.i and doc[after].text != "," else ()
    if any(token.pos_ not in ("AUX", "ADV") for token in between):
        return False
    if second.tag_ == "NNS" and second.i < verb.i and doc[after].text != ",":
        return False  # in headlines a comma stands for "and"
    sorts = [_is_sort(each) for each in (first, second)]
    return sorts in ([True, False], [False, True])


def _is_sort(noun: Token) -> bool | None:
    """A common noun or "one" or "the largest"; None for a pronoun and what is no noun."""
    if noun.ent_type_ in ("PER", "ORG", "LOC"):
        return False
    known = noun.tag_ in ("NN", "NNS", "JJS", "CD") or (noun.ent_type_ == "MISC" and noun.tag_ in ("JJ", "NNP"))
    return True if known else None


def hang_sort(noun: Token) -> None:
    """Of two subjects with nothing between, the first says what the second is: "county grower X said"."""
    name = noun.doc[min(noun.i + 1, len(noun.doc) - 1)]
    before = noun.doc[max(noun.i - 1, 0)]
    if noun.tag_ == "JJ" and before.pos_ == "NOUN" and before.dep_ == "nsubj" and before.head.i == noun.head.i:
        noun.head, noun.dep_ = before, "amod"  # "a minister | close to him said"
        return
    if (
        noun.tag_ != "NN"
        or noun.lemma_.lower() in nouns.ORGANIZATIONS  # "the bank X runs said"
        or name.ent_type_ != "PER"
        or name.ent_iob_ != "B"
        or noun.head.i == name.i
    ):
        return
    if name.dep_ == "nsubj" and name.head.i == noun.head.i:
        noun.head, noun.dep_ = name, "nmod:desc"
    elif (
        name.dep_ == "appos" and name.head.i != noun.i and name.head.dep_ == "nsubj" and name.head.head.i == noun.head.i
    ):
        noun.head, noun.dep_ = name, "nmod:desc"  # "the nominee, demographer X, said"


def hang_hyphened(noun: Token) -> None:
    """Of two subjects with a hyphen between, one belongs to the other: "the president-elect", "the vice-minister"."""
    if noun.i < 2 or noun.nbor(-1).text != "-" or noun.nbor(-2).lower_ == "ex":
        return
    first = noun.nbor(-2)
    if first.dep_ != "nsubj" or first.head.i != noun.head.i or {first.ent_type_, noun.ent_type_} != {""}:
        return
    if noun.lower_ in _AFTER:
        noun.head, noun.dep_ = first, "amod"
    else:
        first.head, first.dep_ = noun, "compound"
