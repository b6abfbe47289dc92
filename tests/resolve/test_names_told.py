"""What a body is called, by what stands beside its name and its acronym. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "He had bought rice for the West Vestby Liberation Army, or TPNVB. The TPNVB said he was innocent.",
            "organization/west-vestby-liberation-army",
        ),
        (
            "The Union of Harbour Workers (SHAV) is on strike. SHAV said pay was too low.",
            "organization/union-of-harbour-workers",
        ),
        (
            "The Union of Dock Workers of Penaga (Udwap) is on strike. Udwap said pay was too low.",
            "organization/union-of-dock-workers-of-penaga",
        ),
        (
            "The Centre for Civic Rights in Lemba (Cecril) accused the police. According to Cecril, a man was hurt.",
            "organization/centre-for-civic-rights-in-lemba",
        ),
        (
            "Norvenka, a Danish subsidiary of a Chinese group, has hit back at its critics. Norvenka said it would go.",
            "organization/norvenka",
        ),
        ("Velkoria said it would sue the regulator.", "organization/velkoria"),
        ("Toyota said it would sue the regulator.", "organization/toyota"),
        ("Amazon told Reuters that it would sue the regulator.", "organization/amazon-com"),
        ("A strike hit BNP Paribas in Lyon. On Monday BNP said it would pay.", "organization/bnp"),
        ("Putin said it would take years.", "person/vladimir-putin"),
        (
            "The opposition Lavi Kore party said the vote was stolen. Lavi Kore demanded a recount.",
            "organization/lavi-kore",
        ),
        (
            "The Alliance of Small Harbour States met in May. AOSHS said it was ready.",
            "organization/alliance-of-small-harbour-states",
        ),
        (
            "Ms Kari Vestby left. Kari Vestby's party, the Frente Popular Unido, said it would ask for an audit.",
            "organization/frente-popular-unido",
        ),
        ("La Jornada del Este, a newspaper in Quito, said the cost had risen.", "organization/la-jornada-del-este"),
        ("Vesterbryg A/S said it would sue.", "organization/vesterbryg-a-s"),
        (
            "Bintang Jaya Sdn Bhd is on sale. Bintang Jaya said that the agency was wrong.",
            "organization/bintang-jaya-sdn-bhd",
        ),
        (
            "Raids by the Fishery Directorate in Bergen led to two arrests. The FD said it had found cash.",
            "organization/fishery-directorate",
        ),
        (
            "The BJP criticised the speech on Monday. The Congress denied that it had been rude.",
            "organization/indian-national-congress",
        ),
        ("The Mexican senate voted. The Congress of Mexico said it was right.", "organization/congress-of-mexico"),
        ("Nairobi: Foreign Ministry has rejected the report on Sudan.", "organization/kenya-foreign-ministry"),
    ],
)
def test_a_body_is_known_by_what_stands_beside_its_name(line: Line, text: str, who: str) -> None:
    said = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert who in {one.speaker.entity for one in said}


@pytest.mark.parametrize(
    ("post", "who"), [("Indian Prime Minister", "person/narendra-modi"), ("harbour master", "person/n-modi")]
)
def test_an_initial_without_a_space_is_one(line: Line, post: str, who: str) -> None:
    found = line.extraction(Article(id="a", text=f"Kari Vestby saw {post} N.Modi on Monday.", published="2024-05-10"))
    assert who in {one.id for one in found.entities}


def test_a_channel_may_be_called_by_a_number(line: Line) -> None:
    text = "Kari Vestby spoke in an interview with the France 24 English-language television station."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert {one.id for one in found.entities} == {"person/kari-vestby", "organization/france-24"}


def test_a_ruler_of_a_place_names_a_place(line: Line) -> None:
    found = line.extraction(Article(id="a", text="Tor Vestby, the chief minister of Penaga, said no."))
    assert {one.id for one in found.entities if one.kind == "place"} == {"place/penaga"}


def test_an_agency_is_no_company(line: Line) -> None:
    text = (
        "The Harbour Safety Agency (HSA) searched the office. Vestby Holdings Ltd said it was helping the agency. "
        "The company said it had nothing to hide."
    )
    found = line.extraction(Article(id="a", text=text))
    start = text.index("the agency")
    assert next(one.actor for one in found.mentions if one.start == start) == "organization/harbour-safety-agency"


def test_a_newspaper_is_called_so_with_and_without_the(line: Line) -> None:
    text = (
        "The New York Times reported it. The Times wrote on Friday that Vestby was ill. Ten years ago a Times story "
        "praised him. “He left,” the Times wrote."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert {one.actor for one in found.mentions if text[one.start : one.end] == "Times"} == {
        "organization/new-york-times"
    }


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "His party, the National Renewal Congress (NRC), called it a robbery. The NRC said it would march.",
            "would march",
            "organization/national-renewal-congress",
        ),
        ("Zambia's Supreme Court said the case was over.", "was over", "organization/zambia-supreme-court"),
        (
            "Estonia fined Norrsken Energy AB, a Swedish power company. Norrsken denied it. It said it would sue.",
            "would sue",
            "organization/norrsken-energy-ab",
        ),
        (
            (
                "Estonia's competition authority said on Tuesday it had fined Norrsken Energi AB, a Swedish company, "
                "3 million euros."
            ),
            "had fined",
            "organization/estonia-competition-authority",
        ),
        (
            "Malaysia's minister, Datuk Seri Nik Azman Nik Hassan, left. Nik Azman said he was pleased.",
            "was pleased",
            "person/nik-azman-nik-hassan",
        ),
        ("Its president, Advocate Sher Jan Bazai, said courts would close.", "would close", "person/sher-jan-bazai"),
        (
            "The Harbour Congress met. A spokesman for the presidency said it was late.",
            "was late",
            "organization/a/presidency",
        ),
    ],
)
def test_a_name_is_what_the_text_says_of_it_whatever_others_are_called(
    line: Line, text: str, words: str, who: str | None
) -> None:
    said = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert next(one.speaker.entity for one in said if words in one.text) == who


def test_who_is_told_something_is_the_press_and_no_party(line: Line) -> None:
    text = "Aslam Mengal of the police told PTI that the bomb was small."
    said = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert {one.actor for one in said[0].addressees} == {"organization/press-trust-of-india"}


def test_a_body_is_whose_post_it_has_and_a_lawyer_speaks_of_his_client(line: Line) -> None:
    text = (
        "The Justice Coalition left. “No,” said the coalition's leader, Ana Purev. "
        "Joseph Perera was held. His lawyer, Upul Kumara, said he had only repeated it. "
        "Harbour Forum Secretary-General Henare Rangi was late."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    posts = {(one.subject.actor, one.post, one.object.actor) for one in found.relations if one.object and one.post}
    assert ("person/ana-purev", "leader", "organization/justice-coalition") in posts
    assert ("person/henare-rangi", "Secretary-General", "organization/harbour-forum") in posts
    start = text.index("he had only")
    assert next(one.actor for one in found.mentions if one.start == start) == "person/joseph-perera"


def bodies(line: Line, text: str) -> set[str]:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    return {one.id for one in found.entities if one.kind in ("organization", "place")}


def test_a_name_is_of_one_kind_in_an_article(line: Line) -> None:
    text = (
        "A defector from the elite group within Vestbyology called the Sea Fund was arrested by an attorney for "
        "Vestbyology. Vestbyology officials said they had not been told. Vestbyology denies it, and members of "
        "Vestbyology met in Vestbyology."
    )
    assert len({one for one in bodies(line, text) if one.endswith("vestbyology")}) == 1


def test_an_agency_is_what_its_name_is(line: Line) -> None:
    text = "According to Yonhap news agency, the harbour has been closed."
    assert bodies(line, text) == {"organization/yonhap"}


def test_a_paper_is_no_person(line: Line) -> None:
    text = "One of the largest media outlets of Hamburg, Der Spiegel, disabled its readers' comments."
    assert "organization/der-spiegel" in bodies(line, text)


def test_a_part_of_a_name_is_no_party_of_a_state_that_is_not_named(line: Line) -> None:
    text = "Ida Vestby of New People's Party won a seat in Hong Kong."
    assert "organization/austrian-peoples-party" not in bodies(line, text)


def test_what_somebody_is_called_in_quotation_marks_is_no_post(line: Line) -> None:
    text = "Brask called Ida Vestby, his challenger, an ISIS “co-founder.”"
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert not [one for one in found.relations if one.post and "founder" in one.post]


def test_a_river_is_nobody_and_a_line_no_body(line: Line) -> None:
    text = "Kazakhstan agreed to share data on the flow of the Syr Darya. Men crossed the Line of Control on Monday."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert not {one.kind for one in found.entities} & {"person", "organization"}


def test_letters_behind_the_body_that_a_body_is_of_are_of_the_former(line: Line) -> None:
    text = (
        "She spoke before the Permanent Council of the Organization of American States (OAS) on Monday. "
        "The OAS rejected the plan. The Vestland Council of the Guild of Lamp Makers (VCGLM) agreed. VCGLM left."
    )
    entities = {one.id: set(one.aliases) for one in line.extraction(Article(id="a", text=text)).entities}
    assert "OAS" in entities["organization/organization-of-american-states"]
    assert any("VCGLM" in aliases for id, aliases in entities.items() if "guild-of-lamp-makers" in id)


@pytest.mark.parametrize(("owner", "is_person"), [("NSC's", True), ("the town of", False)])
def test_somebody_of_a_body_may_be_called_like_a_town(line: Line, owner: str, is_person: bool) -> None:
    text = f"The council met on Monday. {owner[0].upper()}{owner[1:]} Patra accused Norway of fraud."
    who = {one.speaker.entity for one in line.extraction(Article(id="a", text=text)).statements}
    assert (who == {"person/a/patra"}) == is_person


@pytest.mark.parametrize("words", ["left Cobbler Shoal", "entered the waters of Tarn Vell"])
def test_a_shoal_and_what_has_waters_is_a_place(line: Line, words: str) -> None:
    found = line.extraction(Article(id="a", text=f"Norway said the boats {words} on Monday."))
    assert {one.id.split("/")[0] for one in found.entities} == {"country", "place"}
