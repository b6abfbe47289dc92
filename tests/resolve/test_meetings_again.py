"""Who meets where other sentences tell it: again, next, mediated; whom one only calls to meet. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting


def told(line: Line, text: str, dateline: str | None = None) -> list[Meeting]:
    """The meetings of an article published on Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", dateline=dateline)
    return list(line.extraction(article).meetings)


def people(meeting: Meeting) -> set[str]:
    return {one.mention.actor or "" for one in meeting.participants}


def test_who_meets_again_has_met_before(line: Line) -> None:
    text = (
        "The ministers of Chad and Mali met in Oslo on Wednesday. Togo and Mali had asked for more time, and Togo's "
        "envoy stayed away. The two sides plan to meet again in Riga in June."
    )
    first, second = told(line, text)
    assert people(first) == people(second) == {"country/TCD", "country/MLI"}


def test_the_next_meeting_is_of_those_who_met(line: Line) -> None:
    text = "The leaders of Chad and Mali met in Oslo on Wednesday. Nobody smiled. The next meeting will be in Riga."
    first, second = told(line, text)
    assert people(first) == people(second) == {"country/TCD", "country/MLI"}
    assert second.place is not None
    assert second.status == "planned"


def test_between_whom_somebody_mediated_was_told_before(line: Line) -> None:
    text = (
        "Chad and Mali have agreed to a truce, Oman's foreign ministry said on Wednesday. The talks were mediated by "
        "Oman and Qatar. The Chadian minister, Idriss Mahamat Kolo, said that both would meet again in Riga."
    )
    first, second = told(line, text)
    assert people(first) == {"country/TCD", "country/MLI", "country/OMN", "country/QAT"}
    assert people(second) == {"country/TCD", "country/MLI"}


def test_guards_of_two_states_meet_for_them(line: Line) -> None:
    (meeting,) = told(line, "Chadian and Malian border guards met in Oslo on Wednesday.")
    assert people(meeting) == {"country/TCD", "country/MLI"}


def test_envoys_of_two_states_talk_on_a_day(line: Line) -> None:
    (meeting,) = told(line, "Chadian and Malian negotiators talked for an hour on Wednesday and agreed on nothing.")
    assert (people(meeting), meeting.format) == ({"country/TCD", "country/MLI"}, "talks")


def test_families_and_buyers_are_met(line: Line) -> None:
    (families,) = told(line, "Governor Tuva Dahl met the families on Wednesday.")
    (buyers,) = told(line, "Fisheries Minister Tuva Dahl met the buyers on Wednesday.")
    assert "person/tuva-dahl" in people(families) & people(buyers)
    assert len(people(families)) == len(people(buyers)) == 2


def test_who_proposes_that_others_meet_is_none_of_them(line: Line) -> None:
    (meeting,) = told(line, "Tuva Dahl proposed a meeting of the ministers of Chad and Mali in Oslo on Monday.")
    assert (people(meeting), meeting.status) == ({"country/TCD", "country/MLI"}, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "Tuva Dahl hopes to meet Kasper Moen in Oslo.",
        "Tuva Dahl encouraged Chad and Mali to return to talks.",
        "The minister thanked Oman and called on Chad and Mali to come to a conference in Oslo.",
    ],
)
def test_what_is_hoped_for_or_urged_is_not_arranged(line: Line, text: str) -> None:
    (meeting,) = told(line, text)
    assert meeting.status == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Tuva Dahl urged Kasper Moen after talks in Oslo on Wednesday to free the sailors.",
        "Tuva Dahl proposed a truce at talks with Kasper Moen in Oslo on Wednesday.",
    ],
)
def test_what_is_urged_at_talks_or_after_them_leaves_them_held(line: Line, text: str) -> None:
    (meeting,) = told(line, text)
    assert meeting.status == "held"


def test_who_speaks_on_a_visit_is_the_visitor(line: Line) -> None:
    (meeting,) = told(line, "Norwegian Prime Minister Tuva Dahl, on a visit to Riga, said the alliance would hold.")
    assert "person/tuva-dahl" in people(meeting)


def test_whoever_summons_does_so_at_home_and_nobody_meets_at_a_dateline(line: Line) -> None:
    text = "London froze the assets of four judges on Wednesday. Georgia's minister, Zaza Kobakhidze-Lomi, summoned "
    (meeting,) = told(line, text + "the British ambassador.", "LONDON")
    assert meeting.dateline is None
    assert told(line, "The two facts met on Wednesday in a committee room.", "OSLO") == []
