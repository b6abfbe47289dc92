"""Sources: who says the words that something stands in, and who speaks unnamed, "two officials said"."""

from __future__ import annotations

from kg.findings import Findings
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Member


def speaker_of(mention: Mention, findings: Findings, cast: Cast, *, aimed: bool = False) -> Member | None:
    """Whoever says the words that the mention stands in; of words within words, who says the inner ones.

    Args:
        mention: in the article.
        findings: of the article.
        cast: has who speaks.
        aimed: also who speaks of it as the target of what is said.
    """
    around = [
        (end - start, one.speaker.mention.span)
        for one in findings.statements
        if one.speaker.mention is not None
        for start, end in (*one.content, *(each.mention.span for each in one.about if aimed and each.role == "target"))
        if start <= mention.start and mention.end <= end
    ]
    return cast.actor(min(around)[1]) if around else None


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
