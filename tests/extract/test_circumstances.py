"""When it is said, as the clause of the cue and the dates before tell."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.whereabouts import place_of
from kg.extract.syntax.quotes import Quotes
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

TOLD_THEN = """
Dahl NNP dahl 2 nsubj
told VBD tell 0 ROOT
us PRP we 2 obj
on IN on 5 case
Thursday NNP thursday 8 obl
that IN that 8 mark
Chad NNP chad 8 nsubj
stalled VBD stall 2 ccomp
. . . 2 punct
"""

CAME_AFTER = """
It PRP it 2 nsubj
came VBD come 0 ROOT
after IN after 7 mark
Dahl NNP dahl 7 nsubj
on IN on 6 case
Thursday NNP thursday 2 obl
accused VBD accuse 2 advcl
Chad NNP chad 7 obj
of IN of 10 mark
stalling VBG stall 7 advcl
. . . 2 punct
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


PAST = """
Dahl NNP dahl 3 nsubj
has VBZ have 3 aux
invited VBN invite 0 ROOT
Chad NNP chad 3 obj
to IN to 6 case
talks NNS talk 3 obl
on IN on 8 case
Friday NNP friday 3 obl
. . . 3 punct
"""

SHARED = """
Dahl NNP dahl 2 nsubj
said VBD say 0 ROOT
on IN on 4 case
Tuesday NNP tuesday 2 obl
it PRP it 6 nsubj
left VBD leave 2 ccomp
, , , 8 punct
blaming VBG blame 2 advcl
Chad NNP chad 8 obj
. . . 2 punct
"""


def of_cue(tree: str, cue: str, content: str, day: str) -> str | None:
    """When the statement with this cue is said, in an article of Sunday, 19 February 2017."""
    roles = {"Dahl": "SOURCE", cue: "CUE", content: "CONTENT"}
    doc = doc_of(tree, names={"Dahl": "PER", "Chad": "LOC", day: "DATE"}, roles=roles)
    found = extract(doc, Article(id="a", text=doc.text, published="2017-02-19")).statements
    one = next(one for one in found if doc.text[slice(*one.cue.span)].endswith(cue))
    return one.time.value if one.time else None


def test_what_has_been_said_was_not_said_after_publication() -> None:
    had = PAST.replace("has VBZ", "had VBD")
    march = had.replace("Friday NNP friday", "tomorrow NN tomorrow")
    assert of_cue(march, "invited", "Chad to talks", "tomorrow") is None
    assert of_cue(had, "invited", "Chad to talks", "Friday") == "2017-02-17"


def test_the_present_perfect_goes_with_no_day_that_is_over() -> None:
    assert of_cue(PAST, "invited", "Chad to talks", "Friday") is None


def test_a_participle_shares_the_day_of_the_verb_it_hangs_on() -> None:
    assert of_cue(SHARED, "blaming", "Chad", "Tuesday") == "2017-02-14"


# The day is that of the first of two verbs that go on, whichever of them the tree has above the other.
GOING_ON = """
On IN on 2 case
Tuesday NNP tuesday 4 obl
Dahl NNP dahl 6 nsubj
left VBD leave 6 advcl
, , , 4 punct
waved VBD wave 0 ROOT
and CC and 8 cc
accused VBD accuse 6 conj
Chad NNP chad 8 obj
of IN of 11 mark
stalling VBG stall 8 advcl
. . . 6 punct
"""


@pytest.mark.parametrize(
    ("first", "second", "subject"), [("6 advcl", "0 ROOT", "6"), ("6 advcl", "0 ROOT", "8"), ("0 ROOT", "4 advcl", "4")]
)
def test_verbs_that_go_on_share_the_day_however_they_hang(first: str, second: str, subject: str) -> None:
    tree = GOING_ON.replace("leave 6 advcl", f"leave {first}").replace("wave 0 ROOT", f"wave {second}")
    tree = tree.replace("dahl 6 nsubj", f"dahl {subject} nsubj")
    assert of_cue(tree, "accused", "Chad of stalling", "Tuesday") == "2017-02-14"


# "Dahl promised to meet Chad on Friday", where the tree hangs the day on the promise.
PROMISED = """
Dahl NNP dahl 2 nsubj
promised VBD promise 0 ROOT
to TO to 4 mark
meet VB meet 2 xcomp
Chad NNP chad 4 obj
on IN on 7 case
Friday NNP friday 2 obl
. . . 2 punct
"""


