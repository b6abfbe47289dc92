"""Who is meant by an age, a post, a ministry or a party, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def says(line: Line, words: str, text: str) -> str | None:
    """Who says the shortest of what has these words in it."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    return min((one for one in found if words in one.text), key=lambda one: len(one.text)).speaker.entity


def entities(line: Line, text: str) -> set[str]:
    return {one.id for one in line.extraction(Article(id="a", text=text, published="2024-05-10")).entities}


MINISTERS = (
    "Norwegian Foreign Minister Ingrid Solvang said on Thursday that Oslo would not recognise the vote. "
    "Her Georgian counterpart, Levan Tsikladze, said he was disappointed.\n\n"
)
BORDER = (
    "Hungary's Interior Minister, Gabor Veres, and Serbia's interior minister, Dragan Petkovic, said on Monday that "
    "they would send more police to their common border.\n\n"
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "A farmer, Joseph Rotich, said he had lost 20 cows. The 63-year-old said the money would buy more.",
            "would buy more",
            "person/joseph-rotich",
        ),
        (
            (
                "Deputy Finance Minister Samir Haddar said the budget was fair. A union said it was not.\n\n"
                "The 54-year-old deputy minister declined to say whether he would run for mayor."
            ),
            "run for mayor",
            "person/samir-haddar",
        ),
        (
            MINISTERS + "The Georgian minister said the phone call had been tense.",
            "been tense",
            "person/levan-tsikladze",
        ),
    ],
)
def test_a_person_is_known_again_by_an_age_and_by_a_counterparts_post(
    line: Line, text: str, words: str, who: str
) -> None:
    assert says(line, words, text) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            BORDER + "A spokesman for the Hungarian ministry said it would look into a report. "
            "He said officers were trained to respect the law.",
            "to respect the law",
            "organization/hungary-interior-ministry",
        ),
        (
            (
                "Callum Murray said he regretted it. The union's chairman, Douglas Hay, called on him to resign.\n\n"
                "Murray's spokesman said that he would stay. He said there was work to do."
            ),
            "work to do",
            "person/callum-murray",
        ),
        (
            "The Ministry of Foreign Affairs of the Republic of Azerbaijan said in a statement the text was final.",
            "text was final",
            "organization/azerbaijan-foreign-ministry",
        ),
        ("The Government of Tonga said the harbour was closed.", "harbour was closed", "country/TON"),
        (
            (
                "Karim Haddar called for a strike. “People have nothing left,” he told a rally in Tunis. "
                "The finance ministry said the strike was illegal. Sweden said it was worried."
            ),
            "was illegal",
            "organization/tunisia-finance-ministry",
        ),
        (
            (
                "The Iraqi parliament voted to expel the ambassador of Sweden. The speaker, Hassan Jubouri, said "
                "the Council of Representatives had done its duty. The foreign ministry warned it would harm trade."
            ),
            "harm trade",
            "organization/iraq-foreign-ministry",
        ),
        (
            "Hamas blamed Israel for the failure of talks in Doha. The militants said Israel had changed its terms.",
            "changed its terms",
            "organization/hamas",
        ),
    ],
)
def test_a_body_is_the_one_that_the_words_around_tell(line: Line, text: str, words: str, who: str) -> None:
    assert says(line, words, text) == who


def test_a_company_is_no_court(line: Line) -> None:
    text = (
        "The Court of Appeal in Nairobi ruled on Wednesday that Rift Chemicals must pay the farmers. "
        "“It will hurt,” the company said."
    )
    assert says(line, "It will hurt", text) == "organization/rift-chemicals"


@pytest.mark.parametrize(
    "text",
    [
        "The leader of the Scottish Greens, Fiona Reid, said on Thursday that the deal was off.",
        "The Greens said they had been misled.",
    ],
)
def test_the_greens_are_no_other_countrys(line: Line, text: str) -> None:
    assert not {"organization/alliance-90-the-greens", "country/DEU"} & entities(line, text)


