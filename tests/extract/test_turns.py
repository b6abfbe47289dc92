"""Turns of transcripts: labelled paragraphs are what their label says; lists are not."""

from __future__ import annotations

from kg.extract.attributions.turns import _media, find_turns

TRANSCRIPT = "The briefing began late.\n\nQUESTION: Is it over?\n\nMS ROWE: No.\n\nQUESTION: When?\n\nMS ROWE: Soon."


def test_each_labelled_paragraph_is_a_turn() -> None:
    turns = find_turns(TRANSCRIPT)
    assert [TRANSCRIPT[slice(*turn.label)] for turn in turns] == ["QUESTION", "MS ROWE", "QUESTION", "MS ROWE"]
    assert [TRANSCRIPT[slice(*turn.content)] for turn in turns] == ["Is it over?", "No.", "When?", "Soon."]


def test_a_turn_goes_on_until_the_next_label() -> None:
    text = TRANSCRIPT.replace("No.", "No.\n\nIt is not.\n\nNot yet.") + "\n\nThe briefing ended at noon."
    assert [text[slice(*turn.content)] for turn in find_turns(text)][1::2] == ["No.\n\nIt is not.\n\nNot yet.", "Soon."]


def test_who_asks_in_a_briefing_are_newspapers_where_one_says_so() -> None:
    labels = {"ms rowe", "northern news agency", "harbour lights", "fjord", "mr post"}
    assert _media(labels, frozenset({"harbour lights", "fjord", "mr post"})) == {
        "northern news agency",
        "harbour lights",
        "fjord",
    }
    assert _media({"ms rowe", "baltic review"}, frozenset()) == {"baltic review"}
    assert _media({"ms rowe", "harbour lights"}, frozenset({"harbour lights"})) == set()


def test_a_question_of_an_american_transcript_has_no_colon() -> None:
    text = "MS ROWE: No.\n\nQ Is it over?\n\nMS ROWE: Yes.\n\nQ “When?”\n\nMS ROWE: Quite soon."
    assert [text[slice(*turn.content)] for turn in find_turns(text)][1::2] == ["Is it over?", "“When?”"]
    assert find_turns("Q fever is back.\n\nIt is over.") == []


def test_labels_that_never_come_back_are_a_list() -> None:
    assert find_turns("Place: Geneva.\n\nDate: Monday.\n\nTopic: Grain.") == []


def test_a_sentence_with_a_colon_is_no_turn() -> None:
    assert find_turns("He said this: go.\n\nShe said that: stay.\n\nHe said this: come.") == []


def test_a_question_without_a_label_is_not_of_the_answer_before_it() -> None:
    answers = ["Not yet.\n\nThey have to wait.", "We agreed. Is that not enough?", "Nothing."]
    text = "Ms Rowe, is it over?\n\n" + "\n\nAnd what comes next?\n\n".join(f"Rowe: {answer}" for answer in answers)
    assert [text[slice(*turn.content)] for turn in find_turns(text)] == answers
    two = text.replace("And what comes next?\n\n", "Lund: Why?\n\nAnd what comes next?\n\n")
    assert text[slice(*find_turns(text)[0].content)] + "\n\nLund: Why?" in two  # of two with labels each goes on
    assert two[slice(*find_turns(two)[1].content)] == "Why?\n\nAnd what comes next?"


def test_who_is_labelled_in_full_and_then_by_the_surname_is_one() -> None:
    text = (
        "Why now?\n\nDana Rowe: It was time.\n\nYou had help.\n\nRowe: From nobody.\n\nNot even then.\n\n"
        "And the port?\n\nRowe: It is open.\n\nWill it stay so?\n\nRowe: Yes.\n\nDana Rowe spoke in Oslo."
    )
    turns = find_turns(text)
    assert [text[slice(*turn.content)] for turn in turns] == [
        "It was time.",
        "From nobody.\n\nNot even then.",
        "It is open.",
        "Yes.",
    ]
    asked = ["Why now?", "You had help.", "And the port?", "Will it stay so?"]
    assert [text[slice(*turn.question)] for turn in turns if turn.question] == asked


def test_who_asks_once_beside_two_newspapers_is_a_third() -> None:
    labels = {"ms rowe", "northern news agency", "harbour times", "fjord"}
    assert "fjord" in _media(labels, frozenset(), frozenset({"fjord"}))
    assert "fjord" not in _media(labels - {"harbour times"}, frozenset(), frozenset({"fjord"}))


def test_a_verbatim_record_has_the_state_behind_each_name() -> None:
    text = (
        "Mr. Diarra (Mali): I thank the President. Mali cannot accept it.\n\n"
        "Ms. Dahl (Norway) (spoke in French): We regret that.\n\n"
        "Mr. Diarra (Mali): Mali has nothing to add.\n\n"
        "The President: I shall now suspend the meeting."
    )
    assert [text[slice(*turn.label)] for turn in find_turns(text)] == [
        "Mr. Diarra",
        "Ms. Dahl",
        "Mr. Diarra",
        "The President",
    ]
    assert text[slice(*find_turns(text)[1].content)] == "We regret that."
