"""What the bundled gazetteer answers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kg import resources
from kg.errors import StopRun
from kg.resolve.gazetteer.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("US", "country/USA"),
        ("U.S.", "country/USA"),
        ("the United States", "country/USA"),
        ("America", "country/USA"),
        ("UK", "country/GBR"),
        ("Britain", "country/GBR"),
        ("Russia", "country/RUS"),
        ("Russian Federation", "country/RUS"),
        ("Turkey", "country/TUR"),
        ("TURKEY", "country/TUR"),
        ("Türkiye", "country/TUR"),
        ("Jordan", "country/JOR"),
        ("Chad", "country/TCD"),
        ("Guinea", "country/GIN"),
        ("Guinea-Bissau", "country/GNB"),
        ("Niger", "country/NER"),
        ("Nigeria", "country/NGA"),
        ("Dominica", "country/DMA"),
        ("Dominican Republic", "country/DOM"),
        ("Holland", "country/NLD"),
        ("Burma", "country/MMR"),
        ("Swaziland", "country/SWZ"),
        ("Macedonia", "country/MKD"),
        ("Zaire", "country/COD"),
        ("Czech Republic", "country/CZE"),
        ("South Vietnam", "country/VNM"),
        ("Republic of Niger", "country/NER"),
        ("Côte d’Ivoire", "country/CIV"),
        ("Georgia", "country/GEO"),
        ("Vatican", "country/VAT"),
        ("Astana", "place/1526273"),
        ("Nur-Sultan", "place/1526273"),
        ("Geneva", "place/2660646"),
        ("Brussels", "place/2800866"),
        ("BRUSSELS", "place/2800866"),
        ("Minsk", "place/625144"),
        ("Washington", "place/4140963"),
        ("Washington, D.C.", "place/4140963"),
        ("Kiev", "place/703448"),
        ("Bombay", "place/1275339"),
        ("Tiflis", "place/611717"),
        ("Leningrad", "place/498817"),
        ("Odessa", "place/698740"),
        ("Aleppo", "place/170063"),
        ("Deir Ezzor", "place/170794"),
        ("Sana’a", "place/71137"),
        ("Paris", "place/2988507"),
        ("London", "place/2643743"),
        ("New York", "place/5128581"),
        ("Crimea", "place/703883"),
        ("the Gaza Strip", "place/gaza-strip"),
        ("Middle East", "place/middle-east"),
        ("Europe", "place/6255148"),
        ("Kremlin", "place/kremlin"),
        ("the White House", "place/white-house"),
        ("NATO", "organization/nato"),
        ("Nato", "organization/nato"),
        ("U.N.", "organization/united-nations"),
        ("WHO", "organization/world-health-organization"),
        ("AP", "organization/associated-press"),
        ("ISIS", "organization/islamic-state"),
        ("Daesh", "organization/islamic-state"),
        ("PKK", "organization/kurdistan-workers-party"),
        ("Hizbullah", "organization/hezbollah"),
        ("OSCE", "organization/organization-for-security-and-co-operation-in-europe"),
        ("State Department", "organization/us-department-of-state"),
        ("Kazakhstan’s Foreign Ministry", "organization/kazakhstan-foreign-ministry"),
        ("Russian Ministry of Defense", "organization/russia-defence-ministry"),
        ("Egypt’s Ministry of the Interior", "organization/egypt-interior-ministry"),
        ("South Korean Finance Ministry", "organization/south-korea-finance-ministry"),
        ("the Russian military", "organization/russian-armed-forces"),
        ("Pakistani army", "organization/pakistan-army"),
        ("Kenya’s parliament", "organization/kenya-parliament"),
        ("Alabama Supreme Court", "organization/alabama-supreme-court"),
        ("5th U.S. Circuit Court of Appeals", "organization/us-court-of-appeals-for-the-fifth-circuit"),
        ("Jan. 6 panel", "organization/january-6-committee"),
        ("Harvard", "organization/harvard-university"),
        ("MIT", "organization/massachusetts-institute-of-technology"),
        ("Gallup", "organization/gallup"),
        ("ABC", "organization/abc-news"),
        ("Apple", "organization/apple-inc"),
        ("Wal-Mart", "organization/walmart"),
        ("Marine Corps", "organization/us-marine-corps"),
        ("TPP", "organization/trans-pacific-partnership"),
        ("Rex Tillerson", "person/rex-tillerson"),
        ("Recep Tayyip Erdogan", "person/recep-tayyip-erdogan"),
    ],
)
def test_the_most_prominent_bearer_of_a_name_comes_first(gazetteer: Gazetteer, name: str, first: str) -> None:
    assert gazetteer.lookup(name)[0].id == first


@pytest.mark.parametrize("word", ["us", "who", "nice", "reading", "turkey", "", "Xqzrt", "Who", "Most", "Tillerson"])
def test_words_and_unknown_names_find_nothing(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.lookup(word) == ()


@pytest.mark.parametrize(
    ("name", "part", "country"),
    [
        ("northern Israel", "place/northern-israel", "ISR"),
        ("South Lebanon", "place/southern-lebanon", "LBN"),
        ("south-eastern Turkey", "place/southeastern-turkey", "TUR"),
        ("Central Mali", "place/central-mali", "MLI"),
        ("northern Xqzrt", None, None),
        ("Northern Union", None, None),
        ("North Korea", "country/PRK", "PRK"),
        ("South Ossetia", "place/south-ossetia", "GEO"),
    ],
)
def test_a_part_of_a_country_is_a_place_within_it(
    gazetteer: Gazetteer, name: str, part: str | None, country: str | None
) -> None:
    found = gazetteer.lookup(name)
    assert (found[0].id, found[0].country) == (part, country) if part else not found
    assert part is None or gazetteer.entry(part) == found[0]


def test_names_of_several_countries_give_them_all(gazetteer: Gazetteer) -> None:
    assert {e.id for e in gazetteer.lookup("Congo", kinds={"country"})} == {"country/COD", "country/COG"}
    assert {e.id for e in gazetteer.lookup("Korea", kinds={"country"})} == {"country/KOR", "country/PRK"}


def test_kinds_choose_among_the_bearers(gazetteer: Gazetteer) -> None:
    assert {e.kind for e in gazetteer.lookup("Georgia")} == {"country", "place"}
    assert gazetteer.lookup("Georgia", kinds={"place"})[0].country == "USA"


def test_an_entry_describes_its_entity(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entry("place/1526273")
    assert entry is not None
    entity = entry.entity()
    assert (entity.label, entity.country, entity.kind) == ("Astana", "KAZ", "place")
    assert entity.same_as == ("https://sws.geonames.org/1526273/",)
    assert entity.latitude == pytest.approx(51.18, abs=0.01)
    assert entity.longitude == pytest.approx(71.446, abs=0.01)
    assert entity.aliases == tuple(sorted(entity.aliases))
    assert gazetteer.entry("place/0") is None


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russian", "country/RUS"),
        ("Russians", "country/RUS"),
        ("American", "country/USA"),
        ("British", "country/GBR"),
        ("Briton", "country/GBR"),
        ("Turk", "country/TUR"),
        ("Saudis", "country/SAU"),
        ("Emirati", "country/ARE"),
        ("Spaniard", "country/ESP"),
        ("Nigerien", "country/NER"),
        ("Nigerian", "country/NGA"),
        ("Dominican", "country/DOM"),
        ("Syrian", "country/SYR"),
        ("polish", None),
        ("Polish", "country/POL"),
        ("Russia", None),
    ],
)
def test_demonyms(gazetteer: Gazetteer, word: str, country: str | None) -> None:
    assert gazetteer.demonym(word) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Moscow", "country/RUS"),
        ("place/323786", "country/TUR"),
        ("Ankara", "country/TUR"),
        ("Washington", "country/USA"),
        ("The Hague", "country/NLD"),
        ("La Paz", "country/BOL"),
        ("Sucre", "country/BOL"),
        ("Kremlin", "country/RUS"),
        ("place/kremlin", "country/RUS"),
        ("the White House", "country/USA"),
        ("Pentagon", "organization/us-department-of-defense"),
        ("Elysee", "country/FRA"),
        ("No. 10", "country/GBR"),
        ("Brussels", "organization/european-union"),
        ("Istanbul", None),
        ("Geneva", None),
    ],
)
def test_capitals_and_seats_of_government_stand_for_their_countries(
    gazetteer: Gazetteer, name: str, country: str | None
) -> None:
    assert gazetteer.stands_for(name) == country


DAY = date(2017, 2, 19)


@pytest.mark.parametrize(
    ("post", "organization", "on", "holder"),
    [
        ("president", "country/USA", DAY, "Donald Trump"),
        ("President", "country/RUS", DAY, "Vladimir Putin"),
        ("head_of_state", "country/RUS", date(2010, 1, 1), "Dmitry Medvedev"),
        ("prime minister", "country/RUS", date(2010, 1, 1), "Vladimir Putin"),
        ("head_of_government", "country/USA", DAY, "Donald Trump"),
        ("Secretary of State", "country/USA", DAY, "Rex Tillerson"),
        ("foreign minister", "country/USA", date(2017, 1, 19), "John Kerry"),
        ("Secretary of Defense", "country/USA", DAY, "Jim Mattis"),
        ("defense minister", "country/USA", date(2017, 1, 19), "Ashton Carter"),
        ("president", "country/USA", date(2017, 1, 20), "Donald Trump"),
        ("president", "country/SYR", DAY, "Bashar al-Assad"),
        ("president", "country/TUR", DAY, "Recep Tayyip Erdoğan"),
        ("prime minister", "country/TUR", DAY, "Binali Yıldırım"),
        ("foreign minister", "country/RUS", DAY, "Sergey Lavrov"),
        ("foreign secretary", "country/GBR", DAY, "Boris Johnson"),
        ("chancellor", "country/DEU", DAY, "Angela Merkel"),
        ("president", "country/IRN", DAY, "Hassan Rouhani"),
        ("Supreme Leader", "country/IRN", DAY, "Ali Khamenei"),
        ("king", "country/SAU", DAY, "Salman bin Abdulaziz"),
        ("president", "country/LKA", date(2016, 1, 1), "Maithripala Sirisena"),
        ("prime minister", "country/LKA", date(2016, 1, 1), "Ranil Wickremesinghe"),
        ("Secretary-General", "organization/united-nations", DAY, "António Guterres"),
        ("secretary general", "organization/nato", DAY, "Jens Stoltenberg"),
        ("president", "organization/european-commission", DAY, "Jean-Claude Juncker"),
        ("prime minister", "country/IND", None, "Narendra Modi"),
    ],
)
def test_who_held_a_post_on_a_day(
    gazetteer: Gazetteer, post: str, organization: str, on: date | None, holder: str
) -> None:
    found = gazetteer.officeholder(post, organization, on)
    assert found is not None
    assert found[0].label == holder
    assert found[1].organization == organization


def test_no_holder_is_given_where_none_is_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.officeholder("president", "country/USA", date(1900, 1, 1)) is None
    assert gazetteer.officeholder("shah", "country/IRN", DAY) is None
    assert gazetteer.officeholder("president", "organization/nobody", DAY) is None


@pytest.mark.parametrize(
    ("name", "on", "labels"),
    [
        ("Donald Trump", None, {"Donald Trump"}),
        ("Donald J. Trump", None, {"Donald Trump"}),
        ("James Mattis", None, {"Jim Mattis"}),
        ("Trump", DAY, {"Donald Trump"}),
        ("Trump", date(2005, 1, 1), set()),
        ("Trump", None, {"Donald Trump"}),  # in an undated article who is in office now
        ("Tillerson", None, set()),
        ("Erdogan", DAY, {"Recep Tayyip Erdoğan"}),
        ("Kerry", DAY, {"John Kerry"}),
        ("Carter", DAY, {"Ashton Carter"}),
        ("Assad", DAY, {"Bashar al-Assad"}),
        ("Clinton", date(2010, 1, 1), {"Hillary Clinton"}),
        ("Kim", DAY, {"Kim Jong Un", "Jim Yong Kim"}),
        ("Nobody Atall", DAY, set()),
    ],
)
def test_people_by_full_name_and_holders_by_surname(
    gazetteer: Gazetteer, name: str, on: date | None, labels: set[str]
) -> None:
    assert {entry.label for entry in gazetteer.lookup_person(name, on=on)} == labels


def test_the_roles_of_a_person(gazetteer: Gazetteer) -> None:
    assert [r.post for r in gazetteer.roles_of("person/boris-johnson", DAY)] == ["Foreign Secretary"]
    assert {r.post for r in gazetteer.roles_of("person/boris-johnson")} >= {"Foreign Secretary", "Prime Minister"}
    assert gazetteer.roles_of("person/nobody") == ()
    entry = gazetteer.entry("person/boris-johnson")
    assert entry is not None
    assert entry.country == "GBR"
    assert entry.entity().roles == gazetteer.roles_of("person/boris-johnson")


def test_bodies_of_government_are_marked(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Knesset")[0].government
    assert not gazetteer.lookup("Hamas")[0].government


def test_the_fingerprint_follows_the_files(tmp_path: Path, gazetteer: Gazetteer) -> None:
    copy = tmp_path / "gazetteer"
    shutil.copytree(resources.folder("gazetteer"), copy)
    assert Gazetteer.load(copy).fingerprint == gazetteer.fingerprint
    with (copy / "demonyms.csv").open("a", encoding="utf-8") as file:
        file.write("Utopian,country/GBR,test,2026-01-01\n")
    changed = Gazetteer.load(copy)
    assert changed.fingerprint != gazetteer.fingerprint
    assert changed.demonym("Utopian") == "country/GBR"


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("demonyms.csv", "Utopian,country/GBR"),
        ("places.csv", "twelve,Utopia,,,GBR,51.0,0.0,1,,,test,2026-01-01"),
        ("countries.csv", "country/GBR,Utopia,,,GB,GBR,1,north,0,state,1,,,test,2026-01-01"),
        ("metonyms.csv", "place/utopia,Utopia,,GBR,organization/nobody,,test,2026-01-01"),
        ("offices.csv", "Nobody At All,President,head_of_state,country/GBR,2000-01-01,,test,2026-01-01"),
    ],
)
def test_a_wrong_row_stops_the_run_and_is_named(tmp_path: Path, file: str, row: str) -> None:
    copy = tmp_path / "gazetteer"
    shutil.copytree(resources.folder("gazetteer"), copy)
    lines = (copy / file).read_text(encoding="utf-8").count("\n")
    with (copy / file).open("a", encoding="utf-8") as target:
        target.write(row + "\n")
    with pytest.raises(StopRun, match=rf"{file}:{lines + 1}: the row is wrong"):
        Gazetteer.load(copy)


def test_a_missing_file_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match=r"countries\.csv: the gazetteer can't be read"):
        Gazetteer.load(tmp_path)


def test_the_reference_is_sorted_and_without_cities(gazetteer: Gazetteer) -> None:
    ids = [entity.id for entity in gazetteer.reference()]
    assert ids == sorted(set(ids))
    assert sum(i.startswith("country/") for i in ids) == 250
    assert not any(i.startswith("place/") for i in ids)
