"""Search, Actors, Statements, Articles: what they show is what the graph has, and the keys work."""

from __future__ import annotations

import csv
import io
import json
import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.test_events import items
from tests.explorer.conftest import Visit, Watched, drawn, opened


def test_what_somebody_said_about_somebody_is_asked_in_a_sentence(visit: Visit, explorer: httpx.Client) -> None:
    page = visit()
    asking = page.get_by_role("form", name="What did somebody say about somebody")
    asking.get_by_role("combobox", name="Who said it").press_sequentially("kaz")
    asking.get_by_role("option", name="Kazakhstan").first.click()
    expect(asking.get_by_role("combobox", name="About whom or what")).to_be_focused()
    page.keyboard.type("turk")
    asking.get_by_role("option", name="Turkey").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Kazakhstan said about Turkey")
    rows = items(explorer, "statements", speaker="country/KAZ", about="country/TUR")
    expect(page.locator("tbody tr")).to_have_count(len(rows))
    expect(page.locator(".told")).to_have_text(f"{len(rows)} statements")


def test_whoever_types_a_name_and_presses_enter_means_the_best_known(visit: Visit) -> None:
    page = visit()
    asking = page.get_by_role("form", name="What did somebody say about somebody")
    who = asking.get_by_role("combobox", name="Who said it")
    who.fill("sadyk")
    who.press("Enter")
    expect(who).to_have_value("Aigerim Sadykova")
    expect(asking.get_by_role("combobox", name="About whom or what")).to_be_focused()
    page.keyboard.type("turk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Aigerim Sadykova said about Turkey")


def test_names_that_are_only_typed_are_understood(visit: Visit) -> None:
    page = visit()
    asking = page.get_by_role("form", name="What did somebody say about somebody")
    asking.get_by_role("combobox", name="Who said it").fill("kazakh")
    asking.get_by_role("combobox", name="About whom or what").fill("turk")
    asking.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Kazakhstan said about Turkey")


def test_the_question_can_be_typed_into_the_box(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("What did kazakhstan say about turkey?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Kazakhstan said about Turkey")


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("sadykova on turkey", "What Aigerim Sadykova said about Turkey"),
        ("what was said about turkey", "What was said about Turkey"),
        ("What did Ebersreuth say?", "What Matthias Ebersreuth said"),
        ("beacons on every ship", "Statements"),
    ],
)
def test_questions_are_understood_as_they_are_shortened(visit: Visit, typed: str, heading: str) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_two_names_that_no_statement_has_lead_to_what_one_said_about_the_other(visit: Visit) -> None:
    page = visit("?view=statements&q=sadykova+turkey")
    expect(page.locator(".empty")).to_contain_text("No statement has the words “sadykova turkey”")
    page.get_by_role("link", name="What Aigerim Sadykova said about Turkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Aigerim Sadykova said about Turkey")


def test_keys_lead_from_the_box_to_an_actor_and_back(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search people")
    expect(box).to_be_focused()
    page.keyboard.type("sadyk")
    page.get_by_role("option", name="Aigerim Sadykova").wait_for()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True).get_attribute("id")
    assert chosen
    expect(box).to_have_attribute("aria-activedescendant", chosen)
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="Aigerim Sadykova").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aigerim Sadykova")


