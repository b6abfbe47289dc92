"""Days that a clause takes up from before it, and days that are none of its saying. All is invented."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Article


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize(
    ("text", "cue", "when"),
    [
        ("The flights were the first since March, when Norway said that it had closed the base.", "said", "2024-03"),
        ("Denmark lost the case in 2021, when a court in Oslo ruled that the ban was illegal.", "ruled", "2021"),
        (
            "The army killed 17 herders in February. It said at the time that those killed were fighters.",
            "said",
            "2024-02",
        ),
        (
            "Tuva Dahl, who had welcomed the plan as recently as March, said she no longer trusted it.",
            "welcomed",
            "2024-03",
        ),
        (
            "Chad asked judges at the Criminal Court on Tuesday to order Mali to stop mining, saying it hurt.",
            "saying",
            "2024-05-07",
        ),
        (
            "The union has threatened to blockade the Harbour Bridge on Saturday unless the contract is frozen.",
            "threat",
            None,
        ),
        (
            "The ferry sank on Tuesday. Earlier in the day, Tuva Dahl rejected a report that it was old.",
            "rejected",
            "2024-05-07",
        ),
        ("People close to Tuva Dahl suggested last night that she would go.", "suggested", "2024-05-08"),
        ("Chad accused Mali on Tuesday of spying, while Norway said that it was a mistake.", "said", "2024-05-07"),
        ("Tuva Dahl said on Tuesday that it was late, prompting Chad to threaten a boycott.", "threaten", "2024-05-07"),
        ("Chad accused Mali on Tuesday of spying, a charge that Norway rejected as absurd.", "rejected", None),
        ("Tuva Dahl, who only last week dismissed the plan as a joke, now praised it.", "dismissed", "2024-W18"),
        ("Chad proposed working-level talks in March, but Mali has not replied.", "proposed", "2024-03"),
        (
            "Chad voted on Tuesday. Tuva Dahl claimed victory shortly after midnight in the town hall.",
            "claimed",
            "2024-05-07",
        ),
        ("Mali said on Tuesday that it had paid, while Chad said that it was lying.", "said", "2024-05-07"),
        ("Tuva Dahl does not expect a nuclear test this year.", "expect", None),
        ('"It is never over," said Tuva Dahl, a trader, as she packed her stall on Tuesday.', "said", "2024-05-07"),
        ("Tuva Dahl used her speech on Tuesday to call for a truce.", "call", "2024-05-07"),
        ("Tuva Dahl, visiting Bern on Tuesday, called the plan a mistake.", "called", "2024-05-07"),
        ("Others hoped that Chad would change its mind, as it did in 2021.", "hoped", None),
        ("The two ministers last met in March in Bern, where they agreed to a pact.", "agreed", "2024-03"),
        ("At the last round, held in Bern in March, the two sides agreed to a pact.", "agreed", "2024-03"),
        (
            "The ship sank on Tuesday. Visiting crews in Bern the same day, Tuva Dahl said it was old.",
            "said",
            "2024-05-07",
        ),
        ("Diplomats said Tuva Dahl insisted late Tuesday that the word be struck out.", "said", None),
        (
            "Tuva Dahl spoke on Tuesday. Jon Moen replied the next day that he saw no reason to go.",
            "replied",
            "2024-05-08",
        ),
        ("Tuva Dahl condemned last week's attack on the port and expressed sympathy with the crew.", "expressed", None),
        ("Tuva Dahl told Tuesday's session of the council that she was sorry.", "told", "2024-05-07"),
        ("The diplomats said the ministry had pushed for the deal since last summer.", "pushed", None),
        ("Tuva Dahl resigned on Tuesday. Earlier that same day, Jon Moen rejected the plan.", "rejected", "2024-05-07"),
        ("Tuva Dahl resigned on Tuesday. Half an hour later, Jon Moen rejected the plan.", "rejected", "2024-05-07"),
        ("Norway has condemned the raid in a statement issued on Tuesday.", "condemned", "2024-05-07"),
        ("Norway has threatened to close the port on Tuesday.", "threatened", None),
        ("Last week Jon Moen spoke of a delay and Chad has also suggested a later vote.", "suggested", None),
        (
            "A rally against the tax drew thousands on Tuesday. The police looked on. “No,” Tuva Dahl told the crowd.",
            "told",
            "2024-05-07",
        ),
        ("Jon Moen was shot on Tuesday. The police looked on. “We will stay,” Tuva Dahl told the crowd.", "told", None),
    ],
)
def test_when_it_is_said(annotator: Annotator, text: str, cue: str, when: str | None) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    statements = extract(annotator.annotate(article), article).statements
    times = [one.time.value if one.time else None for one in statements if cue in text[slice(*one.cue.span)]]
    assert times[:1] == [when]
