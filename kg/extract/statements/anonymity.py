"""Anonymity: the terms on which somebody speaks who is not to be named, and which are no statement of his."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, subjects


def is_of_anonymity(one: Link, root: Token | None) -> bool:
    """The terms on which somebody speaks: "who asked not to be named", "who was not authorised to talk".

    Args:
        one: an attribution.
        root: the main predicate of what is said.
    """
    if one.head.lemma_ in ("authorise", "authorize") and one.head.dep_ in ("acl:relcl", "advcl"):
        return True
    words = {token.lower_ for tokens in one.contents for token in tokens}
    bare = words - {"to", "be"} in ({"named"}, {"identified"})  # "did not want to be named", whatever the tree
    if words & {"anonymity", "anonymous"} or (bare and grammar.negated(one.head)):
        return True
    if root is not None and root.lower_ in ("named", "identified") and "be" in words:
        return "not" in words or subjects.passive_subject(root) is None  # but "a successor would be named"
    given = root is not None and root.lemma_ in ("give", "publish", "use")  # "who asked that her name not be used"
    relative = any(child.tag_ == "WP" for child in grammar.children(one.head, "nsubj"))  # whatever the tree hangs it on
    return given and (relative or one.head.dep_ == "acl:relcl") and "name" in words