def test_the_greens_are_those_of_the_state_that_is_spoken_of(line: Line) -> None:
    text = (
        "The Federal Court of Australia ordered Norland Resources on Tuesday to stop work at the site.\n\n"
        "The Greens said they were pleased."
    )
    assert says(line, "were pleased", text) == "organization/australian-greens"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Hamas blamed Israel. Egypt and Qatar urged calm. The militant group said it had changed its terms.",
            "changed its terms",
            "organization/hamas",
        ),
        (
            "Sudan's army said it had shot down a drone. A spokesman for the military said it would not talk.",
            "would not talk",
            "organization/sudanese-armed-forces",
        ),
        (
            (
                "The airline, Skylark, declined to comment. Its rival, Northjet, said it would complain. "
                "A person familiar with Northjet's thinking said the company feared for its slots."
            ),
            "its slots",
            "organization/northjet",
        ),
        (
            "The Greens said on Monday they would vote against the budget. The party wants a tax on jets.",
            "a tax on jets",
            "organization/greens",
        ),
        (
            "An editorial in the Daily Courier called for the minister to resign. The newspaper said she had lied.",
            "she had lied",
            "organization/daily-courier",
        ),
    ],
)
def test_a_body_is_called_by_what_it_is(line: Line, text: str, words: str, who: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert who in {one.speaker.entity for one in found if words in one.text}


def test_an_editorial_is_the_newspapers(line: Line) -> None:
    text = "An editorial in the Daily Courier called for the minister to resign."
    assert says(line, "to resign", text) == "organization/daily-courier"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "France's foreign minister, Camille Durand, and Germany's interior minister, Jonas Weber, said "
                "on Monday that the border would stay open."
            ),
            {"person/camille-durand", "person/jonas-weber"},
        ),
        (
            "The chairman of the union, Ole Berg, and its lawyer, Kari Moen, told reporters that the border was open.",
            {"person/ole-berg", "person/kari-moen"},
        ),
        (
            "The company's founders, Ole Berg and Kari Moen, said the border was open.",
            {"person/ole-berg", "person/kari-moen"},
        ),
    ],
)
def test_two_who_speak_together_are_each_by_post_and_name(line: Line, text: str, who: set[str]) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert sorted(one.speaker.entity or "" for one in found if "the border" in one.text) == sorted(who)


def test_they_are_the_two_who_met(line: Line) -> None:
    text = (
        "The leader of Catalonia, Jordi Puig, met Spain's prime minister, Alberto Ruiz, in Madrid on Tuesday. "
        "Puig said they had agreed on nothing."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    agreed = {one.speaker.entity for one in found if one.act == "agree"}
    assert agreed == {"person/jordi-puig", "person/alberto-ruiz"}


def test_courts_of_several_circuits_are_several(line: Line) -> None:
    text = (
        "The US Court of Appeals for the Ninth Circuit ruled on Monday that the ban was lawful. "
        "The US Court of Appeals for the Fifth Circuit said in March that it was not. "
        "The Ninth Circuit said the state had good reasons."
    )
    ninth, fifth = (f"organization/us-court-of-appeals-for-the-{circuit}-circuit" for circuit in ("ninth", "fifth"))
    assert (says(line, "the ban was lawful", text), says(line, "that it was not", text)) == (ninth, fifth)
    assert says(line, "had good reasons", text) == ninth


def test_a_surname_of_two_is_theirs_who_alone_is_named_in_the_sentence_before(line: Line) -> None:
    text = (
        "Tom Karlsen and his sister Eva Karlsen run the firm. Tom Karlsen said orders had doubled. "
        "Karlsen said the firm would hire 20 people."
    )
    assert says(line, "hire 20 people", text) == "person/tom-karlsen"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            (
                "Maria Alonso won the vote. Alonso is a lawyer. Alonso said she was proud. "
                "The union leader Carmen Vidal called the vote unfair. She said the court would decide."
            ),
            "would decide",
            "person/carmen-vidal",
        ),
        (
            (
                "A Kenyan court freed the activist Brian Mutua. Judge Ruth Akinyi said the state had wasted her time. "
                "The activist said the police should pay."
            ),
            "should pay",
            "person/brian-mutua",
        ),
        (
            (
                "The governor of the bank, Lena Brandt, kept rates. Brandt's predecessor, Karl Lie, shook his head. "
                "Economists had expected a cut. The former governor said the bank was late."
            ),
            "was late",
            "person/karl-lie",
        ),
        (
            (
                "Moscow warned London on Friday, with Foreign Ministry spokeswoman Daria Lukina saying it had lied. "
                "The ministry said a note had been sent."
            ),
            "a note",
            "organization/russia-foreign-ministry",
        ),
        (
            "Ankara accused Athens of a violation on Monday. The Foreign Ministry said two jets had been chased away.",
            "two jets",
            "organization/turkey-foreign-ministry",
        ),
        (
            "The French foreign ministry denied it. A ministry spokeswoman said the troops had left.",
            "had left",
            "organization/france-foreign-ministry",
        ),
    ],
)
def test_who_was_introduced_last_or_by_that_word_is_meant(line: Line, text: str, words: str, who: str) -> None:
    assert says(line, words, text) == who


