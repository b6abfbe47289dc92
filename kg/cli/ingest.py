"""Articles in: build, extract."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DecisionsFile, Output, Quiet, StoreFolder, Verbose, Workers, screen_of
from kg.cli.output import text_output
from kg.cli.progress import progress
from kg.cli.screen import Screen
from kg.errors import StopRun, UsageError

if TYPE_CHECKING:
    from kg.build import Report
    from kg.model import Article
    from kg.place import Place

# Exit statuses: some of many articles failed, all that there was failed, Ctrl-C.
FAILED, IN_PART, INTERRUPTED = 1, 3, 130

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files or folders: .txt .md .html .json .jsonl .csv; - for JSON Lines on standard input.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=NAME", help="What a field is called in the input: text=body."),
]


def build(
    context: typer.Context,
    paths: Paths,
    store: StoreFolder = None,
    workers: Workers = None,
    base_iri: Annotated[
        str | None, typer.Option(metavar="IRI", help="Where the data of a new store lie, as http://localhost:8000/.")
    ] = None,
    report: Annotated[Path | None, typer.Option(metavar="FILE", help="Write what was done as JSON.")] = None,
    decisions: DecisionsFile = None,
    column: Columns = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> int:
    """Read, extract and store articles.

    Running it again skips what is stored and unchanged, and replaces what changed. Of several articles with one id in
    one run always the same one is stored, whatever their order.
    """
    from kg.build import Report
    from kg.build import build as build_graph
    from kg.config import settings
    from kg.graph.access import writing
    from kg.read import read
    from kg.resolve.decisions import Decisions

    screen = screen_of(context)
    if report and not report.absolute().parent.is_dir():
        raise UsageError(f"--report {report}: there is no folder {report.parent}")
    chosen = settings(store=store, workers=workers, base_iri=base_iri)
    articles = read(paths, columns=_columns(column))
    decided = Decisions.read(decisions) if decisions else None
    done = Report()
    again = f"run the same command again to go on; {chosen.place} keeps what is stored"
    with writing(chosen.place, base=chosen.base_iri) as opened:
        try:
            with progress(screen, paths) as advance:
                build_graph(articles, opened, done, workers=chosen.workers, decisions=decided, progress=advance)
        except KeyboardInterrupt:
            screen.error(f"interrupted: {again}")
            status = INTERRUPTED
        else:
            status = _status(done)
        finally:
            _list_failures(screen, done)
            screen.note(_summary(done, chosen.place))
            if report:
                _write_report(report, done)
    return status


def extract(
    context: typer.Context,
    paths: Paths,
    output: Output = None,
    tokens: Annotated[bool, typer.Option("--tokens", help="With each token's tag, head and label.")] = False,
    workers: Workers = None,
    column: Columns = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> int:
    """Print what is found in articles, one JSON object a line, without a store."""
    from functools import partial

    from kg.build import Report
    from kg.config import settings
    from kg.errors import SkipArticle
    from kg.read import read
    from kg.workers import Failure, each_in_order

    screen = screen_of(context)
    # One article is extracted sooner in this process than by workers that have to start.
    chosen = settings(workers=workers or (1 if _one_file(paths) else None))
    done = Report()

    def readable() -> Iterator[Article]:
        for article in read(paths, columns=_columns(column)):
            done.seen += 1
            if isinstance(article, SkipArticle):
                done.fail(article, article)
            else:
                yield article

    with (
        text_output(output) as file,
        progress(screen, paths, shown=not sys.stdout.isatty() or output is not None) as advance,
    ):
        for article, found in each_in_order(readable(), partial(_extraction, tokens), workers=chosen.workers):
            if isinstance(found, Failure):
                done.fail(article, found)
            else:
                file.write(found)
                done.stored += 1
            advance()
    _list_failures(screen, done)
    return _status(done)


def _extraction(tokens: bool) -> Callable[[Article], str]:
    """What a worker of ``kg extract`` does: an article becomes its line of JSON."""
    from kg.line import Line
    from kg.record import record

    line = Line()

    def work(article: Article) -> str:
        return json.dumps(record(line.extraction(article, tokens=tokens), tokens=tokens), ensure_ascii=False) + "\n"

    return work


def _one_file(paths: list[str]) -> bool:
    return len(paths) == 1 and Path(paths[0]).suffix.lower() in {".txt", ".md", ".html", ".htm", ".json"}


def _columns(given: list[str] | None) -> dict[str, str]:
    columns = {}
    for one in given or []:
        name, sign, value = one.partition("=")
        if not (name and sign and value):
            raise UsageError(f"--column {one}: write it as FIELD=NAME, for example text=body")
        columns[name] = value
    return columns


def _status(done: Report) -> int:
    if not done.failed:
        return 0
    return FAILED if len(done.failed) == done.seen else IN_PART


def _list_failures(screen: Screen, done: Report) -> None:
    for failure in done.failed:
        screen.error(f"{failure['path']}: {failure['error']}")
        if screen.level > 0 and "trace" in failure:
            screen.note(failure["trace"])


def _summary(done: Report, store: Place) -> str:
    rate = done.words / done.seconds if done.seconds else 0
    parts = [f"{done.stored:,} of {done.seen:,} articles stored in {store}"]
    if done.skipped:
        parts.append(f"{done.skipped:,} unchanged")
    if done.failed:
        parts.append(f"{len(done.failed):,} failed")
    return (
        f"{', '.join(parts)}; {done.quads:,} quads, {done.words:,} words in {done.seconds:.1f} s ({rate:,.0f} words/s)"
    )


def _write_report(path: Path, done: Report) -> None:
    try:
        path.write_text(json.dumps(asdict(done), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise StopRun(f"the report {path} can't be written: {error.strerror}; the store is complete") from error


COMMANDS: dict[str, Callable[..., int]] = {"build": build, "extract": extract}
