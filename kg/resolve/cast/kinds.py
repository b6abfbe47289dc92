"""Kinds: what a name is of that the network takes for a place here and for an organization there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.findings import Findings
from kg.resolve.gazetteer.gazetteer import Gazetteer

# A name that is taken for an organization at least so often is one: things happen at a university, and no place acts.
_SHARE = 0.4


def unified(findings: Findings, gazetteer: Gazetteer) -> Findings:
    """The same with one kind for each name, a place or an organization, that the gazetteer has not."""
    taken: dict[str, Counter[str]] = {}
    for mention, traits in zip(findings.mentions, findings.traits, strict=True):
        if mention.form == "name" and mention.kind in ("place", "organization"):
            taken.setdefault(traits.text, Counter())[mention.kind] += 1
    mixed = {name: kinds for name, kinds in taken.items() if len(kinds) > 1 and not gazetteer.lookup(name)}
    if not mixed:
        return findings
    bodies = {name for name, kinds in mixed.items() if kinds["organization"] >= _SHARE * kinds.total()}
    mentions = tuple(
        replace(mention, kind="organization" if traits.text in bodies else "place")
        if mention.form == "name" and mention.kind in ("place", "organization") and traits.text in mixed
        else mention
        for mention, traits in zip(findings.mentions, findings.traits, strict=True)
    )
    return replace(findings, mentions=mentions)
