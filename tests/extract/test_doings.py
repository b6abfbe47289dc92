"""What reports nothing that anybody said, read by the whole line. All people and places are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


def told(line: Line, text: str) -> list[str]:
    """The lemma of the cue of each statement."""
    return [one.cue.lemma for one in line.extraction(Article(id="a", text=text, published="2024-05-09")).statements]


@pytest.mark.parametrize(
    "text",
    [
        "If you're worried about how that money might affect any aid, the city helps.",
        "You have no way of knowing which you might qualify for.",
        "Anyone wanting to learn more should go to the library.",
        "For people with children in college now, that means that borrowing money may be a good way.",
        "The band leader called party bigwigs to the stage.",
        "Supporters continue to show signs of greater enthusiasm.",
        "The fate of the plan was thrown into question on Feb. 9 when the ruling came.",
        "Marek learned on Monday that the bridge was shut.",
        "Marek learned from the experience. In June he established a fund with the National Committee.",
        "The government offers loans to parents, too.",
        "In a new role, Holub advises President Marek.",
        "If Holub’s plan rejected single mothers, families would be especially affected.",
        "Holub called the Danish minister on Monday evening.",
        "Marek called her by phone on Tuesday.",
        "The two kingdoms have argued for decades over a strait.",
        "The meeting discussed ways to widen the bridge.",
        "A documentary was shown recalling the war.",
        "Holub said this while opening the fair.",
        "Holub, who spoke in the evening, stated this during a call with the king.",
        "Holub voiced alarm.",
        "The question is whether the voters will follow her lead.",
        "Ms Ward is challenging Senator Holub for the seat.",
        "The Fjord Post called the race for Holub at noon.",
        "Holub is best remembered as the minister who closed the mine.",
        "Crimes committed by the Marek regime were listed.",
        "Warships sail past the islands to assert freedom of navigation.",
        "Given the intense criticism of Kanal's Matt Lauder after the forum, the moderators will be tougher.",
    ],
)
def test_nothing_is_said(line: Line, text: str) -> None:
    assert told(line, text) == []


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Holub advised the president to leave.", ["advise"]),
        ("Oslo accepted the offer.", ["accept"]),
        ("Holub welcomed the decision. He called on them to leave.", ["welcome", "call on"]),
        ("The Coast Gazette newspaper has learned that the bridge was shut.", ["learn"]),
        ("The rebels were given assurances that they could leave.", ["give assurances"]),
        ("Norway's government offered to pay.", ["offer to"]),
        ("Holub called the raid a mistake. Marek called her “a coward”.", ["call", "call"]),
        ("Holub argued that the strait was theirs. Marek argued for a ban on nets.", ["argue", "argue for"]),
        ("The summit called for a ceasefire.", ["call for"]),
        ("Holub said this was wrong. Marek never said that. Lenz denied this.", ["say", "say", "deny"]),
        ("Holub said that we hope our friends understand that the bridge will be shut.", ["say"]),
        ("Holub proposed a judge whom both kingdoms could accept.", ["propose"]),
        ("Holub rejected claims by Norway that the bridge had been shut.", ["reject"]),
        ("Brask Holub published a report that the bridge was unsafe.", ["publish"]),
        ("Officials said that Norway had no doubts about the plan.", ["say"]),
    ],
)
def test_what_is_like_it_and_said_is(line: Line, text: str, cues: list[str]) -> None:
    assert told(line, text) == cues
