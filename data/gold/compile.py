"""Turns the hand-written notation into the gold: quoted words become offsets, keys become ids, everything is checked.

    python data/gold/compile.py            writes every gold.jsonl
    python data/gold/compile.py --check    exits 1 where a gold.jsonl isn't what the notation says
    python data/gold/compile.py --show     prints each finding in words, for reading over

With a set's name as a further word (``sample``, ``development``, ``heldout``, ``news``, ``wire``, ``training-a``),
only that set. ``README.md`` describes the notation.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotation import Annotation
from notation import NotationError, cast
from record import record
from second import readings

from kg import read
from kg.model import Article

HERE = Path(__file__).parent
#: The folder of each set: it has the cast, the annotations and ``gold.jsonl``.
SETS = {
    "sample": HERE,
    "development": HERE / "development",
    "heldout": HERE / "heldout",
    "news": HERE / "news",
    "wire": HERE / "wire",
}
SETS |= {f"training-{folder.name}": folder for folder in sorted((HERE / "training").glob("[a-z]"))}
#: Where the articles of each folder stand.
ARTICLES = {folder: folder / "articles" for folder in SETS.values()} | {HERE: HERE.parent / "articles"}


def articles(folder: Path) -> dict[tuple[str, int], Article]:
    """The articles of a gold by file and number of the record in it, from 1."""
    by_file: dict[tuple[str, int], Article] = {}
    for path in sorted(ARTICLES[folder].iterdir()):
        for number, article in enumerate(read.read([str(path)]), start=1):
            if not isinstance(article, Article):
                raise NotationError(str(article))
            by_file[path.name, number] = article
    return by_file


def annotated(folder: Path) -> Iterator[tuple[str, str, Annotation]]:
    """Every annotated article with the name of its annotation and the file that it stands in."""
    found = articles(folder)
    actors = cast(folder / "cast.txt")
    for path in sorted((folder / "annotations").glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        file, _, number = lines[0].removeprefix("article:").strip().partition("#")
        if (file, int(number or 1)) not in found:
            raise NotationError(f"{path.name}: no article {lines[0]!r}")
        annotation = Annotation(found[file, int(number or 1)], actors)
        for count, line in enumerate(lines[1:], start=2):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                annotation.line(line)
            except (NotationError, ValueError) as error:
                raise NotationError(f"{path.name}:{count}: {error}") from error
        yield path.stem, file, annotation


def compiled(folder: Path) -> str:
    """The gold as its file has it: one article per line."""
    second = readings(folder / "second.tsv")
    records = []
    for name, file, annotation in annotated(folder):
        try:
            records.append(record(annotation, file, second.pop(name, None)))
        except NotationError as error:
            raise NotationError(f"{name}: {error}") from error
    if second:
        raise NotationError(f"second.tsv: no annotation {', '.join(sorted(second))}")
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def show(text: str) -> Iterator[str]:
    """The findings in words."""
    for article in map(json.loads, text.splitlines()):
        body = article["text"]
        yield f"\n=== {article['file']} {article['article']['title']}"
        for m in article["mentions"]:
            start, end = m["start"], m["end"]
            context = f"{body[max(0, start - 25) : start]}[{body[start:end]}]{body[end : end + 25]}"
            yield f"  {m['type']:12} {m['refers_to'] or m['entity'] or '':32} {context!r}"
        for s in article["statements"]:
            span = s["speaker"]["span"]
            speaker = s["speaker"]["entity"] or s["speaker"]["kind"]
            words = f"<{body[slice(*span)] if span else ''}> <{body[slice(*s['cue']['span'])]}>"
            yield f"  {s['id']} {speaker} {words} {s['act']} {s['form']}: {s['text']}"
        for m in article["meetings"]:
            who = ", ".join(participant["entity"] for participant in m["participants"])
            time = m["time"]["value"] if m["time"] else None
            yield f"  {m['id']} {m['status']} {m['format']}: {who}; {m['place']} {time} <{body[slice(*m['span'])]}>"
        for r in article["relations"]:
            yield f"  r {r['subject']} {r['predicate']} {r['object']} {r.get('post', '')} <{body[slice(*r['span'])]}>"


def main(arguments: Sequence[str]) -> int:
    """Does what the module's docstring says."""
    status = 0
    for folder in [SETS[name] for name in arguments if name in SETS] or SETS.values():
        text = compiled(folder)
        gold = folder / "gold.jsonl"
        name = gold.relative_to(HERE)
        if "--show" in arguments:
            print(*show(text), sep="\n")
        elif "--check" not in arguments:
            gold.write_text(text, "utf-8")
            print(f"{name}: {len(text.splitlines())} articles", file=sys.stderr)
        elif not gold.exists() or gold.read_text("utf-8") != text:
            print(f"{name} isn't what the notation says; run: python data/gold/compile.py", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