def test_another_age_is_somebody_elses(line: Line) -> None:
    text = (
        "Ole Berg, a pilot, was on board. The 56-year-old said the flight was calm.\n\n"
        "Kari Moen lives in Oslo. Moen said she was tired. The 31-year-old said the night was long."
    )
    assert says(line, "was long", text) == "person/kari-moen"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("NATO leaders pledged on Thursday to send a brigade.", "to send a brigade", "organization/nato"),
        (
            "Ole Berg leads the Centre Party in Norway. His party said it would not join.",
            "not join",
            "organization/centre-party",
        ),
        (
            "A spokesman for the rebels, who gave his name as Major Justin Nzabara, said his fighters were far away.",
            "far away",
            "person/justin-nzabara",
        ),
        (
            "China's ambassador to Iran, Ge Rongjian, signed the accord. Trade will grow, the envoy said.",
            "Trade will grow",
            "person/ge-rongjian",
        ),
        (
            (
                "Ingrid Solvang met Levan Tsikladze. Solvang's spokeswoman, Marte Lie, said the talks were short. "
                "Tsikladze's spokesman said they were long."
            ),
            "they were long",
            "person/levan-tsikladze",
        ),
        (
            (
                "Ingrid Solvang met Levan Tsikladze. Solvang's spokeswoman, Marte Lie, said the talks were short. "
                "Tsikladze smiled. Solvang's spokeswoman said dinner was served."
            ),
            "dinner was served",
            "person/marte-lie",
        ),
    ],
)
def test_who_leads_and_speaks_for_whom_is_known(line: Line, text: str, words: str, who: str) -> None:
    assert says(line, words, text) == who


def test_his_side_is_the_one_for_which_he_speaks(line: Line) -> None:
    text = (
        "Kari Mossa, a spokesman for the Azawad Front, said Mali's army had fled. Mossa said his side demanded a truce."
    )
    assert says(line, "a truce", text) == "organization/azawad-front"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Writers mourned a colleague who worked for the Agence Nova. The agency said it was in mourning.",
            "in mourning",
            "organization/agence-nova",
        ),
        (
            "Shares of Deltacom fell on Monday. The telecoms company said nobody had been misled.",
            "misled",
            "organization/deltacom",
        ),
        (
            (
                "The governor of the central bank, Lena Brandt, kept rates. Economists at Nordbank had expected a cut. "
                "“It was late,” said the bank's chief economist, Paul Vik. The central bank said growth would slow."
            ),
            "would slow",
            "organization/a/central-bank",
        ),
        (
            "The regulator said the cables were old.",
            "were old",
            "organization/a/regulator",
        ),
    ],
)
def test_a_noun_takes_up_the_body_that_may_be_called_so(line: Line, text: str, words: str, who: str) -> None:
    assert says(line, words, text) == who


def test_an_officer_of_a_described_body_is_nobody_who_was_named_by_the_way(line: Line) -> None:
    text = (
        "Two lawmakers of the ruling party rebelled. One, Alice Wambui, said it hurt. The other, Moses Kiprono, "
        "said voters would be angry. The party's whip said both would be expelled."
    )
    assert says(line, "would be expelled", text) is None


