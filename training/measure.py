"""Scores of exported networks on the development parts: ``python -m training.measure CORPORA EXPORT [EXPORT ...]``.

The first one is the baseline; of the others also the difference to it is told, in points of F1: so
``... OUT/fp32 OUT/int8`` tells what eight bits cost.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate import TASKS

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("exports", type=Path, nargs="+")
    given = parser.parse_args()
    annotators = [Annotator(2, weights=export) for export in given.exports]
    for task, file in FILES:
        print(f"{task}  {file}")
        scores = [TASKS[task](given.corpora / file, annotator) for annotator in annotators]
        for row in scores[0].rows:
            figures = [100 * one[row.name].f1 for one in scores]
            told = [f"{figure:6.1f} ({figure - figures[0]:+.1f})" for figure in figures[1:]]
            print(f"    {row.name:<24}{figures[0]:6.1f}  {'  '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
