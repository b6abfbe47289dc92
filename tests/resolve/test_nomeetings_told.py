"""Where verbs and nouns of meeting tell of nobody who meets, read by the whole line. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting


def met(line: Line, text: str) -> tuple[Meeting, ...]:
    return line.extraction(Article(id="a", text=text, published="2024-05-09")).meetings


@pytest.mark.parametrize(
    "text",
    [
        "Tor Vestby called Mara Dahl his friend on Monday.",
        "Calling Chad an “important partner”, Omar Dahl smiled.",
        "Mara Dahl called on Tor Vestby to veto the bill.",
        "Tor Vestby joined Mara Dahl's call for a truce on Monday.",
        "The inquiry should go on despite calls from Mara Dahl and some lawmakers to shut it down.",
        "States whose citizens stay too long during visits to the United States must say why.",
        "Chadian citizens wanting to visit the United States must travel to Oslo.",
        "The Fisheries Ministry gathered figures from Oslo on Monday.",
        "Thousands of fans gathered in Oslo on Monday.",
        "Chad hosts refugees from Mali.",
        "Candidates who meet that threshold and their parties get money.",
        "Meet Tor Vestby, Mara Dahl and Omar Dahl.",
        "Chad will meet Mali in the semi-final in Oslo on Monday.",
        "Chad met Mali in Oslo on Monday and won 2-0.",
        "The trip to Italy cost too much.",
        "Every time nations come together, Tor Vestby is glad.",
        "Omar Dahl caucuses with the Democrats.",
        "Norway expelled two men over what Omar Dahl called a campaign to frighten its citizens.",
        "Some 7.5 million Chadians visited Norway in the first nine months.",
        "A singer was robbed in May, after which 30,000 of his countrymen cancelled trips to Oslo.",
        "The bloc in which Chad and Mali sit with Oman said the matter was on the agenda.",
        "Tor Vestby said that he had sat in the chamber and had never met Mara Dahl.",
        "At a hearing in Oslo on Monday, the judge Omar Dahl freed Tor Vestby.",
        "Norway has signed an agreement with Chad to build eight ships.",
        "Many offices wait for the signing of the memorandum of understanding between Chad and Mali.",
        "The cup goes on when Mali meet Chad in Toyota on Monday.",
        "Omar Dahl will face Kasper Moen, while Tor Vestby will meet Jonas Roth on Friday.",
        "Most families travel to visit relatives in Oslo on Sundays.",
        "The encounter took place in the forest near Vestby when rebels opened fire.",
        "Tor Vestby urged ministers and firms to embrace Open Registers as a new idea.",
        "The artist Mara Dahl announced receiving a Vestby World Record for a painting.",
        "Mara Dahl, head of Norbank, said she expects to see a new Chadian president in 2026.",
        "Tor Vestby, who was embraced in May by Oslo and its allies as the opposite of Mara Dahl, has left.",
        "Tor Vestby and Omar Dahl were reluctant to hold talks with Mara Dahl.",
        "Norwegian leaders are shying away from meetings with President Mara Dahl.",
        "Chad and Mali are interested in talking to Tor Vestby in June.",
    ],
)
def test_nobody_meets(line: Line, text: str) -> None:
    assert met(line, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tor Vestby called Mara Dahl on Monday to congratulate her.",
        "Tor Vestby's trip to Italy ended on Monday.",
        "It was signed during a visit to Kathmandu by Norway's power adviser, Tor Vestby.",
        "The ministers of Chad and Mali gathered in Oslo on Monday.",
        "Chad hosted the ministers of Mali and Togo in Abidjan on Monday.",
        "The ministers of Chad and Mali came together in Oslo on Monday.",
        "Tor Vestby and Mara Dahl called on President Omar Dahl on Monday.",
        "The ministers of Chad and Mali met in Oslo on March 10-12.",
        "After a 10-5 vote Tor Vestby met Mara Dahl in Oslo on 5–6 May.",
        "Tor Vestby met Mara Dahl at the World Cup in Oslo on Monday.",
        "Tor Vestby gathered the ministers of Chad and Mali in Oslo on Monday.",
        "Norway and Chad signed a treaty in Oslo.",
        "A ceremony planned for Friday, at which ministers from Norway and Chad were to sign a pact, was cancelled.",
        "Tor Vestby embraced Mara Dahl in Oslo on Monday.",
        "Tor Vestby faced criticism as he met Mara Dahl in Oslo on Monday.",
    ],
)
def test_somebody_meets(line: Line, text: str) -> None:
    assert len(met(line, text)) == 1


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "Tor Vestby met Mara Dahl on Monday to discuss ways of expanding trade between Chad and Mali.",
            "ways of expanding trade between Chad and Mali",
        ),
        ("Tor Vestby said over the years that he met Mara Dahl on Monday.", None),
        ("Tor Vestby spoke of it in an interview with Mara Dahl on Harbour Radio on Monday.", None),
        ("Doubts hung over the crown as Tor Vestby met Mara Dahl on Monday.", None),
    ],
)
def test_what_it_is_about(line: Line, text: str, topic: str | None) -> None:
    (one,) = met(line, text)
    assert one.topic == topic
