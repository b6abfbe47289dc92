"""Hosts: at whose place a meeting is, and who has come there, where nobody says who received whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kg.findings import Findings
from kg.model import Participant, ParticipantRole
from kg.resolve.cast.cast import Cast
from kg.resolve.references.states import home_of


@dataclass(frozen=True, slots=True)
class Homes:
    """Knows of which country each actor of an article is.

    Args:
        findings: of the article.
        cast: its members.
        ids: of the members, by their identity.
    """

    findings: Findings
    cast: Cast
    ids: Mapping[int, str]

    def of(self, actor: str) -> str | None:
        """The country's code; None where the article and the gazetteer don't tell it."""
        for member in self.cast.members:
            if self.ids.get(id(member)) == actor:
                return home_of(member, self.findings, self.cast)
        return None


def hosted(
    participants: Mapping[str, Participant], country: str, home: Callable[[str], str | None]
) -> dict[str, Participant]:
    """The participants of a meeting at a place, those whose country it is as hosts; who comes alone to one visits.

    Both sides must be known: of who met the minister in Paris and is from nobody knows where, nothing is told. Of many
    who come none visits: they meet each other as well.

    Args:
        participants: of a meeting, by the ids of the actors.
        country: of the place, by its code.
        home: the country of an actor, by its code.
    """
    homes = {actor: home(actor) for actor in participants}
    here = {actor for actor, code in homes.items() if code == country}
    strangers = {
        a for a, one in participants.items() if homes[a] not in (None, country) or one.role == "visitor"
    } - here
    if not here or not strangers:
        return dict(participants)
    alone = len(participants) == 2
    found: dict[str, Participant] = {}
    for actor, one in participants.items():
        visits = alone and actor in strangers and one.mention.kind == "person"
        role: ParticipantRole = "host" if actor in here else "visitor" if visits else "party"
        # What else is told of a role, the words have told.
        found[actor] = replace(one, role=role) if one.role == "party" else one
    return found


def received(
    participants: Mapping[str, Participant], country: str, home: Callable[[str], str | None]
) -> dict[str, Participant]:
    """The participants, the other of two as the host where the one has come: "flew to Oslo for talks with Dahl".

    Not where the other is from another country, as far as it is known.

    Args:
        participants: of a meeting, by the ids of the actors.
        country: of the place, by its code.
        home: the country of an actor, by its code.
    """
    found = dict(participants)
    if sorted(one.role for one in found.values()) == ["party", "visitor"]:
        actor, one = next(each for each in found.items() if each[1].role == "party")
        if home(actor) in (None, country) and not actor.startswith("group/"):
            found[actor] = replace(one, role="host")
    return found
