"""What is done by saying something: read from tables, our gold and example sentences, cut into windows, learned."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import ACTS
from training import sayings
from training.documents import Document, Saying
from training.words import plain, tokenize

TEXT = "Ms Moen said Oslo had lied. Oslo said nothing."


def test_a_table_tells_acts_and_aims_by_the_first_character_of_a_cue(tmp_path: Path) -> None:
    path = tmp_path / "sayings.tsv"
    path.write_text("one\t8 accuse 13 17\t33 refuse -\t50 say\n", encoding="utf-8")
    known = sayings.read(path)["one"]
    assert known == {8: ("accuse", [[13, 17]]), 33: ("refuse", []), 50: ("say", None)}
    attributions = [{"cue": [[8, 12]], "content": [[13, 26]]}, {"cue": [], "content": [[0, 4]]}]
    (done,) = sayings.of_attributions(attributions, known)
    doc = tokenize(TEXT)
    _, position = plain(doc)
    (said,) = sayings.sayings(doc, position, [done])
    assert said == Saying([2], [3, 4, 5], ACTS.index("accuse"), [3])


def test_a_table_tells_whole_attributions_of_a_text_that_has_none(tmp_path: Path) -> None:
    path = tmp_path / "attributions.tsv"
    path.write_text("one\t0-7 8-12 13-17,18-26 accuse 13-17\t- 33-37 38-45 say -\ntwo\n", encoding="utf-8")
    found = sayings.whole(path)
    assert found["two"] == ([], [])  # read, and nobody says anything in it
    attributions, done = found["one"]
    assert attributions[0] == {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 17], [18, 26]]}
    assert attributions[1]["source"] == []
    assert [(one.act, one.aim) for one in done] == [("accuse", [[13, 17]]), ("say", [])]


def test_what_has_no_content_is_nothing_done() -> None:
    doc = tokenize(TEXT)
    _, position = plain(doc)
    assert sayings.sayings(doc, position, [sayings.Done([[8, 12]], [], "say", [])]) == []


def test_an_aim_of_our_gold_is_a_name_in_the_content_or_unknown() -> None:
    oslo = {"start": 13, "end": 17, "entity": "oslo"}
    about = [{"entity": "oslo", "role": "target"}]
    said = {"cue": {"span": [8, 12]}, "content": [[13, 26]], "act": "accuse", "about": about}
    record = {"mentions": [oslo], "statements": [said, said | {"content": [[18, 26]]}, said | {"about": []}]}
    assert [one.aim for one in sayings.of_statements(record)] == [[[13, 17]], None, []]


def test_example_sentences_mark_cue_content_and_aim(tmp_path: Path) -> None:
    path = tmp_path / "acts.txt"
    path.write_text(
        "accuse | <Oslo lied>, Ms Moen {said}, <and knew it>. | Oslo\nsay | {Said} <it>. | -\n", encoding="utf-8"
    )
    first, second = sayings.examples(path)
    assert first.words == ["Oslo", "lied", ",", "Ms", "Moen", "said", ",", "and", "knew", "it", "."]
    assert first.sayings == [Saying([5], [0, 1, 7, 8, 9], ACTS.index("accuse"), [0])]
    assert second.sayings == [Saying([0], [1], ACTS.index("say"), [])]


@pytest.mark.parametrize(
    ("begin", "end", "found"),
    [
        (0, 8, [Saying([2], [3, 4], 1, [6])]),
        (1, 6, [Saying([1], [2, 3], 1, None)]),  # whom it is aimed at stands outside
        (3, 8, []),  # so does the cue
        (0, 3, []),  # and the content
    ],
)
def test_a_window_has_what_is_done_within_it(begin: int, end: int, found: list[Saying]) -> None:
    document = Document(words=list("abcdefgh"), sayings=[Saying([2], [3, 4], 1, [6])])
    assert document.window(begin, end).sayings == found


def test_everything_of_the_repository_is_read() -> None:
    articles = sayings.read()
    assert len(articles) > 700
    assert all(act in ACTS for cues in articles.values() for act, _ in cues.values())
    assert len(sayings.examples()) > 2700
