"""Posts that papers cut short, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article
from tests.resolve.test_speakers_told import says


@pytest.mark.parametrize(("post", "cut"), [("Prime Minister", "PM"), ("Foreign Minister", "FM")])
def test_a_post_cut_short_is_its_holder(line: Line, post: str, cut: str) -> None:
    text = f"{post} Solveig Dahlby received the envoys in Bergen. “The road will be open by May,” added the {cut}."
    assert says(line, "The road will be open", text) == "person/solveig-dahlby"


def test_the_time_of_day_is_nobody(line: Line) -> None:
    found = line.extraction(
        Article(id="a", text="The talks in Bergen began at 5 PM on Monday.", published="2024-05-09")
    )
    assert not [one for one in found.entities if one.id.startswith(("person/", "organization/"))]
