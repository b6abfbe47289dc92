"""Spoken of: who is called by name in what a "he" or "the pilot" says, and so is hardly the one who says it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.findings import Findings
from kg.model import Span
from kg.resolve.cast.cast import Cast, Member


def spoken_of(findings: Findings, cast: Cast) -> Mapping[Span, list[Member]]:
    """Whom the contents name, by the span of the pronoun or description that says them.

    "He said Dahl would come" is never Dahl's (principle C of binding theory: Chomsky, Lectures on Government and
    Binding, 1981), and few speak of themselves by name in their own words.
    """
    named: dict[Span, list[Member]] = {}
    names = [mention for mention in findings.mentions if mention.form == "name"]
    for said in findings.statements:
        speaker = said.speaker.mention
        if speaker is None or speaker.form == "name":
            continue
        for mention in names:
            if said.form != "direct" and mention.start < speaker.start:
                continue  # "They asked Dahl to go. He refused": to go
            inside = any(start <= mention.start and mention.end <= end for start, end in said.content)
            member = cast.literal(mention.span) if inside else None
            if member is not None and member.kind == "person":
                named.setdefault(speaker.span, []).append(member)
    return named
