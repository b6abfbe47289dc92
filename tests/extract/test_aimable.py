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
