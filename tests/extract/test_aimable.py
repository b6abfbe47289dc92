"""At whom the network may hold something to be aimed: it is made up here. All people are invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import ACTS, SAYINGS, Act, Article


class Sure:
    """A network that holds a plain saying to be aimed at somebody, rather at who is named earlier."""

    def acts(self, cue: Sequence[int], content: Sequence[int]) -> dict[Act, float]:
        return {act: float(act == "say") for act in ACTS}

    def aims(self, cue: Sequence[int], content: Sequence[int], among: Sequence[Sequence[int]]) -> list[float]:
        return [50.0 - name[0] for name in among]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("that a letter had gone out to a Danish colleague", "a Danish colleague"),
        ("that nothing had come from a Danish minister", "a Danish minister"),
        ("that the Danish veto still stood", "Danish"),
    ],
)
def test_nothing_is_aimed_at_the_state_that_only_tells_where_somebody_is_from(
    annotator: Annotator, said: str, whom: str
) -> None:
    article = Article(id="a", text=f"Mara Ellingsen said {said}.", published="2024-05-09")
    doc = annotator.annotate(article)
    doc.user_data[SAYINGS] = Sure()
    (one,) = extract(doc, article).statements
    targets = [item.mention for item in one.about if item.role == "target"]
    assert [article.text[each.start : each.end] for each in targets] == [whom]


@pytest.mark.parametrize(
    ("text", "speakers", "whom"),
    [
        ("Marit Dahl, accused of taking bribes, left the country on Monday.", [None], ["Marit Dahl"]),
        ("Marit Dahl left the cabinet in 2010 after being accused of taking bribes.", [None], ["Marit Dahl"]),
        (
            "Both Marit Dahl and Kari Moen were former ministers and accused of taking bribes.",
            [None],
            ["Marit Dahl", "Kari Moen"],
        ),
        # Whosever associates they are, they answer for themselves.
        ("Prosecutors in Oslo charged four of Marit Dahl's associates with fraud.", ["Prosecutors in Oslo"], []),
        ("Prosecutors in Oslo charged Marit Dahl with fraud.", ["Prosecutors in Oslo"], ["Marit Dahl"]),
        # Nobody is to blame for what is done to him.
        ("Kari Moen said Marit Dahl was being treated unfairly.", ["Kari Moen"], []),
        ("Kari Moen said Marit Dahl had treated the crew unfairly.", ["Kari Moen"], ["Marit Dahl"]),
    ],
)
def test_who_is_accused_is_whom_it_is_done_to_and_not_to_whom_something_else_is(
    annotator: Annotator, text: str, speakers: list[str | None], whom: list[str]
) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    found = [each for each in extract(annotator.annotate(article), article).statements if each.act != "say"]
    told = [each.speaker.mention for each in found]
    assert [text[each.start : each.end] if each is not None else None for each in told] == speakers
    targets = [item.mention for each in found for item in each.about if item.role == "target"]
    assert [text[each.start : each.end] for each in targets] == whom
