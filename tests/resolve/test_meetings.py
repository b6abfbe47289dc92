"""Which tellings are of one meeting, when everybody is identified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.findings import Findings, Telling, Traits
from kg.model import Article, Meeting, MeetingStatus, Mention, MentionKind, Participant, ParticipantRole, Span, Time
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.meetings.meetings import Meetings

OSLO, GENEVA, NORWAY = "place/3143244", "place/2660646", "country/NOR"
MAY_8 = Time("2024-05-08", "day", "Wednesday")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


class Story:
    """Meetings as an article tells them, one sentence each."""

    def __init__(self, *, dateline: str | None = None) -> None:
        self.article = Article(id="a", text="", published="2024-05-09", dateline=dateline)
        self.mentions: dict[Span, Mention] = {}
        self.traits: dict[Span, Traits] = {}
        self.meetings: list[Meeting] = []
        self.tellings: list[Telling] = []

    def mention(self, entity: str) -> Mention:
        at = 10 * len(self.mentions)
        kind: MentionKind = "person" if entity.startswith("person/") else "place"
        mention = Mention(at, at + 5, kind, entity=entity)
        self.mentions[mention.span] = mention
        self.traits[mention.span] = Traits(text=entity, sentence=len(self.meetings), function="oblique")
        return mention

    def tell(
        self,
        *people: str,
        place: str | None = None,
        time: Time | None = None,
        status: MeetingStatus = "held",
        word: str = "meeting",
        definite: bool = False,
        ordinal: str | None = None,
        together: bool = False,
        journey: bool = False,
    ) -> Story:
        at = 1000 + 10 * len(self.meetings)
        self.tellings.append(Telling(word, len(self.meetings), definite, together, ordinal))
        role: ParticipantRole = "visitor" if journey else "party"
        participants = tuple(Participant(self.mention(f"person/{one}"), role) for one in people)
        where = self.mention(place) if place else None
        told = Meeting(f"m{at}", participants, ((at, at + 5), (at, at + 9)), place=where, time=time, status=status)
        self.meetings.append(replace(told, format="visit" if journey else "meeting"))
        return self

    def resolved(self, gazetteer: Gazetteer, home: str | None = None) -> tuple[Meeting, ...]:
        findings = Findings(meetings=tuple(self.meetings), tellings=tuple(self.tellings))
        return Meetings(
            findings, self.mentions, self.traits, gazetteer, self.article, lambda one: [one], lambda _: home
        ).meetings()


def test_a_meeting_told_five_times_is_one(gazetteer: Gazetteer) -> None:
    story = Story().tell("moen", "dahl", place=OSLO).tell("dahl", "moen", time=MAY_8)
    story.tell(definite=True).tell(definite=True, word="talk").tell(place=NORWAY, definite=True)
    (meeting,) = story.resolved(gazetteer)
    assert {one.mention.actor for one in meeting.participants} == {"person/moen", "person/dahl"}
    assert (meeting.venue, meeting.time) == (OSLO, MAY_8)
    assert len(meeting.evidence) == 6  # the words, and five sentences


@pytest.mark.parametrize(
    "story",
    [
        Story().tell("moen", "dahl", place=OSLO).tell("moen", "dahl", place=GENEVA),
        Story().tell("moen", "dahl", time=MAY_8).tell("moen", "dahl", time=replace(MAY_8, value="2024-05-01")),
        Story().tell("moen", "dahl", place=OSLO).tell("moen", "dahl", place=OSLO, status="planned"),
        Story().tell("a", "b", place=OSLO, ordinal="second").tell("a", "b", place=OSLO, ordinal="third"),
        Story().tell("moen", "dahl", place=OSLO).tell("berg", "lund", place=OSLO),
    ],
    ids=["places", "days", "held and planned", "rounds", "people"],
)
def test_what_differs_is_another_meeting(gazetteer: Gazetteer, story: Story) -> None:
    assert len(story.resolved(gazetteer)) == 2


def test_a_day_of_the_week_that_was_told_is_the_same_time(gazetteer: Gazetteer) -> None:
    story = Story().tell("moen", "dahl", time=Time("2024-W19", "week", "this week")).tell("moen", "dahl", time=MAY_8)
    (meeting,) = story.resolved(gazetteer)
    assert meeting.time == MAY_8


def test_the_two_are_those_who_were_named_before(gazetteer: Gazetteer) -> None:
    story = Story().tell("moen", "dahl", place=OSLO, status="held")
    story.tell(place=GENEVA, status="planned", together=True)
    held, planned = story.resolved(gazetteer)
    assert (held.venue, planned.venue) == (OSLO, GENEVA)
    assert [one.mention.actor for one in planned.participants] == ["person/moen", "person/dahl"]


def test_a_meeting_without_a_second_side_or_a_place_is_none(gazetteer: Gazetteer) -> None:
    assert Story().tell("moen", time=MAY_8).resolved(gazetteer) == ()


def test_the_news_of_a_dateline_is_where_it_is(gazetteer: Gazetteer) -> None:
    (meeting,) = Story(dateline="OSLO").tell("moen", time=MAY_8).resolved(gazetteer)
    assert (meeting.place, meeting.dateline, meeting.venue) == (None, OSLO, OSLO)
    assert Story(dateline="OSLO").tell("moen", time=MAY_8, status="planned").resolved(gazetteer) == ()


def test_who_visits_a_foreign_city_is_received_by_its_country(gazetteer: Gazetteer) -> None:
    story = Story().tell("moen", place=OSLO, journey=True)
    (abroad,), (at_home,) = story.resolved(gazetteer, "SWE"), story.resolved(gazetteer, "NOR")
    assert [(one.mention.actor, one.role) for one in abroad.participants][1:] == [(NORWAY, "host")]
    assert len(at_home.participants) == 1


def test_an_earlier_meeting_is_one_of_those_who_met(gazetteer: Gazetteer) -> None:
    _, earlier = Story().tell("moen", "dahl", place=OSLO).tell(place=GENEVA, ordinal="earlier").resolved(gazetteer)
    assert [one.mention.actor for one in earlier.participants] == ["person/moen", "person/dahl"]


def test_the_last_visit_is_not_the_talk_that_was_told_before(gazetteer: Gazetteer) -> None:
    story = Story().tell("moen", "dahl").tell("moen", place=GENEVA, ordinal="last", definite=True, journey=True)
    assert len(story.resolved(gazetteer)) == 2


def test_of_the_two_men_only_those_are_told_who_were_named(gazetteer: Gazetteer) -> None:
    story = Story().tell("moen", "dahl", place=OSLO).tell("x", place=GENEVA, status="planned", together=True)
    men = replace(story.meetings[1].participants[0].mention, kind="group", entity="group/a/two-men")
    story.meetings[1] = replace(story.meetings[1], participants=(Participant(men),))
    story.mentions[men.span] = men
    story.traits[men.span] = replace(story.traits[men.span], several=2)
    _, planned = story.resolved(gazetteer)
    assert [one.mention.actor for one in planned.participants] == ["person/moen", "person/dahl"]
