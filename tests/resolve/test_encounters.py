"""What is said at a meeting is said there and then, to those who are met."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement

DAHLBY, ELLINGSEN = "person/jon-dahlby", "person/mara-ellingsen"
OSLO = "place/3143244"
#: Two who are told of with their posts, so that both are known as people.
WHO = "Norwegian Foreign Minister Jon Dahlby and Danish Foreign Minister Mara Ellingsen disagree on a bridge.\n\n"


def read(line: Line, text: str) -> list[Statement]:
    article = Article(id="a", text=WHO + text, published="2024-05-09", language="en")
    return [one for one in line.extraction(article).statements if one.parent is None][-2:]


def scene(one: Statement) -> tuple[str | None, str | None, list[str | None]]:
    place = one.place.entity if one.place else None
    return one.time.value if one.time else None, place, [each.actor for each in one.addressees]


def test_whom_one_meets_listens_and_answers(line: Line) -> None:
    text = (
        "Dahlby met with Ellingsen in Oslo on Tuesday, calling for patience. "
        "Ellingsen said the bridge was late.\n\nShe added that it would rust."
    )
    answered = ("2024-05-07", OSLO, [DAHLBY])
    assert [scene(one) for one in read(line, text)] == [answered, answered]


def test_a_meeting_told_afterwards_is_where_it_was_said(line: Line) -> None:
    text = "The bridge would rust, Dahlby said. Dahlby made the remarks when he met Ellingsen in Oslo."
    assert scene(read(line, text)[-1]) == (None, OSLO, [ELLINGSEN])


def test_what_is_said_after_a_meeting_may_be_said_to_others(line: Line) -> None:
    text = "Dahlby met Ellingsen in Oslo on Tuesday and said that the bridge was late."
    assert scene(read(line, text)[-1])[2] == []


def test_what_is_offered_to_whom_one_phones_is_offered_to_them(line: Line) -> None:
    text = "Dahlby spoke by phone with Ellingsen on Tuesday and offered to pay for the bridge."
    assert scene(read(line, text)[-1]) == ("2024-05-07", None, [ELLINGSEN])


def test_the_words_that_open_a_sentence_tell_whom_one_meets_and_where(line: Line) -> None:
    text = (
        "In a meeting with visiting Danish Foreign Minister Mara Ellingsen in Oslo, Dahlby praised Denmark's patience."
    )
    assert scene(read(line, text)[-1])[1:] == (OSLO, [ELLINGSEN])


def test_what_his_office_tells_of_a_call_is_not_said_in_it(line: Line) -> None:
    text = "In a phone call with Ellingsen on Tuesday, he complained of the bridge, Dahlby's office said."
    assert scene(read(line, text)[-1]) == (None, None, [])


def test_what_was_agreed_long_before_a_meeting_was_not_agreed_at_it(line: Line) -> None:
    text = "Nine months after Norway and Denmark agreed to build it, Dahlby and Ellingsen met in Oslo on Tuesday."
    assert [scene(one)[0] for one in read(line, text)] == [None, None]


def test_where_they_met_is_where_they_agreed(line: Line) -> None:
    text = "Dahlby called Ellingsen on Tuesday. The two last met in March in Oslo, where they agreed to build it."
    assert [scene(one)[:2] for one in read(line, text)] == [("2024-03", OSLO), ("2024-03", OSLO)]


def test_where_others_complain_is_no_place_of_it(line: Line) -> None:
    text = "Dahlby flew home on Tuesday. He then visited Oslo, where shopkeepers complained of the bridge."
    assert scene(read(line, text)[-1])[1] is None


def test_where_one_receives_others_they_need_not_hear_what_is_said_there(line: Line) -> None:
    text = "The bridge would rust, Dahlby said. Dahlby made the comments in Oslo, where he received Ellingsen."
    assert scene(read(line, text)[-1])[2] == []


RECEIVED = "Dahlby received Ellingsen in Oslo on Tuesday."


def test_what_a_press_office_tells_of_a_meeting_was_said_at_it(line: Line) -> None:
    here = ("2024-05-07", OSLO)
    text = f"{RECEIVED}\n\nDahlby stressed that the bridge was late.\n\nEllingsen hailed the patience of Norway."
    assert [scene(one) for one in read(line, text)] == [(*here, [ELLINGSEN]), (*here, [DAHLBY])]
    text = "Dahlby met with Ellingsen in Oslo on Tuesday and voiced hope that the bridge would open."
    assert scene(read(line, text)[-1]) == (*here, [ELLINGSEN])


def test_who_met_need_not_speak_to_each_other_later(line: Line) -> None:
    assert scene(read(line, f"{RECEIVED} Dahlby said that the bridge was late.")[-1])[2] == []
    text = f"{RECEIVED} Dahlby stressed at a news conference that the bridge was late."
    assert scene(read(line, text)[-1])[2] == []


def test_what_both_say_at_a_meeting_parts_nothing(line: Line) -> None:
    text = (
        f"{RECEIVED} Dahlby stressed that the bridge was late. The two sides agreed to pay for it. "
        "Dahlby added that it would rust."
    )
    assert scene(read(line, text)[-1])[2] == [ELLINGSEN]


def test_who_names_the_other_does_not_speak_to_her(line: Line) -> None:
    text = f"{RECEIVED} Dahlby stressed that the bridge was late. “Mara Ellingsen is a bad neighbour,” Dahlby said."
    assert [scene(one)[2] for one in read(line, text)] == [[ELLINGSEN], []]


def test_who_is_told_in_a_call_may_answer(line: Line) -> None:
    text = "During the call, Dahlby expressed to Ellingsen his regret over the bridge. Ellingsen said it was late."
    assert scene(read(line, text)[-1])[2] == [DAHLBY]


def test_what_is_said_during_the_meeting_is_said_to_whom_one_met(line: Line) -> None:
    text = f"{RECEIVED} The bridge was late, Dahlby said during the meeting."
    assert scene(read(line, text)[-1])[2] == [ELLINGSEN]
    text = f"{RECEIVED} The bridge was late, Dahlby said after the meeting."
    assert scene(read(line, text)[-1])[2] == []


def test_this_was_said_at_the_meeting_told_next(line: Line) -> None:
    text = "The bridge would rust, Dahlby said. Dahlby said this when he met Ellingsen in Oslo."
    assert scene(read(line, text)[-1]) == (None, OSLO, [ELLINGSEN])


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Dahlby asked who would pay for the bridge. Ellingsen replied that nobody would.", [[ELLINGSEN], [DAHLBY]]),
        ('"Who will pay for it?" Dahlby asked. "Not us," Ellingsen responded.', [[ELLINGSEN], [DAHLBY]]),
        ("Dahlby asked who would pay for the bridge. Ellingsen said she had no idea.", [[], []]),
        ("Ellingsen responded to Dahlby late on Monday by saying the refusal was no issue.", [[DAHLBY]]),
        ("Dahlby congratulated Denmark. He congratulated Ellingsen on her bridge.", [[], [ELLINGSEN]]),
    ],
)
def test_who_is_answered_or_congratulated_hears_it(line: Line, text: str, heard: list[list[str]]) -> None:
    assert [scene(one)[2] for one in read(line, text)][-len(heard) :] == heard
