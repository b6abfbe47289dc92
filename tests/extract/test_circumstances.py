"""When it is said, as the clause of the cue and the dates before tell."""

from __future__ import annotations

from kg.extract import extract
from kg.model import Article
from tests.extract.docs import doc_of

NEXT_DAY = """
On IN on 2 case
Thursday NNP thursday 4 obl
Moen NNP moen 4 nsubj
left VBD leave 0 ROOT
; : ; 4 punct
the DT the 8 det
next JJ next 8 amod
day NN day 10 obl:tmod
Dahl NNP dahl 10 nsubj
accused VBD accuse 4 parataxis
Chad NNP chad 10 obj
of IN of 13 mark
stalling VBG stall 10 advcl
. . . 4 punct
"""

MONDAY = """
After IN after 4 case
Monday NNP monday 4 nmod:poss
's POS 's 2 case
vote NN vote 6 obl
Dahl NNP dahl 6 nsubj
accused VBD accuse 0 ROOT
Chad NNP chad 6 obj
of IN of 9 mark
stalling VBG stall 6 advcl
. . . 6 punct
"""


def said(tree: str, dates: tuple[str, ...]) -> str | None:
    """When the only statement is said, in an article of Sunday, 19 February 2017."""
    names = {"Dahl": "PER", "Chad": "LOC"} | dict.fromkeys(dates, "DATE")
    doc = doc_of(tree, names=names, roles={"Dahl": "SOURCE", "accused": "CUE", "Chad of stalling": "CONTENT"})
    (statement,) = extract(doc, Article(id="a", text=doc.text, published="2017-02-19")).statements
    return statement.time.value if statement.time else None


def test_the_next_day_follows_the_day_that_was_told_before() -> None:
    assert said(NEXT_DAY, ("Thursday", "the next day")) == "2017-02-17"


def test_the_next_day_of_no_day_is_refused() -> None:
    assert said(NEXT_DAY, ("the next day",)) is None


def test_what_is_said_after_a_vote_is_not_said_on_its_day() -> None:
    assert said(MONDAY, ("Monday",)) is None
    assert said(MONDAY.replace("After IN after", "In IN in"), ("Monday",)) == "2017-02-13"
