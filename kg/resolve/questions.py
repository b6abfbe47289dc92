"""Questions: what somebody is asked right before he answers is asked when and where he answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Statement
from kg.resolve.sentences import sentence_of


def answered(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The same, each question of nobody in particular with the time and the place of the answer in its sentence.

    "Asked whether the gate would open, she said in Oslo on Monday that it was for the army to decide."

    Args:
        statements: of one article, in text order.
    """
    for number, one in enumerate(statements):
        if (
            one.act == "ask"
            and one.speaker.entity is None
            and one.parent is None
            and one.time is None
            and one.place is None
        ):
            own = sentence_of(one)
            after = (each for each in statements[number + 1 :] if each.parent is None)
            answer = next(after, None)
            if answer is not None and sentence_of(answer) == own and answer.speaker.entity is not None:
                one = replace(one, time=answer.time, place=answer.place)
        yield one
