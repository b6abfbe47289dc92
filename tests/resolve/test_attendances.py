"""Who took part in a meeting or a trial speaks there, in what is told next. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

OSLO = "place/3143244"

MEETING = """Norwegian Deputy Premier Tuva Dahl met with Swedish Foreign Minister Jonas Vestby in Oslo on Tuesday.

Dahl said the ferries would sail again. Sweden was a good neighbor, she noted.

Vestby said that the port was full. The two sides agreed to open a second quay.{more}"""
LEADERS = """The leaders of four Nordic countries met in Oslo on Tuesday for talks on the ferries.

Denmark's prime minister said the port was full. Finland's president told the session that the ferries were old."""
CASTLE = """Danish and Swedish negotiators talked for an hour at the Holmen palace on Tuesday.

"There was progress on the ferries," said Danish delegation head Tuva Dahl."""
TRIAL = """The trial of two fishermen accused of sinking a ferry opened in Oslo on Tuesday.

Prosecutor Tuva Dahl said the men had been drunk. Defence lawyer Jonas Vestby said they were tired. "I saw it," a cook
told the court."""


def places(line: Line, text: str) -> list[str | None]:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    found = [one for one in line.extraction(article).statements if one.parent is None]
    return [one.place.entity if one.place else None for one in found if one.speaker.kind != "implicit"]


def test_both_who_met_speak_where_they_met(line: Line) -> None:
    found = places(line, MEETING.format(more=""))
    assert len(found) >= 4
    assert set(found) == {OSLO}


@pytest.mark.parametrize(
    "more",
    [
        "\n\nVestby said in an interview that the ferries were old.",
        "\n\nVestby later said that the ferries were old.",
        "\n\nThe price of bread has risen, Lars Lind said. Eva Moen said it would fall. Dahl said bread was cheap.",
    ],
)
def test_it_is_said_elsewhere_or_after_others(line: Line, more: str) -> None:
    assert places(line, MEETING.format(more=more))[-1] is None


def test_a_meeting_spoken_of_or_far_below_is_none_at_which_they_speak(line: Line) -> None:
    below = f"The ferries were late.\n\nBread is dear.\n\n{MEETING.format(more='')}"
    assert set(places(line, below)) == {None}


def test_what_is_said_where_the_article_is_written_has_no_place(line: Line) -> None:
    article = Article(id="a", text=MEETING.format(more=""), published="2024-05-09", language="en", dateline="OSLO")
    assert {one.place for one in line.extraction(article).statements} == {None}


def test_heads_of_many_states_speak_where_their_leaders_met(line: Line) -> None:
    assert places(line, LEADERS)[-2:] == [OSLO, OSLO]


def test_a_meeting_before_the_news_is_none_at_which_they_speak(line: Line) -> None:
    text = "A rocket hit the port, its first since the summit in Oslo of the Danish prime minister and Tuva Dahl."
    assert places(line, f"{text}\n\nDahl said the port was full.") == [None]


def test_the_place_stands_behind_the_words_of_the_meeting(line: Line) -> None:
    assert places(line, CASTLE)[-1] == "place/holmen"


def test_people_of_a_trial_speak_where_it_opened(line: Line) -> None:
    assert places(line, TRIAL)[-3:] == [OSLO, OSLO, OSLO]


def test_others_than_those_of_the_trial_speak_anywhere(line: Line) -> None:
    text = TRIAL.split("\n\n")[0]
    assert places(line, f"{text}\n\nEconomist Eva Moen said that ferries were cheap.")[-1] is None


@pytest.mark.parametrize(
    "speaks",
    [
        "Rights lawyer Eva Moen in London said the trial was unfair.",
        "The attorney general said the trial was fair.",
        "Sweden's supreme court ruled that ferries were safe.",
        "The International Court of Justice said that it would rule in June.",
    ],
)
def test_another_court_or_a_lawyer_elsewhere_does_not_speak_at_the_trial(line: Line, speaks: str) -> None:
    first = TRIAL.split("\n\n")[0]
    assert places(line, f"{first}\n\n{speaks}")[-1] is None


@pytest.mark.parametrize(
    "speaks",
    [
        "Denmark's president said that ferries were cheap.",
        "A Kremlin representative said that ferries were cheap.",
        "The president of the Nordic Bank said that ferries were cheap.",
        "The declaration adopted by parliament called for ferries.",
    ],
)
def test_where_ministers_met_no_president_speaks(line: Line, speaks: str) -> None:
    assert places(line, f"The foreign ministers of four states met in Oslo on Tuesday.\n\n{speaks}")[-1] is None


def test_who_met_last_month_does_not_speak_there_now(line: Line) -> None:
    text = "Norwegian Premier Tuva Dahl, who met Swedish Premier Jonas Vestby in Oslo last month, resigned on Tuesday."
    assert places(line, f"{text}\n\nDahl said she was tired.") == [None]
