"""Verbs that the network takes for nouns or for a present: "She spoke by phone, her office said", "is due to meet".

The network decides on tags and on the tree apart. Where a "noun" has a subject, or an infinitive's "to", and stands in
the tree as a clause does, the tree is right: of 53 such words in 190 articles all but two were verbs when read.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.lemmas import lemma

_PAST = "VBD"
_NOUNS = frozenset({"NN", "NNS"})
_CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "conj", "advcl", "acl", "acl:relcl", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
# What a noun has before it and a verb has not.
_OF_NOUNS = frozenset({"det", "amod", "nmod:poss", "nummod", "case", "compound", "cop"})
_MODALS = frozenset("will would may might could can should must did do does to 'll ’ll".split())
_HAVING = frozenset("has have had having 've ’ve".split())
_BEING = frozenset("is are was were be been being am 's 're ’s ’re".split())


def mended(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> list[str]:
    """The Penn tags, with those of verbs where the tree has a verb, and of a past where the word is one.

    Args:
        words: of a text.
        tags: of each, as the network tells them.
        deps: their UD labels.
        heads: indices of their heads; a root is its own.
    """
    # No present ends as "rejected" does, but for those of which that is the whole verb: "need", "proceed".
    found = [_PAST if tag == "VBP" and _is_past(word) else tag for word, tag in zip(words, tags, strict=True)]
    suspects = [
        i for i, tag in enumerate(tags) if (tag in _NOUNS or tag == "JJ") and deps[i] in _CLAUSES and words[i].islower()
    ]
    if not suspects:
        return found
    before: dict[int, list[int]] = {i: [] for i in suspects}
    for child, head in enumerate(heads):
        if head in before and child < head:
            before[head].append(child)
    for i in suspects:
        found[i] = _tag(i, words, tags, deps, before[i])
    return found


def _is_past(word: str) -> bool:
    return word.endswith("ed") and lemma(word, _PAST, "") != word


def _tag(i: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], before: Sequence[int]) -> str:
    """The tag of a word that stands where a verb does; `before` are its dependents to the left."""
    word, labels = words[i], {deps[each] for each in before}
    helpers = {words[each].lower() for each in before if deps[each].startswith("aux") or deps[each] == "mark"}
    if tags[i] == "JJ":  # "are expected to meet"
        return "VBN" if "aux:pass" in labels and word.endswith("ed") else "JJ"
    # "Is due to meet", "was to take place": the infinitive, whatever the tree hangs on it.
    if i > 0 and words[i - 1].lower() == "to" and deps[i - 1] in ("mark", "punct", "aux"):
        return "VB"
    if not labels & _SUBJECTS or labels & _OF_NOUNS:
        return tags[i]
    if helpers & _MODALS:
        return "VB"
    if helpers & _HAVING:
        return "VBN"
    if helpers & _BEING:
        return "VBG" if word.endswith("ing") else "VBN" if word.endswith(("ed", "en", "wn")) else tags[i]
    if tags[i] == "NNS":
        return "VBZ"
    return "VBD" if lemma(word, "VBD", deps[i]) != word or word.endswith("ed") else "VBP"
