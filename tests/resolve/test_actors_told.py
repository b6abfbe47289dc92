"""What is an actor and what is none: nouns of bodies that name something else. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def meant(line: Line, text: str, words: str) -> str | None:
    """Whom the mention that has these words means; None where it means nobody or there is none."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).mentions
    return next((one.actor for one in found if words in text[one.start : one.end] and one.actor), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Only the sheer force of habit keeps Tor Vestby in politics.", "force"),
        ("Mara Ellingsen said the doctors had examined his body.", "body"),
        ("Tor Vestby used his executive authority to close the port.", "authority"),
        ("This mission was led by Tor Vestby.", "mission"),
        ("Lena Horvath defended freedom of association.", "association"),
        ("The opposition to the dam surprised Lena Horvath.", "opposition"),
        ("A smear campaign harmed Lena Horvath.", "campaign"),
        ("A road network links Chad with Sudan.", "network"),
        ("A group of farmers accused Tor Vestby of lying.", "group"),
    ],
)
def test_a_noun_of_bodies_need_not_be_an_actor(line: Line, text: str, words: str) -> None:
    assert meant(line, text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("An armed force accused Tor Vestby of lying.", "force", "organization/a/armed-force"),
        ("The governing body accused Tor Vestby of lying.", "body", "organization/a/governing-body"),
        ("Tor Vestby's election campaign accused Chad of lying.", "campaign", "organization/tor-vestby-campaign"),
        ("A farmers' group accused Tor Vestby of lying.", "group", "organization/a/farmers-group"),
        ("A group of farmers sued Chad. The group accused it of lying.", "The group", "group/a/group"),
    ],
)
def test_and_is_one_where_it_is_told_which(line: Line, text: str, words: str, whom: str) -> None:
    assert meant(line, text, words) == whom


def test_one_guard_is_a_person_and_a_hundred_police_are_people(line: Line) -> None:
    text = "A guard accused Tor Vestby of lying."
    said = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements[0]
    assert said.speaker.kind == "unnamed"
    assert meant(line, "Tor Vestby accused 100 police of lying.", "100 police") == "group/a/100-police"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Thousands of Hindu pilgrims walked to Nepal.", "Hindu"),
        ("The Hindu temple was closed, Tor Vestby said.", "Hindu"),
        ("Mara Ellingsen will travel to the Hill on Friday.", "Hill"),
        ("Mara Ellingsen, who is a New Yorker, said she was late.", "New Yorker"),
    ],
)
def test_a_word_that_a_paper_is_called_by_is_the_word(line: Line, text: str, word: str) -> None:
    assert meant(line, text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "paper"),
    [
        ("The Hindu reported on Friday that Tor Vestby had resigned.", "Hindu", "the-hindu"),
        ("According to The Hindu, Tor Vestby lied.", "Hindu", "the-hindu"),
        ("Tor Vestby told The Hindu that he would resign.", "Hindu", "the-hindu"),
        ("Mara Ellingsen told the Hill she was late.", "Hill", "the-hill"),
        ("A New Yorker article said Mara Ellingsen was late.", "New Yorker", "new-yorker"),
    ],
)
def test_and_the_paper_where_it_is_read_or_told(line: Line, text: str, word: str, paper: str) -> None:
    assert meant(line, text, word) == f"organization/{paper}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tor Vestby closed the schools after 40 Omicron cases.", "Omicron"),
        ("Tor Vestby said the Constitution forbade it.", "Constitution"),
        ("Tor Vestby voted for HB 1523 on Friday.", "HB"),
        ("A super PAC accused Tor Vestby of lying.", "PAC"),
        ("Tor Vestby spoke to reporters on Air Force One.", "Air Force"),
        ("Police published CCTV footage of Tor Vestby.", "CCTV"),
        ('Tor Vestby, the host of "Planet Norway," said he was late.', "Planet"),
        ('The film "Planet Norway" angered Tor Vestby.', "Planet"),
        ("Tor Vestby waves on Friday. Mara Lind via Getty Images. He resigned.", "Getty"),
        ("Thousands march against Tor Vestby | World News", "World News"),
        ("Education MEC Tor Vestby resigned on Friday.", "MEC"),
    ],
)
def test_laws_works_credits_and_letters_of_offices_are_nobody(line: Line, text: str, words: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).mentions
    assert not [one for one in found if words in text[one.start : one.end] and one.actor and one.form == "name"]


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("CCTV reported on Friday that Tor Vestby had resigned.", "CCTV", "cctv"),
        ('Officials said "the Fatah movement" was behind the film.', "Fatah", "fatah"),
    ],
)
def test_and_broadcasters_movements_and_agencies_are_themselves(line: Line, text: str, words: str, whom: str) -> None:
    assert meant(line, text, words) == f"organization/{whom}"


def test_who_holds_a_post_is_a_person_beside_the_body(line: Line) -> None:
    text = "Supreme Court Justice Signe Moravec accused Norway of lying."
    assert meant(line, text, "Signe Moravec") == "person/signe-moravec"


@pytest.mark.parametrize(
    ("text", "pollsters"),
    [
        ("A CNN/ORC poll last month showed Tor Vestby ahead.", {"cnn", "orc"}),
        ("Tor Vestby led in the latest Washington Post-ABC News poll.", {"washington-post", "abc-news"}),
        ("A New York Times/CBS News survey found that Tor Vestby was ahead.", {"new-york-times", "cbs"}),
        ("A Vestby Post-Gazette poll found that Norway was ahead.", {"vestby-post-gazette"}),
    ],
)
def test_a_poll_of_two_is_made_by_each_of_them(line: Line, text: str, pollsters: set[str]) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).mentions
    named = {one.entity for one in found if one.form == "name" and one.kind == "organization"}
    assert named == {f"organization/{one}" for one in pollsters}


def test_a_surname_in_the_plural_is_a_family(line: Line) -> None:
    text = "Tor Vestby married in May. The Vestbys accused Norway of lying."
    assert meant(line, text, "Vestbys") == "group/a/vestbys"
    text = "Tor Vestby thanked Mara Vestby in May. The Vestbys accused Norway of lying."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert {one.speaker.entity for one in found if one.act == "accuse"} == {"person/tor-vestby", "person/mara-vestby"}
    assert meant(line, "Tor Vestby thanked the Maldives.", "Maldives") == "country/MDV"


def test_a_surname_of_two_words_is_known_by_itself(line: Line) -> None:
    assert meant(line, "Tor Vestby met Le Pen on Friday.", "Le Pen") == "person/marine-le-pen"
