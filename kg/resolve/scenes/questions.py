"""Questions: what somebody is asked right before he answers is asked him, then and there where he answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Statement
from kg.resolve.scenes.sentences import sentence_of


def answered(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The same; each question of nobody in particular with the time and the place of the answer in its sentence.

    "Asked whether the gate would open, she said in Oslo on Monday that it was for the army to decide." Who replies to
    whoever asks is asked: "Dahl asked who would pay. Moen replied that nobody would."

    Args:
        statements: of one article, in text order.
    """
    for number, one in enumerate(statements):
        if one.act != "ask" or one.parent is not None:
            yield one
            continue
        after = (each for each in statements[number + 1 :] if each.parent is None)
        answer = next(after, None)
        if answer is None or answer.speaker.entity is None:
            yield one
        elif one.speaker.entity is not None:
            heard = any(each.actor == one.speaker.entity for each in answer.addressees)
            told = heard and not one.addressees and not answer.cue.lemma.endswith(":")  # a turn is an interview's
            asked = answer.speaker.mention if told else None
            yield one if asked is None else replace(one, addressees=(asked,))
        elif one.time is None and one.place is None and sentence_of(answer) == sentence_of(one):
            yield replace(one, time=answer.time, place=answer.place)
        else:
            yield one
