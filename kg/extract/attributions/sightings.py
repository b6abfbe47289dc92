"""Sightings: what is reported from where, and nobody is told to report it: "[fighting] was reported [in the north]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import grammar, subjects

if TYPE_CHECKING:
    from kg.extract.attributions.links import Link

#: What somebody or nobody tells to have been seen.
REPORTING = frozenset({"confirm", "record", "report"})


def from_where(one: Link) -> None:
    """Takes the place to the content of a cue that the network ends before it, or takes for who reports it.

    Args:
        one: an attribution as the network has it; its cue, source and contents are changed.
    """
    head = one.head
    if head.tag_ != "VBN" or head.lemma_ not in REPORTING or any(grammar.labelled(head, "obl:agent")):
        return
    seen = subjects.passive_subject(head)
    if seen is None or any(tokens[-1].i > head.i for tokens in one.contents):
        return
    if not any(seen.i == token.i for tokens in one.contents for token in tokens):
        return
    places = [each for each in grammar.children(head, "obl") if each.i > head.i and each.ent_type_ != "DATE"]
    said = {token.i for each in places if grammar.case(each) not in ("", "by") for token in each.subtree}
    end = head.i + 1
    while end in said:
        end += 1
    if end > head.i + 1:
        words = [token for token in head.doc[head.i + 1 : end] if not token.is_space]
        one.cue = [token for token in one.cue if token.i <= head.i]
        one.source = [] if any(token.i in said for token in one.source) else one.source
        one.contents.append(words)
