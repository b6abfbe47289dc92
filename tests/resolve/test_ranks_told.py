"""Posts between a body's letters and a rank, long portfolios, two posts at once, and honorifics; all are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


def read(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a", text=text, published="2026-11-20"))


def posts(line: Line, text: str, person: str) -> set[tuple[str | None, str | None]]:
    """The posts that the relations give somebody, and of whom."""
    return {
        (one.post, one.object.actor if one.object else None)
        for one in read(line, text).relations
        if one.predicate == "holds_post" and one.subject.actor == person
    }


@pytest.mark.parametrize(
    ("text", "person", "post", "body"),
    [
        (
            "South African Police Service (SAPS) spokesperson Brigadier Thandi Mokoena said three were arrested.",
            "person/thandi-mokoena",
            "spokesperson",
            "organization/south-african-police-service",
        ),
        (
            "Bangladesh Nationalist Party (BNP) Standing Committee member Barrister Moinul Haque said so.",
            "person/moinul-haque",
            "Standing Committee member",
            "organization/bangladesh-nationalist-party",
        ),
        (
            "Sri Lanka's Janatha Vimukthi Peramuna (JVP) General Secretary Tilak Silvapulle said India should help.",
            "person/tilak-silvapulle",
            "General Secretary",
            "organization/janatha-vimukthi-peramuna",
        ),
        (
            "Commissioner of Police (CP) Errol Blackwood said two men had been charged.",
            "person/errol-blackwood",
            "Commissioner of Police",
            None,
        ),
        (
            "Bangladesh's Home Adviser Lt Gen (Retd) Jahangir Alam said so.",
            "person/jahangir-alam",
            "Home Adviser",
            "country/BGD",
        ),
        (
            "JCS spokesman Col. Kim Tae-jun said South Korea was ready.",
            "person/kim-tae-jun",
            "spokesman",
            "organization/south-korea-joint-chiefs-of-staff",
        ),
        ("Chief Inspector Tor Brask spoke.", "person/tor-brask", "Chief Inspector", None),
        ("The army chief, General Ida Moen, left.", "person/ida-moen", "army chief", None),
    ],
)
def test_a_rank_behind_a_post_is_no_part_of_it(line: Line, text: str, person: str, post: str, body: str | None) -> None:
    assert (post, body) in posts(line, text, person)


@pytest.mark.parametrize(
    ("text", "person", "post", "body"),
    [
        (
            (
                "St Lucia's Minister for Commerce, Manufacturing, Business Development, Cooperatives and Consumer "
                "Affairs Emelda Jn Baptiste said prices would fall. Jn Baptiste was speaking in Castries."
            ),
            "person/emelda-jn-baptiste",
            "Minister for Commerce, Manufacturing, Business Development, Cooperatives and Consumer Affairs",
            "country/LCA",
        ),
        (
            "Fiji's Minister for Rural and Maritime Development and Disaster Management Sakiusa Tuilagi spoke.",
            "person/sakiusa-tuilagi",
            "Minister for Rural and Maritime Development and Disaster Management",
            "country/FJI",
        ),
        (
            "Ghana's Minister of State for Foreign Affairs and Regional Integration Ibrahim Mensah supported it.",
            "person/ibrahim-mensah",
            "Minister of State for Foreign Affairs and Regional Integration",
            "country/GHA",
        ),
        (
            "Tesfaye Bekele, Minister of Foreign Affairs of the Federal Democratic Republic of Ethiopia, met him.",
            "person/tesfaye-bekele",
            "Minister of Foreign Affairs",
            "country/ETH",
        ),
        (
            "President of the Republic of Azerbaijan Rovshan Aliyarov received him in Baku.",
            "person/rovshan-aliyarov",
            "President",
            "country/AZE",
        ),
        (
            "Governor of the Kherson region Oleksandr Melnyk said two were wounded.",
            "person/oleksandr-melnyk",
            "Governor",
            "place/kherson-oblast",
        ),
        (
            "Papua New Guinea's East Sepik Governor Allan Birdie said the mine must close.",
            "person/allan-birdie",
            "Governor",
            "place/east-sepik",
        ),
    ],
)
def test_what_a_minister_is_for_is_no_body(line: Line, text: str, person: str, post: str, body: str) -> None:
    assert posts(line, text, person) == {(post, body)}


def test_behind_a_portfolio_other_bodies_are_bodies(line: Line) -> None:
    found = {one.id for one in read(line, "The Minister of Justice, Amnesty International and Oxfam said no.").entities}
    assert {"organization/amnesty-international", "organization/oxfam"} <= found


@pytest.mark.parametrize(
    ("text", "person", "told"),
    [
        (
            "Italy's Deputy Prime Minister and League leader Matteo Salvatori attacked the European Commission.",
            "person/matteo-salvatori",
            {("Deputy Prime Minister", "country/ITA"), ("leader", "organization/league")},
        ),
        (
            (
                "Dr Tulia Acksen, the Speaker of Tanzania's National Assembly and President of the Inter-Parliamentary "
                "Union (IPU), was in Geneva."
            ),
            "person/tulia-acksen",
            {
                ("Speaker", "organization/tanzania-national-assembly"),
                ("President", "organization/inter-parliamentary-union"),
            },
        ),
        ("Ida Moen, the mayor, and a driver were hurt.", "person/ida-moen", {("mayor", None)}),
    ],
)
def test_who_has_two_posts_has_each_of_its_body(
    line: Line, text: str, person: str, told: set[tuple[str | None, str | None]]
) -> None:
    assert posts(line, text, person) == told


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("The Russian ambassador to NATO, Oleg Grushkin, left.", "person/oleg-grushkin", "country/RUS"),
        ("Israel's UN ambassador Dan Elkanov left.", "person/dan-elkanov", "country/ISR"),
        (
            "Permanent Representative of Pakistan to the United Nations Ambassador Imran Qureshi spoke.",
            "person/imran-qureshi",
            "country/PAK",
        ),
        ("The UN envoy for Syria, Ida Moen, was there.", "person/ida-moen", "organization/united-nations"),
    ],
)
def test_an_ambassador_is_of_whoever_sent_him(line: Line, text: str, person: str, state: str) -> None:
    sent = [one for one in read(line, text).relations if one.predicate == "represents"]
    assert [(one.subject.actor, one.object.actor) for one in sent if one.object] == [(person, state)]


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Dr Ngozi Bello, Director-General of the National Agency, said so.", "person/ngozi-bello", "Director-General"),
        ("Bolot Ibragimov, editor-in-chief of the website, left.", "person/bolot-ibragimov", "editor-in-chief"),
        (
            "Ukrainian Commander-in-Chief General Oleksandr Syrenko left.",
            "person/oleksandr-syrenko",
            "Commander-in-Chief",
        ),
    ],
)
def test_a_post_that_hyphens_join_is_one(line: Line, text: str, person: str, post: str) -> None:
    assert {one for one, _ in posts(line, text, person)} == {post}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ustaz Abdul Rahman Selamat, the deputy president, said so.", "person/abdul-rahman-selamat"),
        ("Alhaji Sanusi Bature spoke in Kano.", "person/sanusi-bature"),
        ("ZANU-PF spokesman Cde Christopher Mutsvaira said no.", "person/christopher-mutsvaira"),
        ("Hojjatoleslam Mohammad Karimi told the court.", "person/mohammad-karimi"),
        ("Police spokesperson Lt Col Sipho Ndlovu confirmed it.", "person/sipho-ndlovu"),
        ("Uganda's ambassador, Maj Gen (Rtd) Robert Rusokan, spoke.", "person/robert-rusokan"),
        (
            "Malaysian Deputy Prime Minister Datuk Seri Dr Faizal Kamarulnizam said so.",
            "person/faizal-kamarulnizam",
        ),
        ("HRH Prince Faisal bin Bandar received him in Riyadh.", "person/faisal-bin-bandar"),
    ],
)
def test_an_honorific_is_no_part_of_a_name(line: Line, text: str, person: str) -> None:
    people = [one.id for one in read(line, text).entities if one.id.startswith("person/")]
    assert people == [person]


def test_a_known_body_is_nobody(line: Line) -> None:
    found = [one.id for one in read(line, "The governor accused Boko Haram of killing 20 farmers in Gwoza.").entities]
    assert "organization/boko-haram" in found
    assert "person/boko-haram" not in found


def test_a_party_before_its_word_is_led(line: Line) -> None:
    found = read(line, "Hungary's ruling Fidesz party, led by Gabor Szentivanyi, won the vote.")
    led = [(one.subject.actor, one.object.actor) for one in found.relations if one.object]
    assert ("person/gabor-szentivanyi", "organization/fidesz") in led
