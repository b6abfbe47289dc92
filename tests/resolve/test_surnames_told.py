"""Whom a surname of several, a description beside a row of names and "the Oslo senator" mean. All are invented."""

from __future__ import annotations

from kg.line import Line
from kg.model import Article, Extraction


def found(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))


def meant(extraction: Extraction, before: str, words: str) -> str | None:
    """Whom these words right after those words mean."""
    start = extraction.article.text.index(before + words) + len(before)
    return next((one.actor for one in extraction.mentions if one.span == (start, start + len(words))), None)


SISTERS = (
    "Vestby clashed with Harkavy.\n\n"
    "Senator Kari Vestby accused Tom Harkavy of greed on Monday. Vestby said the port was lost. "
    "Vestby repeated that the harbour would be sold.\n\n"
    "The list of donors has other prominent names, such as Olav Vestby.\n\n"
    "The senators will vote on Friday. As of Wednesday, Vestby had nine votes."
)


def test_a_surname_stays_with_whom_it_has_meant_where_another_is_named_by_the_way(line: Line) -> None:
    extraction = found(line, SISTERS)
    assert meant(extraction, "As of Wednesday, ", "Vestby") == "person/kari-vestby"


def test_a_surname_of_the_headline_is_whom_the_text_names_in_full_first(line: Line) -> None:
    assert meant(found(line, SISTERS), "", "Vestby") == "person/kari-vestby"


def test_of_two_of_a_surname_a_post_before_it_tells_which(line: Line) -> None:
    text = (
        "Former President Olav Vestby and his wife Kari Vestby opened the museum on Monday.\n\n"
        "Critics said President Vestby had sold the harbour."
    )
    assert meant(found(line, text), "said President ", "Vestby") == "person/olav-vestby"


def test_an_apposition_is_put_beside_the_last_of_a_row(line: Line) -> None:
    text = (
        "The race between Kari Vestby, a former mayor of Bergen, and Tom Harkavy, a U.S. senator from Vermont, "
        "is the first in years."
    )
    extraction = found(line, text)
    assert meant(extraction, "Tom Harkavy, ", "a U.S. senator from Vermont") == "person/tom-harkavy"
    posts = {(one.subject.actor, one.post) for one in extraction.relations if one.predicate == "holds_post"}
    assert ("person/tom-harkavy", "senator") in posts
    assert ("person/kari-vestby", "senator") not in posts


DEBATE = (
    "Kari Vestby campaigned against Sen. Tom Harkavy on Monday.\n\n"
    "Vestby attacked the Vermont senator for his votes. “He was wrong,” Vestby said. "
    "The senator has often defended his record."
)


def test_whoever_attacks_the_senator_is_not_the_senator(line: Line) -> None:
    extraction = found(line, DEBATE)
    assert meant(extraction, "attacked ", "the Vermont senator") == "person/tom-harkavy"
    assert meant(extraction, "said. ", "The senator") == "person/tom-harkavy"


def test_the_senator_of_a_place_is_nobody_who_is_of_another(line: Line) -> None:
    text = (
        "Kari Vestby, the Ohio senator, spoke on Monday. Sen. Tom Harkavy listened.\n\n"
        "Reporters waited outside for the Vermont senator."
    )
    assert meant(found(line, text), "outside for ", "the Vermont senator") == "person/tom-harkavy"


def test_who_is_named_in_full_again_is_not_the_one_of_the_surname(line: Line) -> None:
    text = (
        "A court sentenced Giorgi Lomidze. Lomidze called it a political order.\n\n"
        "The judge said land was sold to his brother, Zurab Lomidze. Zurab Lomidze lives abroad.\n\n"
        "The party said that Lomidze was innocent."
    )
    assert meant(found(line, text), "said that ", "Lomidze") == "person/giorgi-lomidze"


KIN = (
    "Seo Min-jae, a customs officer, was found dead in the port of Busan in May.\n\n"
    "Seo’s older brother, Seo Tae-ho, said the family would go to court. "
    "Their mother, Cho Eun-bi, died on Sunday.\n\n"
    "Cho had never been told of the death. The police said the case was closed.\n\n"
    "“Nobody has told us how he died,” Seo said in an interview on Tuesday.\n\n"
    "The family’s lawyer Cho Hyun-woo said the police had hidden the files.\n\n"
    "“They will have to show them to a judge,” Cho said."
)


def test_a_surname_that_speaks_is_of_kin_the_one_who_has_spoken(line: Line) -> None:
    extraction = found(line, KIN)
    assert meant(extraction, "died,” ", "Seo") == "person/seo-tae-ho"
    assert meant(extraction, "judge,” ", "Cho") == "person/cho-hyun-woo"
    western = (
        "Tom Harkavy, a trawler captain, has been missing since Monday.\n\n"
        "Harkavy’s sister, Jane Harkavy, said the search had begun too late. The coast guard rejected that.\n\n"
        "The navy has sent a helicopter from Bergen.\n\n"
        "“They waited for a day,” Harkavy said."
    )
    assert meant(found(line, western), "day,” ", "Harkavy") == "person/jane-harkavy"


def test_a_surname_that_does_not_speak_stays_with_whom_it_meant(line: Line) -> None:
    text = KIN.replace("“Nobody has told us how he died,” Seo said in an interview on Tuesday", "Seo had two children")
    assert meant(found(line, text), "closed.\n\n", "Seo") == "person/seo-min-jae"


SONS = (
    "President Donald Trump's eldest son, Donald Trump Jr., was in Oslo on Monday. Trump Jr. met the mayor. "
    "Michael Flynn was in Bergen, and so was Michael Flynn, Jr., whom nobody expected. Trump stayed in Washington. "
    "The judge, Tom A. Harkavy Jr., was late. Harkavy left at noon. “So it is,” Tom Harkavy said."
)


def test_a_son_is_not_his_father(line: Line) -> None:
    extraction = found(line, SONS)
    assert meant(extraction, "President ", "Donald Trump") == "person/donald-trump"
    assert meant(extraction, "eldest son, ", "Donald Trump Jr.") == "person/donald-trump-jr"
    assert meant(extraction, "on Monday. ", "Trump Jr.") == "person/donald-trump-jr"
    assert meant(extraction, "expected. ", "Trump") == "person/donald-trump"
    assert meant(extraction, "so was ", "Michael Flynn, Jr.") == "person/michael-flynn-jr"


def test_whoever_is_known_by_one_generation_alone_may_be_named_without_it(line: Line) -> None:
    extraction = found(line, SONS)
    son = meant(extraction, "judge, ", "Tom A. Harkavy Jr.")
    assert son == meant(extraction, "late. ", "Harkavy") == meant(extraction, "” ", "Tom Harkavy") is not None


def test_a_son_named_by_the_surname_is_whom_the_gazetteer_has_with_his_fathers_name(line: Line) -> None:
    extraction = found(line, "Donald Trump was in Ohio on Monday. Trump Jr. was in Oslo, and nobody met Vestby Jr.")
    assert meant(extraction, "Monday. ", "Trump Jr.") == "person/donald-trump-jr"
    assert meant(extraction, "met ", "Vestby Jr.") == "person/a1/vestby-jr"
