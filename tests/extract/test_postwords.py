"""The post among the words of a title or a description."""

from __future__ import annotations

import pytest

from kg.extract.relations.postwords import is_held, written


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("new managing director", "managing director"),
        ("longest-serving prime minister", "prime minister"),
        ("first black governor", "governor"),
        ("first secretary", "first secretary"),
        ("first deputy minister", "first deputy minister"),
        ("independent senator", "senator"),
        ("independent counsel", "independent counsel"),
        ("primary rival Sen.", "Senator"),
        ("Lt. Gov.", "Lieutenant Governor"),
        ("Lt Col.", "Lieutenant Colonel"),
        ("Majesty King", "King"),
        ("Highness Sheikh", "Sheikh"),
        ("secretary of state,", "secretary of state"),
        ("nominee fellow", "nominee"),
        ("research fellow", "research fellow"),
        ("popular and corporate speaker", "corporate speaker"),
        ("top", "top"),
        ("New Zealand prime minister", "New Zealand prime minister"),
        ("Conservative Party leader", "Conservative Party leader"),
        ("New President", "President"),
        ("His Royal Highness King", "King"),
    ],
)
def test_what_is_said_of_a_holder_is_no_part_of_the_post(words: str, post: str) -> None:
    assert written(words) == post


@pytest.mark.parametrize(
    ("post", "of_a_body", "held"),
    [
        ("member", True, False),
        ("committee member", True, False),
        ("ranking member", True, True),
        ("Sheikh", False, False),
        ("director", False, True),
    ],
)
def test_whoever_is_a_member_holds_no_post(post: str, of_a_body: bool, held: bool) -> None:
    assert is_held(post, of_a_body) is held
