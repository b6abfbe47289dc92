"""Numbers: of how many a noun phrase speaks, "both governments", "the three", "neither side"; and ages."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, nouns

_COUNTS = {"both": 2, "neither": 2, "either": 2, "each": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_HYPHENS = frozenset("-‐‑–")

# Of these a text has two, where it has "each".
_EACH = frozenset({"government", "side", "country", "capital"})


def count(noun: Token) -> int | None:
    """How many the phrase of the noun stands for, all of whom the text knows already; None where it does not say.

    "Two diplomats" are anybody; "the two diplomats", "both diplomats" and "their two countries" are known.
    """
    words = {child.lower_ for child in noun.children if child.i < noun.i}
    if stands_alone(noun):
        words |= {noun.lower_, "the"}
    if noun.i and noun.nbor(-1).lower_ in ("both", "neither", "either"):
        words.add(noun.nbor(-1).lower_)
    # Of "the two countries' presidents" the tree gives "the" to the presidents.
    if any(child.i and child.lower_ in _COUNTS and child.nbor(-1).lower_ == "the" for child in noun.lefts):
        words.add("the")
    known = words & {"both", "neither", "the", "these", "those", "either", "all"}
    known |= {child.lower_ for child in grammar.children(noun, "nmod:poss")}
    if known:
        return next((_COUNTS[word] for word in sorted(words) if word in _COUNTS), None)
    return 2 if "each" in words and noun.lemma_ in _EACH else None


def age(old: Token) -> list[Token]:
    """The words of an age, and what stands before it, where the word ends one: "the 47-year-old"."""
    if old.lower_ != "old":
        return []
    doc, start = old.doc, old.i - 4
    if start < 1 or doc[start].tag_ != "CD" or doc[old.i - 2].lower_ != "year":
        return []
    joined = all(doc[at].text in _HYPHENS for at in (old.i - 1, old.i - 3))  # whatever their tags
    return list(doc[start - 1 : old.i + 1]) if joined else []


def is_of_two(token: Token) -> bool:
    """One of two by their order alone: "the former", "the latter"."""
    subject = token.dep_.partition(":")[0] in ("nsubj", "obj", "obl", "nmod", "conj")
    return token.lower_ in ("former", "latter") and subject and token.i > 0 and token.nbor(-1).lower_ == "the"


def stands_alone(token: Token) -> bool:
    """The number is all the words there are for them: "the two agreed", "both deny it", "each blames the other"."""
    if token.lower_ not in _COUNTS or token.dep_ not in ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent"):
        return False
    if token.lower_ == "each":  # "each accused the other"
        objects = [each for each in token.head.rights if each.lower_ == "other" and each.i <= token.head.i + 2]
        return token.dep_ == "nsubj" and bool(objects) and objects[0].nbor(-1).lower_ == "the"
    if token.lower_ in ("both", "neither"):
        # Of "backed both Kari Moen and Per Holm" the tree may make two objects.
        named = token.i + 1 < grammar.sentence_end(token) and token.nbor().tag_ in ("NNP", "NNPS")
        return not (named or any(grammar.children(token, "nmod")))
    return (
        token.i > 0 and token.nbor(-1).lower_ in ("the", "these", "those") and not any(grammar.children(token, "nmod"))
    )


def forms(noun: Token) -> set[str]:
    """What a noun is looked up by, whatever its tag: that of "Presidents X and Y" may be a name's, and so its lemma."""
    return {noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s")}


def singular(title: Token) -> str | None:
    """The word for each of several whose names follow a title: "Presidents X and Y"; None where it is one's."""
    if title.tag_ in ("NNS", "NNPS") and (title.text.islower() or title.lemma_.lower() in nouns.POSTS):
        return title.lemma_ if title.text.islower() else title.lemma_.capitalize()
    several = title.lower_ not in nouns.POSTS and title.lower_.removesuffix("s") in nouns.POSTS
    return title.text[:-1] if several else None
