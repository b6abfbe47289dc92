"""What the bundled gazetteer answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import resources
from kg.errors import StopRun
from kg.resolve.gazetteer import Gazetteer


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
        ("Odessa", "place/698740"),
        ("Aleppo", "place/170063"),
        ("Deir Ezzor", "place/170794"),
        ("Sana’a", "place/71137"),
        ("Paris", "place/2988507"),
        ("London", "place/2643743"),
        ("New York", "place/5128581"),
    ],
)
def test_the_most_prominent_bearer_of_a_name_comes_first(gazetteer: Gazetteer, name: str, first: str) -> None:
    assert gazetteer.lookup(name)[0].id == first


@pytest.mark.parametrize("word", ["us", "who", "nice", "reading", "turkey", "", "Xqzrt"])
def test_words_and_unknown_names_find_nothing(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.lookup(word) == ()


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
        ("Istanbul", None),
        ("Geneva", None),
    ],
)
def test_capitals_and_seats_of_government_stand_for_their_countries(
    gazetteer: Gazetteer, name: str, country: str | None
) -> None:
    assert gazetteer.stands_for(name) == country


def test_capitals_and_countries(gazetteer: Gazetteer) -> None:
    assert gazetteer.capital_of("country/KAZ") == "place/1526273"
    assert gazetteer.capital_of("country/ATA") is None
    assert gazetteer.country_of("place/2660646") == "country/CHE"
    assert gazetteer.country_of("country/CHE") == "country/CHE"
    assert gazetteer.country_of("place/0") is None


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
        ("places.csv", "twelve,Utopia,,GBR,51.0,0.0,1,,test,2026-01-01"),
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
