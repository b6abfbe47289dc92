"""Measures the line on real articles, beside the raw forward pass of its network on the same windows, in one run.

    python benchmarks/line.py --data attribution/dev.jsonl.gz --workers 2

Five stages, each in fresh processes:

- forward: the bare onnxruntime session over the windows that the annotation would give it, shared out to the workers;
- annotate: the annotation of all articles, in one process;
- extract: extraction and resolving of all articles once they are annotated, in one process;
- load: a build of one short sentence for each worker, which loads the network, the gazetteer and the libraries;
- line: `kg build` into a new store, from reading to the last quad.

A ratio is of processor seconds, which other programs on the machine disturb little; words are parted by white space.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import forkserver, get_context
from pathlib import Path
from typing import Any, TypeVar

from kg.annotate import Annotator
from kg.build import Report, build
from kg.extract import extract
from kg.graph.store import Store
from kg.line import Line
from kg.model import Article
from kg.read import read
from kg.resolve import resolve

Result = TypeVar("Result")
Feeds = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage took: seconds on the clock, processor seconds, megabytes of its largest process."""

    wall: float
    processor: float
    megabytes: int


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="JSON Lines of articles, .gz or not")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(_one_row_per_article(options.data)), encoding="utf-8")
        short = Path(folder) / "short.jsonl"
        rows = [{"id": f"short-{n}", "text": "A short sentence was said by nobody."} for n in range(options.workers)]
        short.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        words = sum(len(article.text.split()) for article in _articles(path))
        forward = _fresh(_forward, path, options.workers)
        annotate, found = _fresh(_annotate, path), _fresh(_extract, path)
        load, _ = _fresh(_line, short, options.workers)
        line, report = _fresh(_line, path, options.workers)
    costs = {"forward": forward, "annotate": annotate, "extract": found, "load": load, "line": line}
    _print(options, words, costs, report)


def _one_row_per_article(data: Path) -> Iterator[str]:
    """Rows that differ only in who annotated them count once."""
    seen = set()
    with gzip.open(data, "rt", encoding="utf-8") if data.suffix == ".gz" else data.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row.get("id") not in seen or row.get("id") is None:
                seen.add(row.get("id"))
                yield json.dumps({name: row[name] for name in row if name != "attributions"}) + "\n"


def _articles(path: Path) -> list[Article]:
    return [article for article in read([str(path)]) if isinstance(article, Article)]


def _fresh(stage: Callable[..., Result], *arguments: object) -> Result:
    """Runs a stage in a process of its own, so that its memory is not another's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(stage, *arguments).result()


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _peak() -> int:
    """Megabytes of the largest process of this stage."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024


def _forward(path: Path, workers: int) -> Cost:
    """The costs of workers that run at the same time: the longest on the clock, the sum of their processor seconds."""
    windows = _windows(path)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        costs = list(pool.map(_passes, [windows[i::workers] for i in range(workers)]))
    return Cost(max(c.wall for c in costs), sum(c.processor for c in costs), max(c.megabytes for c in costs))


def _windows(path: Path) -> list[Feeds]:
    """What the annotation of the articles gives to the session."""
    annotator = Annotator()
    feeds: list[Feeds] = []
    make = annotator.network.feeds

    def noted(*arguments: Any) -> Feeds:
        feeds.append(make(*arguments))
        return feeds[-1]

    annotator.network.feeds = noted  # type: ignore[assignment, method-assign]
    for article in _articles(path):
        annotator.annotate(article)
    return feeds


def _passes(windows: list[Feeds]) -> Cost:
    session = Annotator().network.session
    for window in windows[:3]:  # the first passes allocate memory
        session.run(None, window)
    wall, processor = time.perf_counter(), _processor_seconds()
    for window in windows:
        session.run(None, window)
    return Cost(time.perf_counter() - wall, _processor_seconds() - processor, _peak())


def _annotate(path: Path) -> Cost:
    annotator = Annotator()
    articles = _articles(path)
    for article in articles[:3]:
        annotator.annotate(article)
    wall, processor = time.perf_counter(), _processor_seconds()
    for article in articles:
        annotator.annotate(article)
    return Cost(time.perf_counter() - wall, _processor_seconds() - processor, _peak())


def _extract(path: Path) -> Cost:
    line = Line()
    annotated = [(line.annotator.annotate(article), article) for article in _articles(path)]
    for doc, article in annotated[:3]:
        resolve(extract(doc, article), article, line.gazetteer)
    gc.collect()
    gc.freeze()  # as a worker does with what it has loaded
    wall, processor = time.perf_counter(), _processor_seconds()
    for doc, article in annotated:
        resolve(extract(doc, article), article, line.gazetteer)
    return Cost(time.perf_counter() - wall, _processor_seconds() - processor, _peak())


def _line(path: Path, workers: int) -> tuple[Cost, Report]:
    report = Report()
    wall, processor = time.perf_counter(), _processor_seconds()
    with tempfile.TemporaryDirectory() as folder, Store.create_or_open(Path(folder) / "store") as store:
        build(read([str(path)]), store, report, workers=workers)
    # Workers are children of multiprocessing's fork server: their times count once it has ended.
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    return Cost(time.perf_counter() - wall, _processor_seconds() - processor, _peak()), report


def _print(options: argparse.Namespace, words: int, costs: dict[str, Cost], report: Report) -> None:
    forward, line, load = costs["forward"], costs["line"], costs["load"]
    figures = {
        "articles": report.stored,
        "failed": len(report.failed),
        "words": words,
        "workers": options.workers,
        "quads per article": round(report.quads / max(report.stored, 1)),
        "words per second, forward": round(words / forward.wall),
        "words per second, annotate (one process)": round(words / costs["annotate"].wall),
        "words per second, line": round(words / (line.wall - load.wall)),
        "words per second, line with loading": round(words / line.wall),
        "peak megabytes of a process": line.megabytes,
        "extract / annotate": round(costs["extract"].processor / costs["annotate"].processor, 2),
        "annotate / forward": round(costs["annotate"].processor / forward.processor, 2),
        "line / forward": round((line.processor - load.processor) / forward.processor, 2),
        "line with loading / forward": round(line.processor / forward.processor, 2),
    }
    if options.json:
        print(json.dumps({**figures, "costs": {name: asdict(cost) for name, cost in costs.items()}}))
        return
    for name, cost in costs.items():
        print(f"{name:<10}{cost.wall:8.2f} s{cost.processor:10.2f} processor seconds{cost.megabytes:8d} MB")
    for name, figure in figures.items():
        print(f"{name:<42}{figure:>10,}")


if __name__ == "__main__":
    main()
