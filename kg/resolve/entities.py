"""Entities: what an article, and the gazetteer at its date, say of each of those whom it mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.model import Entity, Mention, Relation, Role
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.reasons import former_roles

_Post = tuple[str, str | None]  # its words without capitals, and of what it is
# Who holds one sits in a chamber for a land.
_SEATED = frozenset({"Senator", "Representative"})


@dataclass(frozen=True, slots=True)
class Entities:
    """Describes the members of one article's cast.

    Attributes:
        ids: of the members, by their identity.
    """

    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    ids: Mapping[int, str]

    def described(
        self, mentions: tuple[Mention, ...], relations: tuple[Relation, ...], needed: set[str]
    ) -> tuple[Entity, ...]:
        """All that the mentions name or stand for, and those that are `needed`; sorted by id.

        Of whose office somebody holds by the gazetteer alone, the article says nothing: every store has it anyway.
        """
        used = {entity for mention in mentions for entity in (mention.entity, mention.refers_to) if entity}
        described = {
            self.ids[id(member)]: self._entity(member, relations)
            for member in self.cast.members
            if not member.unnamed and self.ids.get(id(member)) in used  # a state asked for since has none
        }
        told = (role for entity in described.values() for role in entity.roles if role.evidence)
        needed |= {role.organization for role in told if role.organization}
        for missing in sorted(needed - described.keys()):
            entry = self.gazetteer.entry(missing)
            if entry is not None:
                described[missing] = replace(entry.entity(), aliases=(), roles=())
        return tuple(described[entity] for entity in sorted(described))

    def _entity(self, member: Member, relations: tuple[Relation, ...]) -> Entity:
        known = self.ids[id(member)]
        aliases = tuple(sorted({name for name in member.names if name != member.label}))
        roles = self._roles(member, known, relations)
        states = [role.organization for role in roles if role.organization and role.organization.startswith("country/")]
        country = member.country or (states[0].removeprefix("country/") if states else None)
        if member.entry is not None:
            return replace(member.entry.entity(), id=known, aliases=aliases, roles=roles, country=country)
        return Entity(
            id=known,
            kind=member.kind,
            label=member.label,
            aliases=aliases,
            country=country,
            government=member.government,
            roles=roles,
        )

    def _roles(self, member: Member, known: str, relations: tuple[Relation, ...]) -> tuple[Role, ...]:
        """The posts that the article gives, and those the gazetteer knows at its date."""
        if member.kind != "person":
            return ()
        roles: dict[_Post, Role] = {}
        for one in relations:
            if one.predicate == "holds_post" and one.subject.actor == known and one.post:
                organization = one.object.actor if one.object is not None else None
                key = (one.post.casefold(), organization)
                before = roles[key].evidence if key in roles else ()
                roles[key] = Role(
                    post=one.post, holder=known, organization=organization, evidence=(*before, *one.evidence)
                )
        for key in [key for key in roles if key[1] is None]:
            # "The chairman" is whoever the article elsewhere calls the bank's chairman.
            full = [other for other in roles if other[0] == key[0] and other[1] is not None]
            if len(full) == 1:
                evidence = (*roles[full[0]].evidence, *roles.pop(key).evidence)
                roles[full[0]] = replace(roles[full[0]], evidence=tuple(sorted(evidence)))
        if member.entry is not None:
            for role in self._known_roles(member, member.entry.id):
                same = [key for key in roles if _is_of(key[1], role) and _alike(key[0], role.post)]
                evidence = tuple(sorted({span for key in same for span in roles.pop(key).evidence}))
                roles[role.post.casefold(), role.organization] = replace(role, holder=known, evidence=evidence)
            for key, past in self._past_roles(member.entry, roles):
                roles[key] = replace(roles[key], organization=past.organization, since=past.since, until=past.until)
        return tuple(sorted(roles.values(), key=lambda role: (role.post, role.organization or "")))

    def _known_roles(self, member: Member, person: str) -> tuple[Role, ...]:
        """What the gazetteer knows of a person at the article's date; without one, what the article has words for."""
        known = self.gazetteer.roles_of(person, self.published)
        if self.published is not None:
            return known
        return tuple(role for role in known if any(_alike(post, role.post) for post in member.posts))

    def _past_roles(self, entry: Entry, roles: Mapping[_Post, Role]) -> list[tuple[_Post, Role]]:
        """Of posts that the article gives, the last tenure before its date: "President Obama" in 2017."""
        past = sorted(former_roles(entry, self.published), key=lambda role: role.until or "") if self.published else []
        found = []
        for key in [key for key, role in roles.items() if role.since is None and role.until is None]:
            post = key[0].removeprefix("former ")
            same = [role for role in past if role.post.casefold() == post and key[1] in (None, role.organization)]
            found += [(key, same[-1])] if same else []
        return found


def _is_of(organization: str | None, role: Role) -> bool:
    """A post of a body or of nobody may be a known one; a senator is told of his land and known of the Senate."""
    seated = (role.organization or "").startswith("organization/") and role.post in _SEATED
    return organization in (None, role.organization) or (seated and (organization or "").startswith("place/"))


def _alike(first: str, second: str) -> bool:
    """Two posts in words may be the same: one's words are all among the other's ("president", "Vice President" not)."""
    one, other = set(first.casefold().split()), set(second.casefold().split())
    return (one <= other or other <= one) and not {"vice", "deputy", "former"} & (one ^ other)
