"""From a checkpoint to what the product runs: ``python -m training.finish CORPORA CHECKPOINT BASE OUT``.

Exports the weights in eight bits and fits on them what is seen of mentions and what the gazetteer says of names. All of
it is done in a folder beside OUT; only when nothing has failed and the file is what the product needs, OUT gets both
files, so OUT may be ``kg/annotate/weights``.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from kg.annotate.network import Network
from training import known, mentions
from training.export import export

FILES = ("tokenizer.json", "network.onnx")
MOST_BYTES = 25_000_000  # of the weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    finish(given.corpora, given.checkpoint, given.base, given.out)


def finish(corpora: Path, checkpoint: Path, base: Path, out: Path) -> None:
    """Write the files of a network into a folder, all of them or none.

    Args:
        corpora: what is fitted to; see training/README.md.
        checkpoint: of `training.train` or `training.mean`.
        base: folder of the model that the encoder began from.
        out: where to. What lies there stays as it is if anything fails.

    Raises:
        ValueError: a fitting has found nothing, or the weights are larger than `MOST_BYTES`.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as name:
        folder = Path(name)
        export(checkpoint, base, folder)
        mentions.fit(corpora, folder)
        known.fit(corpora, folder)
        check(folder)
        out.mkdir(exist_ok=True)
        for file in FILES:
            (folder / file).replace(out / file)


def check(folder: Path) -> None:
    """Refuse a network that is not whole.

    Raises:
        ValueError: something of it was not fitted, or it is too large.
    """
    size = (folder / "network.onnx").stat().st_size
    if size > MOST_BYTES:
        raise ValueError(f"the weights have {size} bytes, and may have {MOST_BYTES}")
    network = Network(1, folder)
    if not network.known.any():
        raise ValueError("the table of what the gazetteer says of names is empty")
    if not network.mentions.hidden.any():
        raise ValueError("what is seen of mentions weighs nothing")


if __name__ == "__main__":
    main()