def test_the_day_behind_what_is_promised_is_that_of_the_deed() -> None:
    assert of_cue(PROMISED, "promised", "to meet Chad", "Friday") is None
    named = PROMISED.replace("to TO to 4 mark\nmeet VB meet 2 xcomp", "two CD two 4 nummod\ngrants NNS grant 2 obj")
    assert of_cue(named.replace("Chad NNP chad 4 obj", "Chad NNP chad 4 nmod"), "promised", "two grants Chad", "Friday")


# "Moen ended it on Tuesday without agreeing, though Dahl accused Chad", which the tree may hang on either verb.
THOUGH = """
Moen NNP moen 2 nsubj
ended VBD end 0 ROOT
it PRP it 2 obj
on IN on 5 case
Tuesday NNP tuesday 2 obl
without IN without 7 mark
agreeing VBG agree 2 advcl
, , , 7 punct
though IN though 11 mark
Dahl NNP dahl 11 nsubj
accused VBD accuse 7 advcl
Chad NNP chad 11 obj
of IN of 14 mark
stalling VBG stall 11 advcl
. . . 2 punct
"""


@pytest.mark.parametrize("above", ["7", "2"])
def test_what_is_said_meanwhile_shares_the_day_of_the_finite_verb(above: str) -> None:
    assert (
        of_cue(THOUGH.replace("accuse 7", f"accuse {above}"), "accused", "Chad of stalling", "Tuesday") == "2017-02-14"
    )


# "Moen said Mali had left on Tuesday and that Dahl had accused Chad".
AND_THAT = """
Moen NNP moen 2 nsubj
said VBD say 0 ROOT
Mali NNP mali 5 nsubj
had VBD have 5 aux
left VBN leave 2 ccomp
on IN on 7 case
Tuesday NNP tuesday 5 obl
and CC and 12 cc
that IN that 12 mark
Dahl NNP dahl 12 nsubj
had VBD have 12 aux
accused VBN accuse 5 conj
Chad NNP chad 12 obj
of IN of 15 mark
stalling VBG stall 12 advcl
. . . 2 punct
"""


@pytest.mark.parametrize("above", ["5 conj", "2 ccomp"])
def test_what_that_opens_again_has_no_day_of_what_was_told_before(above: str) -> None:
    tree = AND_THAT.replace("accuse 5 conj", f"accuse {above}")
    assert of_cue(tree, "accused", "Chad of stalling", "Tuesday") is None


# "Dahl reported sinking ships off Chad this month", which a reading may have as one content.
TAKEN_IN = """
Dahl NNP dahl 2 nsubj
reported VBD report 0 ROOT
sinking VBG sink 4 amod
ships NNS ship 2 obj
off IN off 6 case
Chad NNP chad 4 nmod
this DT this 8 det
month NN month 2 obl:unmarked
. . . 2 punct
"""


@pytest.mark.parametrize("content", ["sinking ships off Chad", "sinking ships off Chad this month"])
def test_a_day_behind_what_is_reported_is_of_the_reporting(content: str) -> None:
    assert of_cue(TAKEN_IN, "reported", content, "this month") == "2017-02"


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize(
    ("text", "cue", "time"),
    [
        ("Moen expected a reply by Tuesday.", "expected", None),
        ("According to a report dated May 3, commanders in Goma had asked for help.", "According to", "2024-05-03"),
        ("According to a report dated May 3, commanders in Goma had asked for help.", "asked", None),
        ("According to a study that she published on Monday, it would cost too much.", "According to", "2024-05-06"),
        ("Talks were called off in April after the army said that Moen was ill.", "said", "2024-04"),
        ("In a seminar on Monday to mark the day, Mara Moen said that the port was closed.", "said", "2024-05-06"),
        ("Mara Moen said that the ban on Monday was a mistake.", "said", None),
        (
            "Chad on Monday accused Togo of theft at a border post, a charge that Togo rejected.",
            "rejected",
            "2024-05-06",
        ),
        ("Togo was shelled on Monday, and there was a charge that Chad rejected.", "rejected", None),
        ("The vote came after Mara Moen told reporters on Monday that the port was closed.", "told", "2024-05-06"),
        ("Mara Moen told Chad on Monday that Togo had said that the port was closed.", "said", None),
        ("Mara Moen Monday said that the port was closed.", "said", "2024-05-06"),
        ('"It is late," Mara Moen wrote on Facebook Monday night.', "wrote", "2024-05-06"),
        ("Talks were called off on Monday after the army said that Moen was ill.", "said", None),
    ],
)
def test_when_it_is_said(annotator: Annotator, text: str, cue: str, time: str | None) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    said = extract(annotator.annotate(article), article).statements
    (one,) = (one for one in said if text[slice(*one.cue.span)].endswith(cue))
    assert (one.time.value if one.time else None) == time


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"It is late," Mara Moen said by telephone from Oslo.', "Oslo"),
        ("Trade Minister Mara Moen, who is in Oslo for a meeting of bankers, warned that it was late.", "Oslo"),
        ("Trade Minister Mara Moen, who lives in Oslo, warned that it was late.", None),
        ("Mara Moen said that she had heard from Oslo.", None),
        ("Mara Moen met bankers in Oslo and in a tweet wrote that it was late.", None),
        ("Mara Moen tweeted from Oslo that it was late.", "Oslo"),
    ],
)
def test_where_somebody_phones_from_or_is(annotator: Annotator, text: str, place: str | None) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    (one,) = extract(annotator.annotate(article), article).statements
    assert (text[one.place.start : one.place.end] if one.place else None) == place


