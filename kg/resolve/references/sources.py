"""Sources: people whom the text lets speak and leaves unnamed, "two officials said"."""

from __future__ import annotations

from kg.findings import Findings
from kg.resolve.cast.cast import Cast


def unnamed(findings: Findings, cast: Cast) -> frozenset[int]:
    """Those by their `id` whom some statement has as an unnamed speaker: who "they" are then is as little known."""
    spans = {
        one.speaker.span
        for one in findings.statements
        if one.speaker.kind == "unnamed" and one.speaker.mention is None and one.speaker.span is not None
    }
    found: dict[tuple[int, int], int] = {}
    for mention in findings.mentions:  # in text order: of "two people with knowledge of the rebels" the first
        if mention.form != "description" or mention.kind not in ("person", "group"):
            continue
        member = cast.actor(mention.span)
        if member is None or member.entry is not None or member.names or member.parts:
            continue
        for start, end in spans:
            if start <= mention.start and mention.end <= end:
                found.setdefault((start, end), id(member))
    return frozenset(found.values())
