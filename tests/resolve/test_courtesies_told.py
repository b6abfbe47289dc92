"""Calls paid, guests received and letters sent as agencies tell of them, read by the whole line. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


def read(line: Line, text: str) -> Extraction:
    """An article published on Friday, 20 November 2026."""
    return line.extraction(Article(id="a", text=text, published="2026-11-20"))


def meetings(line: Line, text: str) -> list[dict[str, str]]:
    return [
        {(one.mention.actor or "").partition("/")[2]: one.role for one in meeting.participants}
        for meeting in read(line, text).meetings
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ambassador Lena Moen paid a farewell call on President Omar Dahl at his palace in Abuja on Monday.",
            {"lena-moen": "visitor", "omar-dahl": "host"},
        ),
        (
            "High Commissioner Jane Price has paid an introductory call on the Speaker of Parliament, Al Kofi.",
            {"jane-price": "visitor", "al-kofi": "host"},
        ),
        (
            "President Omar Dahl has received a delegation led by Lena Moen.",
            {"omar-dahl": "host", "lena-moen": "visitor"},
        ),
        (
            (
                "President Omar Dahl received on Monday evening, at the presidential headquarters in Ramallah, "
                "the Jordanian Minister of Foreign Affairs, Ayman Haddadin."
            ),
            {"omar-dahl": "host", "ayman-haddadin": "visitor"},
        ),
        (
            "Abdel Osman arrived in Asmara on Thursday and was received by President Isaias Tesfay.",
            {"abdel-osman": "visitor", "isaias-tesfay": "host"},
        ),
        (
            "Spain's King Carlos will host a state dinner on Wednesday for Peruvian President Lucia Quispe in Madrid.",
            {"carlos": "host", "lucia-quispe": "visitor"},
        ),
        (
            "Foreign Minister Omar Dahl will lead a delegation to Geneva on Monday.",
            {"omar-dahl": "visitor", "CHE": "host"},
        ),
        (
            "Qatar-mediated talks between Mali and Niger resumed in Doha on Tuesday.",
            {"QAT": "mediator", "MLI": "party", "NER": "party"},
        ),
        (
            "ECOWAS-brokered talks between Mali and Niger collapsed in Bissau on Thursday.",
            {"economic-community-of-west-african-states": "mediator", "MLI": "party", "NER": "party"},
        ),
        (
            "Premier Joao Silva visited Luanda on Friday and was received by President Mateus Lopes.",
            {"joao-silva": "visitor", "mateus-lopes": "host"},
        ),
        (
            "WHO Africa director Moses Keita held talks with Health Minister Ann Wambui in Nairobi on Thursday.",
            {"moses-keita": "party", "ann-wambui": "party"},
        ),
        (
            (
                "The prime minister met the presidents of Mali and Niger, General Assa Keita and Colonel Omar Tiani, "
                "on Saturday."
            ),
            {"assa-keita": "party", "omar-tiani": "party"},
        ),
        (
            (
                "King Omar Sarr and Prime Minister Pedro Ruiz reviewed ways of boosting ties at a meeting in Amman on "
                "Sunday, an agency reported."
            ),
            {"omar-sarr": "party", "pedro-ruiz": "party"},
        ),
        (
            "WHO chief Dr. Amina Sall met Health Minister Jean-Paul Mbeki in Kinshasa to review the response.",
            {"amina-sall": "party", "jean-paul-mbeki": "party"},
        ),
    ],
)
def test_whoever_is_received_or_paid_a_call_is_met(line: Line, text: str, who: dict[str, str]) -> None:
    found = [{name.rpartition("/")[2]: role for name, role in one.items()} for one in meetings(line, text)]
    assert found == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The proposal has been met with opposition from Senator John Dahl.",
        "The government paid a visit allowance to its envoys.",
        "Peter Ouma led a delegation of lawyers.",
    ],
)
def test_what_only_sounds_so_is_no_meeting(line: Line, text: str) -> None:
    assert meetings(line, text) == []


def test_a_spokesman_behind_the_day_is_not_met(line: Line) -> None:
    (who,) = meetings(line, "The ministers of Mali and Niger met in Nairobi on Tuesday, spokesman Peter Ouma said.")
    assert who == {"MLI": "party", "NER": "party"}


def test_who_is_called_on_at_his_office_is_asked_for_nothing(line: Line) -> None:
    text = "Prime Minister Rohan Mehra on Friday called on President Lakshmi Devi at Rashtrapati Bhavan."
    assert read(line, text).statements == ()
    (said,) = read(line, "The union called on President Omar Dahl of the Senate on Tuesday to resign.").statements
    assert said.act == "demand"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("In a telegram of condolence to King Felix, the Emir expressed his sorrow over the loss of life.", "felix"),
        (
            "Amnesty's Lucia Ferrante wrote in a letter addressed to Minister Omar Bensaid that the men must be freed.",
            "omar-bensaid",
        ),
        ("President Anwar Latif was warned by Minister Willem Kok that the talks would end.", "anwar-latif"),
        ("Answering MP Farida Noor in parliament, Minister Omar Dahl said 200 people had been held.", "farida-noor"),
        ("In a phone call with President Anwar Latif, the president condemned the attack.", "anwar-latif"),
    ],
)
def test_to_whom_a_letter_an_answer_or_a_warning_goes(line: Line, text: str, whom: str) -> None:
    (said,) = read(line, text).statements
    assert [(one.actor or "").rpartition("/")[2] for one in said.addressees] == [whom]
    speaker = said.speaker.mention.actor if said.speaker.mention is not None else None
    assert (speaker or "").rpartition("/")[2] != whom


@pytest.mark.parametrize(
    ("text", "content", "whom"),
    [
        (
            "President Omar Dahl urged Rwanda to withdraw its troops in a speech to the European Parliament.",
            "Rwanda to withdraw its troops",
            ["european-parliament"],
        ),
        (
            "The bishops demanded an inquiry in an open letter addressed to President Omar Dahl.",
            "an inquiry",
            ["omar-dahl"],
        ),
        (
            "The union urged members to raise it in a letter to Omar Dahl.",
            "members to raise it in a letter to Omar Dahl",
            [],
        ),
    ],
)
def test_in_which_letter_or_speech_it_is_asked_is_not_asked(
    line: Line, text: str, content: str, whom: list[str]
) -> None:
    (said,) = read(line, text).statements
    assert [text[slice(*span)] for span in said.content] == [content]
    assert [(one.actor or "").rpartition("/")[2] for one in said.addressees] == whom