def test_a_day_in_what_is_told_of_the_speaker_is_not_that_of_what_he_goes_on_to_say(annotator: Annotator) -> None:
    text = (
        "Former Ohio Gov. Tom Harwick, who served as general chairman of the party during the 2000 election, agreed "
        "that the rules were old, but he said that discussion should wait until after the vote. “There is no hurry,” "
        "he said."
    )
    article = Article(id="a", text=text, published="2024-05-09")
    assert [one.time for one in extract(annotator.annotate(article), article).statements] == [None, None, None]


def test_what_somebody_failed_on_a_day_to_do_was_not_done_then() -> None:
    tree = """
    Dahl NNP dahl 2 nsubj
    refused VBD refuse 0 ROOT
    on IN on 4 case
    Friday NNP friday 2 obl
    to TO to 6 mark
    accuse VB accuse 2 xcomp
    Chad NNP chad 6 obj
    of IN of 9 mark
    stalling VBG stall 6 advcl
    """
    names = {"Dahl": "PER", "Chad": "LOC", "Friday": "DATE"}
    doc = doc_of(tree, names=names, roles={"Dahl": "SOURCE", "accuse": "CUE", "Chad of stalling": "CONTENT"})
    (statement,) = extract(doc, Article(id="a", text=doc.text, published="2017-02-19")).statements
    assert statement.time is not None
    assert statement.time.value == "2017-02-17"


def test_a_state_before_its_capital_is_no_place(annotator: Annotator) -> None:
    text = (
        "President Luisa Moen said on Monday that her economy minister would travel to Washington this week.\n\n"
        "The minister, Mario Dahl, said on Tuesday after arriving in the U.S. capital that he was optimistic."
    )
    article = Article(id="a", text=text, published="2024-05-09")
    last = extract(annotator.annotate(article), article).statements[-1]
    assert last.time is not None
    assert last.time.value == "2024-05-07"
    assert last.place is None or text[last.place.start : last.place.end] != "U.S."


def test_a_text_may_begin_with_who() -> None:
    doc = doc_of("Who WP who 2 nsubj\nsaid VBD say 0 ROOT\nso RB so 2 advmod")
    one = Link(cue=[doc[1]], head=doc[1], score=1.0, source=[doc[0]], speaker=doc[0], contents=[[doc[2]]])
    assert place_of(one, Mentions(doc, Quotes(doc.text, ()))) is None


def test_where_it_happened_that_somebody_speaks_of_he_need_not_speak(annotator: Annotator) -> None:
    text = "Luisa Moen spoke out about the death of Mario Dahl in Tulsa, Oklahoma, arguing that the police were late."
    article = Article(id="a", text=text, published="2024-05-09")
    said = extract(annotator.annotate(article), article).statements
    assert [one.cue.lemma for one in said] == ["speak", "argue"]
    assert {one.place for one in said} == {None}


def test_a_day_before_the_cue_is_its_own_whatever_it_hangs_on() -> None:
    assert said(CAME_AFTER, ("Thursday",)) == "2017-02-16"


@pytest.mark.parametrize(("begins", "when"), [("that", "2017-02-16"), ("as", None)])
def test_a_day_before_what_is_said_is_of_the_saying_whatever_it_hangs_on(begins: str, when: str | None) -> None:
    tree = TOLD_THEN.replace("that IN that", f"{begins} IN {begins}")
    roles = {"Dahl": "SOURCE", "told": "CUE", f"on Thursday {begins} Chad stalled": "CONTENT"}
    doc = doc_of(tree, names={"Dahl": "PER", "Chad": "LOC", "Thursday": "DATE"}, roles=roles)
    (statement,) = extract(doc, Article(id="a", text=doc.text, published="2017-02-19")).statements
    assert (statement.time.value if statement.time else None) == when
