"""Counterparts: who has met those of whom it is told alone that there was a meeting with them.

"Dahl spent the weekend in talks with the Greens. A meeting with the Liberals lasted ten minutes", "talks with the
owner are set for Thursday, Dahl said": whoever the text is of, or tells it of himself, is the other side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.findings import Telling, Traits
from kg.model import Meeting, Mention, Span

_WITH = re.compile(r" (?:[\w'’-]+ ){0,3}?with (?:the |an? |his |her |its |their )?(?:[\w'’-]+ ){0,4}$")
_NOUNS = frozenset({"talk", "meeting", "negotiation", "call", "discussion", "session", "consultation", "round"})
_KINDS = ("person/", "country/", "organization/")


def counterpart(
    meeting: Meeting, telling: Telling, resolved: Mapping[Span, Mention], traits: Mapping[Span, Traits], text: str
) -> Mention | None:
    """The other side of a meeting of which one is told; None where more are told, or nobody is known.

    Args:
        meeting: as one sentence tells of it.
        telling: what the sentence tells beside.
        resolved: the mentions with their ids, by span.
        traits: what the grammar tells of each.
        text: of the article.
    """
    told = {resolved[one.mention.span].actor for one in meeting.participants}
    if telling.word not in _NOUNS or len(meeting.participants) != 1 or telling.together:
        return None
    (one,) = meeting.participants
    if one.mention.start < meeting.evidence[0][1] or not _WITH.match(text[meeting.evidence[0][1] : one.mention.start]):
        return None
    for back in (0, 1) if telling.word != "talk" else (0,):  # "talks with the doctors resume" may be anybody's
        subjects = [
            mention
            for span, mention in sorted(resolved.items())
            if traits[span].sentence == telling.sentence - back
            and traits[span].function == "subject"
            and mention.kind in ("person", "organization", "country", "group")
            and not traits[span].quoted
            and mention.actor not in told
        ]
        if subjects:
            first = subjects[-1] if back == 0 else subjects[0]
            known = first.actor is not None and first.actor.startswith(_KINDS)
            return first if known and first.form != "description" else None
    return None
