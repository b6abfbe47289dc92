"""What is told a house, a court or a congress is said on the day on which it is told to have sat. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

VOTED = "The senate voted on Tuesday to close the harbour, by 31 votes to 12.\n\n"
PANEL = "A former harbour master told a committee of parliament on Tuesday that the gates had rusted.\n\n"
RULED = "A court in Bergen on Tuesday convicted two skippers of smuggling.\n\n"
TRIED = "The trial of two skippers opened in Bergen on Tuesday.\n\n"
MET = "Fisheries ministers of nine states adopted a plan for herring on Tuesday.\n\n"
FEAST = "Norway opened a bridge to the island on Tuesday.\n\n"


def last(line: Line, text: str) -> str | None:
    """When the last statement is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    one = [each for each in line.extraction(article).statements if each.parent is None][-1]
    return one.time.value if one.time else None


@pytest.mark.parametrize(
    "text",
    [
        VOTED + '"It is a surrender," the fisheries minister, Tor Moen, told the chamber.',
        VOTED + "Fisheries Minister Tor Moen told senators that it was a surrender.",
        VOTED + 'Fisheries Minister Tor Moen told the house that it was late. "It is a surrender," he said.',
        PANEL + "Tor Moen, who owns the yard, told the committee that nobody had asked him.",
        RULED + "The court found that the two had sold cod without papers.",
        "The Supreme Court ruled on Tuesday on cod.\n\nThe Supreme Court found that two had no papers.",
        RULED + "Judge Mara Dahl said that the two had sold cod without papers.",
        TRIED + "Prosecutor Mara Dahl said that the two had sold cod without papers.",
        TRIED + "The defence lawyer, Tor Moen, said that the papers were in order.",
        MET + '"The herring will wait no longer," Norway\'s minister, Tor Moen, told delegates.',
        FEAST + "Mayor Tor Moen said at the ceremony that the island had waited since the war.",
        FEAST + "Mayor Tor Moen said in his opening speech that the island had waited since the war.",
        FEAST + '"We waited for this since the war," Mayor Tor Moen told the guests.',
    ],
)
def test_those_who_sat_are_told_it_on_their_day(line: Line, text: str) -> None:
    assert last(line, text) == "2024-05-07"


@pytest.mark.parametrize(
    "text",
    [
        VOTED + "Fisheries Minister Tor Moen told the parliament in Riga that it was a surrender.",
        VOTED + "Fisheries Minister Tor Moen has told the chamber that it was a surrender.",
        VOTED + "Fisheries Minister Tor Moen told a committee that it was a surrender.",
        VOTED + "Fisheries Minister Tor Moen told the minister of trade that it was a surrender.",
        VOTED + "On Monday police closed the road. Fisheries Minister Tor Moen told the chamber it was a surrender.",
        "The council closed the harbour on Tuesday.\n\nTor Moen told parliament that it was a surrender.",
        "A senator was arrested on Tuesday.\n\nTor Moen told the house that it was a surrender.",
        "Mara Dahl's party won the vote on Tuesday.\n\nTor Moen told parliament that it was a surrender.",
        "A leader of farmers was arrested on Tuesday.\n\nTor Moen told the forum that trade was growing.",
        "The committee heard from two experts on Tuesday.\n\nTor Moen told the board of his firm that it was late.",
        "Police arrested a man on Tuesday.\n\nMayor Tor Moen said at the opening that the museum was a gift.",
        "The board met on Tuesday.\n\nTor Moen told the committee that it was late.",
        RULED + "The Supreme Court said that the law was weak.",
        RULED + "A judge in another case said that the law was weak.",
        TRIED + "Human rights lawyer Tor Moen said that the law was weak.",
        FEAST + "Mayor Tor Moen said at a ceremony in Oslo that the island had waited since the war.",
        FEAST + "Mayor Tor Moen said that the island had been promised it at the signing.",
        RULED + "Tor Moen told the court that his papers had been in order.",
        RULED + "The justice minister, Tor Moen, said that the law would be changed.",
        RULED + "The attorney general, Tor Moen, said that the law would be changed.",
        RULED + "A retired judge, Tor Moen, said that the law would be changed.",
    ],
)
def test_others_may_have_heard_it_on_another_day(line: Line, text: str) -> None:
    assert last(line, text) is None
