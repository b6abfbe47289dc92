"""Scores of exported networks on the development parts: ``python -m training.measure CORPORA EXPORT [EXPORT ...]``.

What is done by saying something, and at whom it is aimed, is told of what is held back from training: 75 articles of
Worldwide Newswire (``attributions_dev.tsv``) and reports of our own (``data/gold/training/reports_dev``): right acts
where cue and content are as annotated, and aims among the names around them.

The first one is the baseline; of the others also the difference to it is told, in points of F1: so
``... OUT/fp32 OUT/int8`` tells what eight bits cost.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.evaluate import TASKS
from kg.evaluate.scores import Row, Tally
from kg.ids import digest
from kg.model import SAYINGS, Article, Span
from training import newswire, reports, sayings
from training.corpora import OWN

FILES = (
    ("attribution", "attribution/cofenet_protocol_dev.jsonl.gz"),
    ("attribution", "attribution/dev.jsonl.gz"),
    ("parse", "ud/ewt_dev.conllu.gz"),
    ("parse", "ud/gum_dev.conllu.gz"),
    ("entities", "ner_gold/crossner_politics_dev.conll.gz"),
    ("entities", "ner_gold/uner_ewt_dev.iob2.gz"),
    ("entities", "re3d/australian_department_of_foreign_affairs/entities.json"),
    ("entities", "re3d/uk_government/entities.json"),
    ("entities", "re3d/wikipedia/entities.json"),
    ("coreference", "ud/gum_dev.conllu.gz"),
    ("coreference", "gap/gap-validation.tsv.gz"),
    ("stance", "stance/dev_rw.jsonl.gz"),
    ("stance", "stance/dev_mt.jsonl.gz"),
)
HELD_BACK = Path(__file__).parent / "attributions_dev.tsv"
Told = tuple[str, list[sayings.Done]]  # a text, and what is done in it by saying something
NEAR = 1200  # characters between a cue and the names among which its aim is sought


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("exports", type=Path, nargs="+")
    given = parser.parse_args()
    annotators = [Annotator(2, weights=export) for export in given.exports]
    for task, file in FILES:
        print(f"{task}  {file}")
        _show([TASKS[task](given.corpora / file, annotator).rows for annotator in annotators])
    for kept, told in (("worldwide", of_worldwide(given.corpora / "worldwide")), ("our reports", of_reports())):
        print(f"acts  {kept}, held back")
        _show([acts(told, annotator) for annotator in annotators])


def _show(of_each: Sequence[Sequence[Row]]) -> None:
    for rows in zip(*of_each, strict=True):
        first, *others = (100 * row.f1 for row in rows)
        told = [f"{figure:6.1f} ({figure - first:+.1f})" for figure in others]
        print(f"    {rows[0].name:<24}{first:6.1f}  {'  '.join(told)}", flush=True)


def of_worldwide(folder: Path, table: Path = HELD_BACK) -> list[Told]:
    """The articles of a table; see `training.sayings.whole`."""
    held = sayings.whole(table)
    kept = ((article, held.get(digest(article.name))) for article in newswire.read(folder))
    return [(article.text, told[1]) for article, told in kept if told is not None]


def of_reports(folder: Path = OWN / "reports_dev") -> list[Told]:
    """Our own reports."""
    return [(one.text, one.done) for one in reports.read(folder)]


def acts(told: Sequence[Told], annotator: Annotator) -> tuple[Row, ...]:
    """Right acts and aims by the network alone.

    An aim is right where the name with the highest log-odds above 0 shares characters with the annotated one.
    """
    tally = Tally()
    for number, (text, done) in enumerate(told):
        doc = annotator.annotate(Article(id=str(number), text=text))
        names = [(name.start_char, name.end_char) for name in doc.ents if name.label_ not in ("DATE", "EVENT")]
        for one in done:
            cue, content = _tokens(doc, one.cue), _tokens(doc, one.content)
            if cue and content:
                chances = doc.user_data[SAYINGS].acts(cue, content)
                tally.compare("acts", [max(chances, key=chances.__getitem__)], [one.act])
                if one.aim is not None:
                    _count_aim(tally, doc, (cue, content), one, names)
    return tally.rows(("acts", "aims"))


def _count_aim(
    tally: Tally, doc: Doc, said: tuple[list[int], list[int]], one: sayings.Done, names: Sequence[Span]
) -> None:
    wanted = [(start, end) for start, end in one.aim or ()]
    among = [name for name in names if abs(name[0] - one.cue[0][0]) < NEAR]
    among += [aim for aim in wanted if not any(_meet(aim, name) for name in among)]
    odds = doc.user_data[SAYINGS].aims(*said, [_tokens(doc, [name]) for name in among]) if among else []
    best = among[odds.index(max(odds))] if odds and max(odds) > 0 else None
    right = best is not None and any(_meet(best, aim) for aim in wanted)
    tally.count("aims", right=int(right), found=int(best is not None), wanted=len(wanted))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _tokens(doc: Doc, spans: sayings.Spans) -> list[int]:
    """The tokens that the stretches of characters touch."""
    return [
        token.i
        for start, end in spans
        if (span := doc.char_span(start, end, alignment_mode="expand")) is not None
        for token in span
        if not token.is_space
    ]


if __name__ == "__main__":
    main()
