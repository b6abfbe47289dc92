"""A build gives the same graph, byte for byte, whatever the order, the number of workers and the crashes."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import Report, build
from kg.errors import SkipArticle
from kg.graph.reader import open_reader
from kg.graph.store import Store
from kg.model import Article
from kg.read import read
from tests.conftest import Kg

SAMPLES = Path(__file__).parent.parent / "data" / "articles"

# Every article is written by itself, so that there are as many moments between two writes as there are articles.
# A shell starts what runs in its background with Ctrl-C ignored; here it counts.
ONE_BY_ONE = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "import kg.build; kg.build._BATCH = 1; import kg.cli; kg.cli.main()"
)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The shortest sample articles, nine of them."""
    found = [article for article in read([str(SAMPLES)]) if isinstance(article, Article)]
    return sorted(found, key=lambda article: len(article.text))[:9]


def built(folder: Path, articles: Iterable[Article | SkipArticle], *, workers: int = 1) -> Report:
    report = Report()
    with Store.create_or_open(folder) as store:
        build(articles, store, report, workers=workers)
    return report


def graph(folder: Path) -> list[str]:
    with open_reader(folder) as reader:
        return sorted(map(str, reader.graph))


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> list[str]:
    folder = tmp_path_factory.mktemp("wanted") / "store"
    report = built(folder, articles)
    assert (report.seen, report.stored, report.failed) == (9, 9, [])
    assert report.words == sum(len(article.text.split()) for article in articles)
    return graph(folder)


@pytest.mark.parametrize("workers", [1, 2])
def test_order_and_workers_make_no_difference(
    workers: int, tmp_path: Path, articles: list[Article], wanted: list[str]
) -> None:
    shuffled = random.Random(workers).sample(articles, len(articles))
    built(tmp_path / "store", shuffled, workers=workers)
    assert graph(tmp_path / "store") == wanted


def test_what_is_stored_and_unchanged_is_skipped(tmp_path: Path, articles: list[Article], wanted: list[str]) -> None:
    first = built(tmp_path / "store", articles[:5])
    second = built(tmp_path / "store", articles)
    assert (first.stored, second.stored, second.skipped) == (5, 4, 5)
    assert graph(tmp_path / "store") == wanted


def test_an_article_that_changed_is_replaced(tmp_path: Path, articles: list[Article], wanted: list[str]) -> None:
    changed = replace(articles[0], title="Another headline", text="Russia said nothing.")
    built(tmp_path / "store", [changed, *articles[1:]])
    assert graph(tmp_path / "store") != wanted
    assert built(tmp_path / "store", articles).stored == 1
    assert graph(tmp_path / "store") == wanted


def test_of_two_articles_with_one_id_the_same_is_stored_in_any_order(tmp_path: Path, articles: list[Article]) -> None:
    one = articles[0]
    other = replace(one, text=f"{one.text}\n\nThe embassy declined to comment.")
    graphs = []
    for number, order in enumerate([[one, other], [other, one], [one, other, one]]):
        report = built(tmp_path / str(number), order, workers=1 + number % 2)
        assert report.seen == len(order)
        graphs.append(graph(tmp_path / str(number)))
    assert graphs[0] == graphs[1] == graphs[2]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_fails_does_not_stop_the_run(
    workers: int, tmp_path: Path, articles: list[Article], wanted: list[str]
) -> None:
    broken = replace(articles[0], id="broken", published="the day before", source="broken.txt")
    skipped = SkipArticle("empty.txt", "is empty: nothing to read")
    report = built(tmp_path / "store", [skipped, broken, *articles], workers=workers)
    assert (report.seen, report.stored) == (11, 9)
    assert sorted(failure["path"] for failure in report.failed) == ["broken.txt", "empty.txt"]
    assert all("\n" not in failure["error"] for failure in report.failed)
    assert graph(tmp_path / "store") == wanted


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> Path:
    """The same articles as a JSON Lines file, in the fields that reading leaves alone."""
    path = tmp_path_factory.mktemp("inputs") / "articles.jsonl"
    names = ("id", "url", "title", "author", "publisher", "published", "language", "dateline", "text")
    rows = [{name: getattr(article, name) for name in names if getattr(article, name)} for article in articles]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def start(inputs: Path, store: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", ONE_BY_ONE, "build", str(inputs), "--store", str(store), "--workers", str(workers)]
    # A file takes the messages: a pipe would stay open where the process is killed.
    with store.with_suffix(".log").open("w") as log:
        return subprocess.Popen(command, stderr=log, start_new_session=True)


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    while not path.exists() and process.poll() is None:
        time.sleep(0.002)


def test_killed_at_any_moment_and_run_again(tmp_path: Path, inputs: Path) -> None:
    """Twenty times: whatever the moment, the store opens, holds whole articles only, and the same command ends well."""
    store, moment = tmp_path / "store", random.Random(20)
    whole = start(inputs, tmp_path / "whole", 2)
    assert whole.wait() == 0
    wanted = set(graph(tmp_path / "whole"))
    killed = 0
    while killed < 20:
        process = start(inputs, store, workers=1 + killed % 2)
        wait_for(store / "store.json", process)
        time.sleep(moment.uniform(0, 1.2))
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        if (store / "store.json").exists():
            with open_reader(store) as reader:
                stored = {str(quad) for article in reader.articles() for quad in reader.article_quads(article)}
                names = {reader.iris.article(article) for article in reader.articles()}
            assert stored == {quad for quad in wanted if quad.rsplit(" <", 1)[1].rstrip("> .") in names}
            if len(names) == 9:
                shutil.rmtree(store)
    assert start(inputs, store, 2).wait() == 0
    assert set(graph(store)) == wanted


def test_ctrl_c_keeps_what_is_stored(tmp_path: Path, inputs: Path) -> None:
    process = start(inputs, tmp_path / "store", 2)
    wait_for(tmp_path / "store" / "store.json", process)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    status = process.wait()
    err = (tmp_path / "store.log").read_text()
    assert status == 130, err
    assert "run the same command again" in err
    assert "Traceback" not in err
    assert start(inputs, tmp_path / "store", 2).wait() == 0
    with open_reader(tmp_path / "store") as reader:
        assert reader.counts().articles == 9


def test_a_store_among_the_articles_is_no_article(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Norway said on Monday that it would not sign the treaty.\n", encoding="utf-8")
    first = kg("build", tmp_path, "--store", tmp_path / "kg-store", "--workers", "1")
    again = kg("build", tmp_path, "--store", tmp_path / "kg-store", "--workers", "1")
    assert (first.status, again.status) == (0, 0), again.err
    assert "0 of 1 articles stored" in again.err
