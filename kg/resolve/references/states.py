"""States: whose body is meant where its country is not told, "the government", "parliament"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.findings import Findings, Traits
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import is_single
from kg.resolve.references.sources import speaker_of

# Without a country these are of the one that the article speaks of, where it speaks of one most of all.
_OF_THE_STATE = frozenset(
    "government cabinet administration parliament army military congress junta presidency".split()
)
_GOVERNING = frozenset({"government", "administration"})
_LARGELY = 1.5  # the country of an article is named so many times as often as any other
_MOSTLY = 2  # so many times as often as of any other
#: Who speaks for a state: of "the government" he speaks as of another's.
OFFICIALS = frozenset(
    """
    minister president premier chancellor ambassador envoy negotiator spokesman spokeswoman spokesperson secretary
    diplomat king prince emir consul commissioner
    """.split()
)

#: What another state is called by what it is to one's own.
OTHERS = frozenset({"neighbour", "neighbor", "ally", "partner"})
#: Who is sent to where he has his post.
SENT = frozenset({"ambassador", "envoy", "consul", "commissioner"})


def of_the_state(traits: Traits) -> bool:
    """Each state has one of it: "the government", "the central bank", and of ministries "the finance ministry"."""
    return traits.noun in _OF_THE_STATE or is_single(traits) or (traits.noun == "ministry" and " " in traits.text)


def state_around(
    traits: Traits, order: Sequence[Known], gazetteer: Gazetteer, cast: Cast, *, his: bool = False
) -> Member | None:
    """Whose "the government" without a country is: of the one country that is spoken of, here or most of all.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        gazetteer: tells of which state a place is the capital.
        cast: gets the state.
        his: it is somebody's, who may be of another state than the dateline's.
    """
    home = cast.home if not his else None
    for _, known, member in order:
        if known.paragraph == traits.paragraph and known.text.isupper() and member.kind == "place" and member.entry:
            state = gazetteer.entry(gazetteer.stands_for(member.entry.id) or "")
            if state is not None:
                return cast.known(state)  # "NAIROBI - ...": the dateline of an item among others
    if (there := _in_town(traits, order, gazetteer)) is not None and not his:
        return cast.known(there)
    named = [(known, member) for _, known, member in order if member.kind == "country" and known.noun not in OTHERS]
    near = {
        id(member): member
        for mention, known, member in order
        # "his Spanish colleague" is not yet talk of Spain, of whatever kind the word is taken to be
        if member.kind == "country" and mention.kind != "nationality" and 0 <= traits.sentence - known.sentence <= 1
        if known.acting or gazetteer.demonym(known.text) is None
        if home is None or member.entry is home or known.paragraph == traits.paragraph
    }
    here = (one for _, known, one in order if known.sentence == traits.sentence and one.kind == "country")
    written = next((one for one in here if one.entry is not None and one.entry is cast.written_in), None)
    if written is not None and not his:
        return written  # "ISLAMABAD - Pakistani soldiers fired at men who came from Iran, the military said"
    if len(near) == 1:
        return next(iter(near.values()))
    at_home = next((one for one in near.values() if one.entry is not None and one.entry is cast.written_in), None)
    if at_home is not None:
        return at_home  # of several, that of the dateline: "KAMPALA - Uganda accused Tanzania ...", "told parliament"
    if not near and home is not None:
        return cast.known(home)
    if not near and not his and (same := _called_so(traits, order)) is not None:
        return same
    if not near and traits.noun != "junta":  # of which few states have one: not that of "a diplomat in Dakar"
        # "Who heads a union in Bergen", "the Norwegian Army": in whose country they are, where nobody names another.
        homes = {
            member.country
            for _, known, member in order
            if member.kind in ("place", "organization")
            and member.country
            and (member.entry is None or member.entry.sort != "media")  # "told the BBC" is no talk of Britain
            and 0 <= traits.sentence - known.sentence <= 1
        }
        state = gazetteer.entry(f"country/{next(iter(homes))}") if len(homes) == 1 else None
        if state is not None:
            return cast.known(state)
    often = Counter(id(member) for _, member in named).most_common(2)
    mostly = _MOSTLY if traits.noun != "junta" else len(order)  # of the only state, not of the one that condemns it
    if not often or (len(often) > 1 and often[0][1] < mostly * often[1][1]):
        return None
    return next(member for _, member in named if id(member) == often[0][0])


def _called_so(traits: Traits, order: Sequence[Known]) -> Member | None:
    """The state whose government was meant whenever one was spoken of without a country: "the administration"."""
    if traits.text not in _GOVERNING:
        return None
    bare = [member for _, known, member in order if known.text in _GOVERNING and not known.within]
    return bare[0] if bare and bare[0].kind == "country" and all(one is bare[0] for one in bare) else None


def _in_town(traits: Traits, order: Sequence[Known], gazetteer: Gazetteer) -> Entry | None:
    """The state, spoken of before, of the town or province in which somebody there speaks of its government.

    "Oslo and Rome signed. In Bergen, the opposition accused the government of ...".
    """
    here = [member for _, known, member in order if known.sentence == traits.sentence]
    if any(member.kind == "country" for member in here):
        return None
    homes = {member.country for member in here if member.kind == "place" and member.country}
    spoken = {member.country for _, known, member in order if member.kind == "country" or known.noun in OTHERS}
    told = homes & spoken
    return gazetteer.entry(f"country/{next(iter(told))}") if len(homes) == len(told) == 1 else None


def state_of_article(names: Sequence[tuple[Mention, Traits]], gazetteer: Gazetteer, cast: Cast) -> Member | None:
    """The state that an article is of: most of its names are of it, of people and bodies as of places."""
    codes = Counter[str]()
    for mention, _ in names:
        member = cast.actor(mention.span)
        if member is not None and member.country is not None:
            codes[member.country] += 1
    often = codes.most_common(2)
    if not often or (len(often) > 1 and often[0][1] < _LARGELY * often[1][1]):
        return None
    entry = gazetteer.entry(f"country/{often[0][0]}")
    return cast.known(entry) if entry is not None else None


def state_acting(sentence: int, names: Sequence[tuple[Mention, Traits]], cast: Cast) -> Member | None:
    """The state that does something in a sentence or the one before, or is the only one that is named there."""
    for back in (0, 1):
        near = [
            (known, member)
            for mention, known in names
            if known.sentence == sentence - back and mention.kind != "nationality"
            if (member := cast.actor(mention.span)) is not None and member.kind == "country"
        ]
        acting = [member for known, member in near if known.function == "subject" and known.acting]
        states = {id(member): member for member in (acting[:1] or [member for _, member in near])}
        if states:
            return next(iter(states.values())) if len(states) == 1 else None
    return None


def home_of(member: Member, findings: Findings, cast: Cast) -> str | None:
    """The country of somebody, by its code: as it is known, or by a post that the article has."""
    if member.country is not None or member.kind != "person":
        return member.country
    bodies = (
        cast.actor(one.object.span)
        for one in findings.relations
        if one.predicate == "holds_post" and one.object is not None and cast.actor(one.subject.span) is member
    )
    return next((one.country for one in bodies if one is not None and (one.kind == "country" or one.government)), None)


def state_of_person(person: Member, findings: Findings, gazetteer: Gazetteer, cast: Cast) -> Member | None:
    """The state of whom "his government" is: as it is known, or by a post that the article tells of.

    Args:
        person: whose it is.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the state.
    """
    posts = {word for post in posts_of(person, findings, cast) for word in post.lower().split()}
    # An ambassador's post may be told of where he is, "the ambassador to Denmark".
    home = person.country if posts & SENT else home_of(person, findings, cast)
    home = home or _represented(person, findings, cast)
    state = gazetteer.entry(f"country/{home}") if home is not None else None
    return cast.known(state) if state is not None else None


def state_his(
    whose: Member, traits: Traits, order: Sequence[Known], findings: Findings, gazetteer: Gazetteer, cast: Cast
) -> Member | None:
    """The state of "his country": that of an official of whom none is told is the one that is spoken of around.

    Args:
        whose: it is, a person, body or group.
        traits: of the description.
        order: the mentions before it, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the state.
    """
    state = state_of_person(whose, findings, gazetteer, cast)
    if state is None and whose.kind == "person" and is_official(whose, findings, cast):
        return state_around(traits, order, gazetteer, cast, his=True)
    return state


def _represented(person: Member, findings: Findings, cast: Cast) -> str | None:
    """The country, by its code, that somebody represents."""
    states = (
        cast.actor(one.object.span)
        for one in findings.relations
        if one.predicate == "represents" and one.object is not None and cast.actor(one.subject.span) is person
    )
    return next((one.country for one in states if one is not None and one.kind == "country"), None)


def state_of_teller(
    teller: Span, order: Sequence[Known], findings: Findings, gazetteer: Gazetteer, cast: Cast
) -> Member | None:
    """The state whose parliament is told: that of the minister who tells it.

    Args:
        teller: span of the mention of whoever speaks.
        order: the mentions before, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the state.
    """
    member = cast.actor(teller)
    known = next((traits for mention, traits, _ in order if mention.span == teller), None)
    state = state_of_person(member, findings, gazetteer, cast) if member is not None else None
    named = (cast.actor(span) for span in known.within) if known is not None else ()
    return state or next((one for one in named if one is not None and one.kind == "country"), None)


def state_of_speaker(
    mention: Mention, traits: Traits, findings: Findings, gazetteer: Gazetteer, cast: Cast
) -> Member | None:
    """The state of whoever is said to speak of its government: a lawmaker, a party or a union of that country.

    Args:
        mention: "the government", without a country.
        traits: what is known of it.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the state.
    """
    speaker = speaker_of(mention, findings, cast, aimed=True)
    home = home_of(speaker, findings, cast) if speaker is not None else None
    if speaker is None or home is None or speaker.government or speaker.kind not in ("person", "organization", "group"):
        return None
    # A minister abroad speaks of the government there; of "the administration" he is one.
    if is_official(speaker, findings, cast) and traits.noun != "administration":
        return None
    state = gazetteer.entry(f"country/{home}")
    return cast.known(state) if state is not None else None


def is_official(member: Member, findings: Findings, cast: Cast) -> bool:
    """Somebody speaks for his state: a government's body, or a person by the posts that the article gives him."""
    posts = [*posts_of(member, findings, cast), *(member.description or "").split()]
    bodies = [
        body
        for one in findings.relations
        if one.predicate in ("holds_post", "spokesperson_for") and cast.actor(one.subject.span) is member
        if one.object is not None and (body := cast.actor(one.object.span)) is not None
    ]
    if bodies and all(body.kind == "organization" and not body.government for body in bodies):
        return False  # a union's secretary
    return member.government or any(OFFICIALS.intersection(post.lower().split()) for post in posts)


def posts_of(member: Member, findings: Findings, cast: Cast) -> list[str]:
    """The posts that the article gives somebody, by titles, descriptions and relations."""
    told = [one.post for one in findings.relations if one.post and cast.actor(one.subject.span) is member]
    return [*member.posts, *told]
