"""The command line: answers on stdout in each format, everything else on stderr, and the statuses."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.reader import open_reader
from tests.conftest import ARTICLES, ROOT, Kg

PROGRAM = Path(sys.executable).with_name("kg")
QUERIES = sorted((ROOT / "docs" / "queries").glob("*.rq"))
ESCAPE = "\x1b"


def test_help_imports_nothing_heavy() -> None:
    """`kg --help` and the completion of a word wait for none of the libraries that take seconds."""
    script = (
        "import sys, kg.cli; heavy = {'spacy', 'onnxruntime', 'rdflib', 'pyoxigraph', 'pyshacl', 'trafilatura', "
        "'pydantic', 'numpy'} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "",
        "build extract statements meetings neighbours paths search query",
        "export info validate doctor delete evaluate backup restore",
    ],
)
def test_every_command_has_help(kg: Kg, command: str) -> None:
    for name in command.split() or [""]:
        ran = kg(*name.split(), "--help")
        assert ran.status == 0
        assert "--help" in ran.out
        assert ran.err == ""


def test_version(kg: Kg) -> None:
    assert kg("--version").out.startswith("rapporteur 0.")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["statment"], "statment"),
        (["statements", "--colour"], "--colour"),
        (["statements", "--limit", "0"], "--limit"),
        (["statements", "--format", "yaml"], "yaml"),
        (["build"], "PATH"),
        (["build", "x.txt", "--workers", "0"], "workers"),
        (["build", "x.txt", "--base-iri", "here"], "base"),
        (["build", "x.txt", "--column", "body"], "FIELD=NAME"),
        (["neighbours", "Turkey", "--depth", "4"], "--depth"),
        (["info"], "there is no store in kg-store"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(kg: Kg, words: list[str], message: str) -> None:
    ran = kg(*words)
    assert ran.status == 2
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["statements", "--speaker", "Sadykov"], "did you mean"),
        (["statements", "--since", "May"], "no date"),
        (["statements", "--act", "sing"], "sing"),
        (["statements", "--form", "sung"], "sung"),
        (["paths", "Turkey", "Turkey"], "the same"),
        (["search", "?"], "no words"),
        (["export", "excel"], "nquads"),
        (["delete", "no-such-article"], "no article"),
        (["query", "SELECT nothing"], "malformed"),
        (["query", "@no-such-file.rq"], "can't be read"),
        (["query", "--format", "turtle", "SELECT * { ?s ?p ?o } LIMIT 1"], "turtle"),
        (["evaluate", "singing", "--data", "x"], "attribution"),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_line_and_status_2(
    kg: Kg, demo: Path, words: list[str], message: str
) -> None:
    ran = kg(*words, *([] if words[0] == "evaluate" else ["--store", demo]))
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_verbose_shows_where_an_error_came_from(kg: Kg) -> None:
    ran = kg("info", "-v")
    assert "Traceback" in ran.err
    assert "there is no store" in ran.err.splitlines()[-1]


def test_the_store_is_a_flag_or_the_environment(kg: Kg, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", str(demo))
    assert kg("info").status == 0
    assert kg("info", "--store", "elsewhere").status == 2


LISTS = [
    ["statements"],
    ["meetings"],
    ["neighbours", "Turkey"],
    ["paths", "Turkey", "Azerbaijan"],
    ["search", "Turkey"],
    ["info"],
    ["query", "SELECT ?s ?text { ?s rap:text ?text }"],
]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words[0])
def test_every_list_has_three_formats(kg: Kg, demo: Path, words: list[str]) -> None:
    table = kg(*words, "--store", demo)
    assert table.status == 0
    assert len(table.out.splitlines()) > 3
    assert ESCAPE not in table.out
    assert "…" not in {word for word in table.out.split() if len(word) == 1 and words[0] == "info"}
    as_json = json.loads(kg(*words, "--store", demo, "--format", "json").out)
    assert as_json
    rows = list(csv.DictReader(io.StringIO(kg(*words, "--store", demo, "--format", "csv").out)))
    assert rows
    if words[0] in {"statements", "meetings"}:
        assert len(rows) == len(as_json)
        assert [row["date"] for row in rows] == [row["date"] or "" for row in as_json]


def test_json_and_csv_are_complete_and_a_table_says_what_it_leaves_out(kg: Kg, demo: Path) -> None:
    everything = json.loads(kg("statements", "--store", demo, "--format", "json").out)
    table = kg("statements", "--store", demo)
    assert len(everything) > 50
    assert "the first 50" in table.err
    limited = kg("statements", "--store", demo, "--limit", "3", "--format", "json")
    assert json.loads(limited.out) == everything[:3]
    assert "the first 3" in limited.err
    assert kg("statements", "--store", demo, "--limit", "3", "-q").err == ""


def test_every_statement_names_its_article_and_sentence(kg: Kg, demo: Path) -> None:
    with open_reader(demo) as reader:
        known = set(reader.articles())
    for row in json.loads(kg("statements", "--store", demo, "--format", "json").out):
        assert row["article"]["id"] in known
        assert any(piece["text"] for piece in row["evidence"])


def test_nothing_found_is_said_on_stderr(kg: Kg, demo: Path) -> None:
    ran = kg("statements", "--store", demo, "--since", "2031")
    assert (ran.status, ran.out) == (0, "")
    assert "No such statement" in ran.err
    assert kg("statements", "--store", demo, "--since", "2031", "--format", "json").out == "[]\n"
    assert kg("statements", "--store", demo, "--since", "2031", "--format", "csv").out.startswith("date,speaker,")


def test_who_asks_about_capitals_is_told_of_the_states(kg: Kg, demo: Path) -> None:
    asked = ("statements", "--store", demo, "--speaker", "Astana", "--about", "Ankara", "--act", "accuse")
    ran = kg(*asked)
    states = "--speaker country/KAZ (Kazakhstan, where Astana is) --about country/TUR (Turkey, where Ankara is) finds "
    told = re.search(re.escape(states) + r"(\d+)", ran.err)
    assert (ran.status, ran.out) == (0, "")
    assert told
    meant = ("--speaker", "country/KAZ", "--about", "country/TUR", "--act", "accuse", "--format", "json")
    assert len(json.loads(kg("statements", "--store", demo, *meant).out)) == int(told[1]) > 0
    # Nothing would be found of the states either; somebody is no place.
    for others in (asked, ("statements", "--store", demo, "--speaker", "Sadykova")):
        assert "capitals" not in kg(*others, "--since", "2031").err


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "xml"])
def test_rows_of_a_query_in_each_format(kg: Kg, demo: Path, form: str) -> None:
    ran = kg("query", "SELECT (COUNT(*) AS ?n) { ?s a rap:Article }", "--store", demo, "--format", form)
    assert ran.status == 0
    assert "22" in ran.out


@pytest.mark.parametrize("form", ["table", "turtle", "ntriples"])
def test_a_graph_of_a_query_in_each_format(kg: Kg, demo: Path, form: str) -> None:
    ran = kg("query", "CONSTRUCT { ?s a rap:Article } { ?s a rap:Article }", "--store", demo, "--format", form)
    assert ran.status == 0
    assert ran.out.count("/article/") + ran.out.count("article/") >= 22


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_documented_queries_have_answers(kg: Kg, demo: Path, path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kg("query", f"@{path}", "--store", demo, "--format", "csv").out)))
    assert rows
    assert f"docs/queries/{path.name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_query_of_what_one_said_tells_the_acts(kg: Kg, demo: Path) -> None:
    path = ROOT / "docs" / "queries" / "what-one-said-about-another.rq"
    rows = list(csv.DictReader(io.StringIO(kg("query", f"@{path}", "--store", demo, "--format", "csv").out)))
    told = kg(
        "statements", "--speaker", "Aigerim Sadykova", "--about", "Turkey", "--store", demo, "--format", "json"
    ).out
    acts = {(one["text"], one["act"]) for one in json.loads(told)}
    assert {(row["words"], row["act"]) for row in rows} == acts


def test_a_query_that_takes_too_long_is_stopped(kg: Kg, demo: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    ran = kg("query", endless, "--store", demo, "--time-limit", "1")
    assert ran.status == 1
    assert "longer than 1 second" in ran.err
    assert kg("info", "--store", demo).status == 0


def test_export_writes_the_same_file_twice(kg: Kg, demo: Path, tmp_path: Path) -> None:
    for form in ("nquads", "trig", "turtle", "jsonld"):
        assert kg("export", form, "--store", demo, "-o", tmp_path / form).status == 0
        assert (tmp_path / form).read_text(encoding="utf-8") == kg("export", form, "--store", demo).out
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_file_that_cannot_be_written(kg: Kg, demo: Path) -> None:
    ran = kg("export", "nquads", "--store", demo, "-o", "/dev/full")
    assert ran.status == 1
    assert "/dev/full can't be written: No space left" in ran.err


def test_the_sample_graphs_conform(kg: Kg, demo: Path) -> None:
    ran = kg("validate", "--store", demo)
    assert (ran.status, ran.out) == (0, "")
    assert "all conform" in ran.err


def test_delete_removes_one_article(kg: Kg, tmp_path: Path) -> None:
    store = tmp_path / "store"
    wires = ARTICLES / "05-wire-snippets.jsonl"
    assert kg("build", wires, "--store", store, "--workers", "1").status == 0
    rows = json.loads(kg("statements", "--store", store, "--format", "json").out)
    gone = rows[0]["article"]["id"]
    assert kg("delete", gone, "--store", store).status == 0
    left = json.loads(kg("statements", "--store", store, "--format", "json").out)
    assert left == [row for row in rows if row["article"]["id"] != gone]


def test_doctor(kg: Kg, demo: Path) -> None:
    checks = json.loads(kg("doctor", "--store", demo, "--format", "json").out)
    assert [check["name"] for check in checks] == [
        *("versions", "ontology", "gazetteer", "weights", "extraction", "workers", "search", "store", "disk")
    ]
    assert {check["name"] for check in checks if not check["ok"]} <= {"disk"}


def test_extract_is_one_line_an_article_in_the_order_of_the_input(kg: Kg, tmp_path: Path) -> None:
    wires = ARTICLES / "05-wire-snippets.jsonl"
    ran = kg("extract", wires, "--tokens", "--workers", "2")
    found = [json.loads(line) for line in ran.out.splitlines()]
    given = [json.loads(line) for line in wires.read_text(encoding="utf-8").splitlines()]
    assert [one["article"]["id"] for one in found] == [one["id"] for one in given]
    assert all(one["tokens"] for one in found)
    assert kg("extract", wires, "--tokens", "-o", tmp_path / "found.jsonl").out == ""
    assert (tmp_path / "found.jsonl").read_text(encoding="utf-8") == ran.out


def test_articles_on_standard_input(tmp_path: Path) -> None:
    line = json.dumps({"id": "one", "text": "Russia accused Turkey of breaking the agreement, the ministry said."})
    done = subprocess.run(
        [PROGRAM, "extract", "-"], input=line, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["id"] == "one"


def test_a_reader_that_has_seen_enough_is_no_error(demo: Path) -> None:
    command = f"'{PROGRAM}' export nquads --store '{demo}' | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[1] == "0"


def on_a_terminal(*words: str | Path, **environment: str) -> str:
    """What `kg` writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    process = subprocess.Popen(
        [PROGRAM, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux reports the end of a terminal so
            break
        written += piece
    os.close(ours)
    process.wait()
    return written.decode()


def test_colours_on_a_terminal_unless_they_are_not_wanted(demo: Path) -> None:
    words = ("statements", "--limit", "5", "--store", demo)
    coloured, plain = on_a_terminal(*words), on_a_terminal(*words, NO_COLOR="1")
    assert f"{ESCAPE}[36m" in coloured
    assert ESCAPE not in plain
    assert max(map(len, plain.splitlines())) <= 80


def test_an_article_cannot_write_to_the_terminal_or_into_a_spreadsheet(kg: Kg, tmp_path: Path) -> None:
    said = 'Russia said on Monday: "\u202eThe \u009b31mtalks\u001b]0;owned\u0007 have ended."'
    article = {"id": "odd", "title": '=HYPERLINK("http://example.org")', "published": "2024-01-01", "text": said}
    (tmp_path / "odd.jsonl").write_text(json.dumps(article), encoding="utf-8")
    store = tmp_path / "store"
    assert kg("build", "odd.jsonl", "--store", store, "--workers", "1").status == 0
    for form in ("table", "json", "csv"):
        out = kg("statements", "--store", store, "--format", form).out
        assert "ended" in out
        assert not set(out) & set("\u202e\u009b\u001b\u0007")
    (row,) = csv.DictReader(io.StringIO(kg("statements", "--store", store, "--format", "csv").out))
    assert row["title"].startswith("'=")
    assert "\u009b" not in on_a_terminal("query", "SELECT ?t { ?c rap:text ?t }", "--format", "tsv", "--store", store)