def test_a_slip_of_the_pen_is_forgiven(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("Kazahkstan")
    expect(page.get_by_role("option", name="Kazakhstan").first).to_be_visible()


def test_words_alone_are_found_in_statements(visit: Visit, explorer: httpx.Client) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("wagons")
    page.keyboard.press("Enter")
    page.wait_for_url("**view=statements**")
    expect(drawn(page).locator("tbody tr")).to_have_count(len(items(explorer, "statements", q="wagons")))


def test_whoever_types_a_name_is_led_to_the_actor_too(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("Sadykova")
    page.keyboard.press("Enter")
    page.locator(".called").get_by_role("link", name="Aigerim Sadykova").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aigerim Sadykova")


def test_help_opens_and_closes_by_key(visit: Visit) -> None:
    page = visit()
    page.set_viewport_size({"width": 390, "height": 500})
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog")
    expect(help_).to_be_visible()
    assert help_.evaluate("(one) => [one.scrollTop, one.scrollHeight > one.clientHeight]") == [0, True]
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.keyboard.press("?")
    help_.get_by_role("button", name="Close").click()
    expect(help_).to_be_hidden()


def test_an_actor_is_shown_with_all_that_is_known(visit: Visit, explorer: httpx.Client) -> None:
    known = explorer.get("/api/entities/person/aigerim-sadykova").json()
    page = visit("?view=actor&actor=person/aigerim-sadykova")
    main = page.locator("main")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aigerim Sadykova")
    expect(main.locator(".numbers")).to_contain_text(str(known["statements"]))
    expect(main.get_by_role("heading", name="Whom they met")).to_contain_text(f"{known['meetings']} meetings")
    for role in known["roles"]:
        expect(main.locator(".roles")).to_contain_text(role["post"])
    together = explorer.get("/api/entities/person/aigerim-sadykova/companions").json()["items"]
    expect(main).to_contain_text(together[0]["entity"]["label"])
    # The bars tell what the numbers tell.
    assert drawn(page).locator("svg .bar-statements").count() >= 3


def test_a_post_without_its_organization_is_not_told_beside_the_same_with_it(
    visit: Visit, explorer: httpx.Client
) -> None:
    def told_twice(id_: str) -> list[str]:
        roles = explorer.get(f"/api/entities/{id_}").json()["roles"]
        whole = {role["post"].lower() for role in roles if role["organization"]}
        return [role["post"] for role in roles if not role["organization"] and role["post"].lower() in whole]

    people = explorer.get("/api/entities", params={"type": "person", "sort": "mentions"}).json()["items"]
    id_ = next(one["id"] for one in people if told_twice(one["id"]))
    page = visit(f"?view=actor&actor={id_}")
    posts = [row.split(" (")[0].lower() for row in page.locator(".roles li").all_inner_texts()]
    assert posts
    assert not set(posts) & {post.lower() for post in told_twice(id_)}


def test_who_is_not_known_is_offered_all_who_are(visit: Visit, watched: Watched) -> None:
    watched.allowed.append("404")
    page = visit("?view=actor&actor=person/nobody-at-all")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    page.get_by_role("link", name="All actors and places").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Actors and places")


def test_a_place_tells_who_met_there(visit: Visit, explorer: httpx.Client) -> None:
    held = [one for one in items(explorer, "meetings", sort="newest") if one["place"]]
    places = [one["place"]["id"] for one in held if one["place"]["id"].startswith("place/")]
    place = max(sorted(set(places)), key=places.count)
    there = [one for one in held if one["place"]["id"] == place]
    assert len(there) > 6
    page = visit(f"?view=actor&actor={place}")
    listed = page.get_by_role("heading", name="Who met here").locator("xpath=..").get_by_role("listitem")
    assert listed.count() == 6
    expect(page.get_by_role("heading", name="Who met here")).to_contain_text(f"{len(there)} meetings")
    page.get_by_role("button", name=f"More: {len(there) - 6} to come").click()
    expect(listed).to_have_count(len(there))
    # Its name, which is the heading, stands in no row; nobody is "with" a place.
    assert not [row for row in listed.all_inner_texts() if "with " in row or f" in {there[0]['place']['label']}" in row]
    expect(page.get_by_role("heading", name="What they said")).to_have_count(0)
    assert page.locator(".numbers dt").all_inner_texts() == ["said about it", "mentions", "seen"]


def test_within_dates_an_actor_has_so_many_statements_and_meetings(visit: Visit, explorer: httpx.Client) -> None:
    every = items(explorer, "meetings", participant="person/aigerim-sadykova")
    middle = sorted(one["date"] for one in every)[len(every) // 2]
    dates = {"until": middle}
    met = items(explorer, "meetings", participant="person/aigerim-sadykova", **dates)
    said = items(explorer, "statements", speaker="person/aigerim-sadykova", **dates)
    known = explorer.get("/api/entities/person/aigerim-sadykova").json()
    assert 0 < len(said) < known["statements"]
    assert 0 < len(met) < known["meetings"]
    page = visit(f"?view=actor&actor=person/aigerim-sadykova&until={middle}")
    expect(page.get_by_role("heading", name="Whom they met")).to_contain_text(f" {len(met)} meeting")
    expect(page.get_by_role("heading", name="What they said")).to_contain_text(f" {len(said)} statement")


def test_who_asks_about_a_capital_is_led_to_the_state(visit: Visit, explorer: httpx.Client) -> None:
    [ankara] = [one for one in items(explorer, "entities", q="Ankara", type="place") if one["label"] == "Ankara"]
    asked = {"speaker": "person/aigerim-sadykova", "about": "country/TUR"}
    total = explorer.get("/api/statements/counts", params=asked).json()["total"]
    page = visit(f"?view=statements&speaker=person/aigerim-sadykova&about={ankara['id']}")
    expect(page.locator(".empty")).to_contain_text("No article here tells of Aigerim Sadykova speaking about Ankara")
    page.get_by_role("link", name=f"{total} statements about Turkey, where Ankara is").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Aigerim Sadykova said about Turkey")
    expect(page.locator("tbody tr")).to_have_count(total)


def test_a_click_on_the_words_of_the_question_is_one_into_its_box(visit: Visit) -> None:
    page = visit()
    page.get_by_text("say about", exact=True).click()
    expect(page.get_by_role("combobox", name="About whom or what")).to_be_focused()


def test_actors_are_listed_by_kind(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=actor")
    page.get_by_role("link", name="Countries").click()
    page.wait_for_url("**type=country**")
    countries = items(explorer, "entities", type="country")
    expect(drawn(page).locator("tbody tr")).to_have_count(min(50, len(countries)))


@pytest.mark.parametrize(
    "asked",
    [
        {"act": "deny"},
        {"stance": "negative", "about": "country/TUR"},
        {"form": "direct", "publisher": "Meridian Press"},
        {"since": "2024-05-08", "until": "2024-05-09"},
        {"q": "grain"},
    ],
)
def test_statements_are_filtered_as_the_api_does(visit: Visit, explorer: httpx.Client, asked: dict[str, str]) -> None:
    page = visit("?view=statements&" + "&".join(f"{name}={value}" for name, value in asked.items()))
    ids = [row["id"] for row in items(explorer, "statements", sort="newest", **asked)]
    assert ids
    shown = page.locator("td.said a").evaluate_all("all => all.map((one) => one.dataset.evidence.split('#')[1])")
    assert shown == ids[:50]


def test_all_statements_are_reachable_page_by_page(visit: Visit, explorer: httpx.Client) -> None:
    page, total = visit("?view=statements"), len(items(explorer, "statements"))
    expect(page.locator(".told")).to_have_text(f"50 of {total} statements")
    for shown in range(100, total + 50, 50):
        page.get_by_role("button", name="More").click()
        expect(page.locator("tbody tr")).to_have_count(min(shown, total))
    expect(page.get_by_role("button", name="More")).to_have_count(0)
    expect(page.locator(".told")).to_have_text(f"{total} statements")


def test_statements_are_sorted_by_date_both_ways(visit: Visit) -> None:
    page = visit("?view=statements&speaker=country/KAZ")
    newest = page.locator("td time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert newest == sorted(newest, reverse=True)
    page.get_by_role("link", name="Date").click()
    expect(page.get_by_role("columnheader", name="Date")).to_have_attribute("aria-sort", "ascending")
    assert drawn(page).locator("td time").evaluate_all("all => all.map((one) => one.dateTime)") == newest[::-1]


def test_the_claims_of_two_actors_stand_side_by_side(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=statements&speaker=country/KAZ")
    page.get_by_role("combobox", name="Compare with another actor").press_sequentially("turk")
    page.get_by_role("option", name="Turkey").first.click()
    page.wait_for_url("**compare=country**")
    for name, id_ in (("Kazakhstan", "country/KAZ"), ("Turkey", "country/TUR")):
        column = page.get_by_role("region", name=name)
        total = len(items(explorer, "statements", speaker=id_))
        expect(column.get_by_role("heading")).to_contain_text(f"{total} statements")
        expect(column.locator("li.item")).to_have_count(min(20, total))


def test_a_table_of_one_speaker_does_not_repeat_who_it_is(visit: Visit) -> None:
    page = visit("?view=statements&speaker=country/KAZ")
    expect(page.locator("tbody td.said").first).to_be_visible()
    expect(page.locator("tbody td.who").first).to_be_hidden()
    page = visit("?view=statements&about=country/TUR")
    expect(page.locator("tbody td.who").first).to_be_visible()


def test_whoever_a_list_is_about_is_named_in_it_only_with_a_stance(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=actor&actor=country/TUR")
    told = page.locator(".actor-columns > section", has_text="What was said about them").locator("li.item")
    rows = items(explorer, "statements", about="country/TUR", sort="newest")[:6]
    expect(told).to_have_count(len(rows))
    stances = [next(each["stance"] for each in row["about"] if each["entity"]["id"] == "country/TUR") for row in rows]
    assert len(set(stances)) > 1
    shown = [item.locator(".about", has_text="Turkey").count() for item in told.all()]
    assert shown == [int(stance != "neutral") for stance in stances]


def test_publishers_stand_side_by_side(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=statements&speaker=country/KAZ&compare=publishers")
    counts = explorer.get("/api/statements/counts", params={"speaker": "country/KAZ"}).json()["publishers"]
    assert len(counts) >= 2
    for one in counts[:4]:
        expect(page.get_by_role("region", name=one["name"]).locator("li.item")).to_have_count(min(20, one["count"]))


def test_a_name_that_nobody_bears_offers_who_may_be_meant(visit: Visit, watched: Watched) -> None:
    watched.allowed.append("422")
    page = visit("?view=statements&speaker=Kazahkstan")
    page.get_by_role("alert").get_by_role("link", name="Kazakhstan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Kazakhstan said")


def test_whom_one_article_alone_knows_is_told_by_its_title(
    visit: Visit, explorer: httpx.Client, watched: Watched
) -> None:
    watched.allowed.append("422")
    meant = explorer.get("/api/statements", params={"speaker": "ministers"}).json()["candidates"]
    assert len(meant) > 1
    page = visit("?view=statements&speaker=ministers")
    told = page.get_by_role("alert").get_by_role("listitem")
    expect(told).to_have_count(len(meant))
    for one, row in zip(meant, told.all(), strict=True):
        title = explorer.get(f"/api/articles/{one['id'].split('/')[1]}").json()["title"]
        expect(row).to_have_text(f"{one['label']} in {title}")


def test_nothing_found_says_so(visit: Visit) -> None:
    page = visit("?view=statements&q=xyzzyplugh")
    expect(page.locator(".empty")).to_contain_text("No statement has the words “xyzzyplugh”")
    page = visit("?view=statements&q=xyzzyplugh&act=deny")
    expect(page.locator(".empty")).to_contain_text("No statement meets these filters")


def test_where_one_did_not_speak_about_another_it_says_what_there_is(visit: Visit, explorer: httpx.Client) -> None:
    known = [
        one["id"] for one in explorer.get("/api/entities", params={"sort": "mentions", "limit": 20}).json()["items"]
    ]
    pairs = [{"speaker": one, "about": other} for one in known for other in known if one != other]
    pair = next(pair for pair in pairs if not explorer.get("/api/statements", params=pair).json()["items"])
    page = visit(f"?view=statements&speaker={pair['speaker']}&about={pair['about']}")
    expect(page.locator(".empty")).to_contain_text("No article here tells of")
    expect(page.get_by_role("link", name="Drop all filters")).to_have_count(0)
    page.get_by_role("link", name="All that was said about").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What was said about")
    page = visit(f"?view=statements&speaker={pair['speaker']}&about={pair['about']}&q=xyzzyplugh")
    page.get_by_role("link", name="Drop all filters but the names").click()
    expect(page.locator(".empty")).to_contain_text("No article here tells of")


def test_articles_are_listed_and_open(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=articles")
    articles = items(explorer, "articles", sort="newest")
    titles = [one["title"] for one in articles]
    assert page.locator("td.title").all_inner_texts() == titles
    page.get_by_role("link", name="Date").click()
    expect(page.get_by_role("columnheader", name="Date")).to_have_attribute("aria-sort", "ascending")
    assert drawn(page).locator("td.title").all_inner_texts() == [
        one["title"] for one in items(explorer, "articles", sort="oldest")
    ]
    page.get_by_role("link", name=articles[0]["title"]).click()
    expect(page.locator("aside .article-title")).to_have_text(articles[0]["title"])


def test_articles_are_sorted_on_a_phone_too(visit: Visit, explorer: httpx.Client, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit("?view=articles").get_by_role("link", name="Date").click()
    expect(page).to_have_url(re.compile("sort=oldest"))
    oldest = [one["title"] for one in items(explorer, "articles", sort="oldest")]
    assert drawn(page).locator("td.title").all_inner_texts() == oldest
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("format", ["CSV", "JSON"])
def test_the_view_is_exported_as_it_is_filtered(visit: Visit, explorer: httpx.Client, format: str) -> None:
    page = visit("?view=statements&speaker=country/KAZ&act=accuse")
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("dialog")).to_contain_text("said by Kazakhstan, act accuse.")
    with page.expect_download() as downloading:
        page.get_by_role("dialog").get_by_role("button", name=format, exact=True).click()
    text = downloading.value.path().read_text(encoding="utf-8")
    rows = items(explorer, "statements", speaker="country/KAZ", act="accuse")
    if format == "JSON":
        assert json.loads(text) == rows
    else:
        read = list(csv.DictReader(io.StringIO(text, newline="")))
        assert [(one["statement"], one["text"]) for one in read] == [(row["id"], row["text"]) for row in rows]


def test_the_graph_is_exported_within_the_filters(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=statements&since=2024-06")
    page.get_by_role("button", name="Export").click()
    address = page.get_by_role("dialog").get_by_role("link", name="graphml").get_attribute("href")
    assert address
    assert "since=2024-06" in address
    assert explorer.get(address).status_code == 200


def test_dark_and_light_can_be_chosen(visit: Visit) -> None:
    page = visit()
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark colours").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert drawn(page).evaluate(ground) == dark


def test_the_pages_without_script_fit_a_phone(browser: Browser, explorer: httpx.Client, watched: Watched) -> None:
    with opened(browser, explorer, watched, viewport={"width": 390, "height": 844}) as page:
        for address in ("/entity/country/KAZ", "/entity/person/aigerim-sadykova", "/browse"):
            page.goto(address)
            wider = page.locator("section").evaluate_all(
                "all => all.filter((one) => one.scrollWidth > one.clientWidth).length"
            )
            assert wider == 0
        page.goto("/?view=statements")
        drawn(page).get_by_role("button", name="Export").click()
        box = page.get_by_role("dialog").bounding_box()
        assert box
        assert 10 <= box["x"] <= box["x"] + box["width"] <= 380


def test_the_whole_article_is_on_a_page_without_script(page: Page, explorer: httpx.Client) -> None:
    text = explorer.get("/").text
    assert '<a href="browse">' in re.sub(r"\s+", " ", text)
    page.goto("/browse")
    expect(page.get_by_role("link", name="Kazakhstan")).to_be_visible()