def test_whoever_has_what_is_the_subject_is_meant(line: Line) -> None:
    text = (
        "Police spokesman Paul Ncube said he was tired. Tendai Moyo was arrested on Sunday. "
        "Ncube said he had no news. Moyo's party, the Civic Front, said he was ill."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert [item.mention.actor for one in found if "was ill" in one.text for item in one.about] == [
        "person/tendai-moyo"
    ]


def test_a_mother_speaks_though_she_has_no_name(line: Line) -> None:
    text = (
        "The activist Brian Mutua was freed by Ruth Akinyi, a judge. Mutua's mother wept in court. "
        "“They took my son for nothing,” she told reporters."
    )
    assert says(line, "took my son", text) is None


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            (
                "The charity Sea Hope said the migrants had been beaten. Colonel Salem Ghanem denied it. "
                "The charity said its crew had filmed it."
            ),
            "had filmed it",
            "organization/sea-hope",
        ),
        (
            (
                "A strike hit the airline Nordair on Friday. Nordair's chief executive, Lars Holm, said "
                "the strike was mad. The airline said the board had met."
            ),
            "had met",
            "organization/nordair",
        ),
    ],
)
def test_what_a_body_is_and_its_name_behind_it_are_one(line: Line, text: str, words: str, who: str) -> None:
    assert says(line, words, text) == who


def test_her_office_is_no_other_office(line: Line) -> None:
    text = "The Taiwan Affairs Office said it was playing with fire. Her office said it would not bow to threats."
    assert says(line, "not bow", text) != "organization/taiwan-affairs-office"


def test_an_age_is_that_of_somebody_unnamed_who_came_last(line: Line) -> None:
    text = (
        "Urs Keller and Marco Huber were silent. Huber said nothing. One of the victims, a retired teacher, told the "
        "court she had lost everything. The 74-year-old said the bank owed her an apology."
    )
    assert says(line, "owed her", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The committee's chairman, Sen. Thaddeus Crowell (R-Mo.), met her. The chairman said it was late.",
        "The chairman, Thaddeus Crowell of Missouri, met the mayor. Dana Platt came. The chairman said it was late.",
    ],
)
def test_whose_name_goes_on_after_a_post_holds_it(line: Line, text: str) -> None:
    assert says(line, "was late", text) == "person/thaddeus-crowell"


def test_both_are_no_group_of_that_name(line: Line) -> None:
    text = "The barges sank in May. The African Union urged both to stop. Both said it was late."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert not [one.id for one in found.entities if one.id.startswith("group/a/both")]


LEAD = "Malawi's interior minister said on Thursday that police would stay on the border.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (LEAD + "The minister, Thoko Chimbiri, told parliament he was late.", "would stay", "person/thoko-chimbiri"),
        (
            LEAD + "The minister, Thoko Chimbiri, was late. The finance minister said the patrol would cost millions.",
            "would cost",
            None,
        ),
        (
            LEAD + "Zambia's defence minister was late. The minister, Thoko Chimbiri, left.",
            "would stay",
            "interior-minister-of-malawi",
        ),
        (
            "“They have promised it before,” said Tor Vestby. “It is late,” said the 61-year-old.",
            "is late",
            "tor-vestby",
        ),
        ("Its spokesman, Lt. Col. Kwame Boateng, said two were hurt.", "were hurt", "kwame-boateng"),
        ("Interior Ministry spokesman Brig. Gen. Khalid al-Saadi said 22 were held.", "were held", "khalid-al-saadi"),
        ("The National Unity Council, a shadow cabinet, said it was a trick.", "was a trick", "national-unity-council"),
    ],
)
def test_a_person_of_the_lead_of_a_rank_or_an_age_is_who_is_named(
    line: Line, text: str, words: str, who: str | None
) -> None:
    assert (says(line, words, text) or "").rpartition("/")[2] == (who or "").rpartition("/")[2]


def test_two_generals_are_no_general_secretary(line: Line) -> None:
    text = (
        "The party's general secretary, Sunita Devkota, left. General Purna Rawal met Gen. Vikram Solanki on Friday. "
        "The two generals said it was late."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert {one.speaker.entity for one in found} == {"person/purna-rawal", "person/vikram-solanki"}
