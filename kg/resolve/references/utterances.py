"""Utterances: who speaks the words in which a mention stands, and to whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.findings import Findings
from kg.model import Mention, Span, Statement
from kg.resolve.cast.cast import Cast, Member


@dataclass(slots=True)
class Utterances:
    """What is said in one article, and by whom."""

    findings: Findings
    cast: Cast
    _told: list[tuple[Span, Span]] = field(default_factory=list)  # (content, span of the speaker's mention)
    _voiced: list[tuple[Span, Span]] = field(default_factory=list)  # of them those whose own words these are
    _known: dict[Span, bool] = field(default_factory=dict)  # asked again for each pair of mentions

    def __post_init__(self) -> None:
        for statement in self.findings.statements:
            if statement.speaker.mention is not None:
                said = [(content, statement.speaker.mention.span) for content in statement.content]
                self._told += said
                self._voiced += [] if _is_retold(statement) else said

    def speaker_around(self, mention: Mention) -> Member | None:
        """Who speaks the words in which the mention stands."""
        around = [
            (end - start, speaker)
            for (start, end), speaker in self._voiced
            if start <= mention.start and mention.end <= end
        ]
        return self.cast.actor(min(around)[1]) if around else None

    def is_speaker(self, mention: Mention) -> bool:
        """The mention is that of somebody who says something."""
        return any(mention.span == speaker for _, speaker in self._told)

    def is_said(self, mention: Mention) -> bool:
        """The mention stands in what somebody says."""
        if mention.span not in self._known:
            said = (start <= mention.start and mention.end <= end for (start, end), _ in self._told)
            self._known[mention.span] = any(said)
        return self._known[mention.span]


def _is_retold(said: Statement) -> bool:
    """Told in what somebody else is quoted as saying: in '"She says I am late," X said', "I" is X."""
    return said.parent is not None and said.form == "direct" and not said.text.startswith(('"', "'"))
