"""Measures what the annotation costs beside its bare encoder, in one run: word pieces per processor second of both.

    python benchmarks/network.py --data attribution/dev.jsonl.gz

The bare encoder is the network's file cut off after its last layer, run on the windows that the annotation reads.
Articles are read in turn by the one and the other, so that both see the same machine. To cut, it needs `onnx`, of the
dependency group "training".
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from kg.annotate import Annotator
from kg.annotate.annotation import _marked
from kg.annotate.annotator import _paragraphs
from kg.annotate.version import WEIGHTS
from kg.annotate.windows import windows
from kg.model import Article

MOST_ARTICLES = 40


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="JSON Lines of articles, .gz or not")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    opener = gzip.open if options.data.suffix == ".gz" else open
    with opener(options.data, "rt", encoding="utf-8") as lines:
        texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines))[:MOST_ARTICLES]
    annotator = Annotator(1, weights=options.weights)
    encoder = _bare_encoder(options.weights / "network.onnx")
    annotator.annotate(Article(id="warm", text=texts[0]))
    gc.collect()
    gc.freeze()  # as a worker does with what it has loaded
    ratios = []
    spent = np.zeros(2)
    pieces = 0
    for text in texts:
        feeds = _feeds(annotator, text)
        begun = time.process_time()
        annotator.annotate(Article(id="x", text=text))
        annotated = time.process_time()
        for feed in feeds:
            encoder.run(None, feed)
        encoded = time.process_time()
        spent += annotated - begun, encoded - annotated
        ratios.append((encoded - annotated) / (annotated - begun))
        pieces += sum(len(feed["ids"]) for feed in feeds)
    print(f"{len(texts)} articles, {pieces} word pieces read; per processor second:")
    print(f"  annotation    {pieces / spent[0]:7.0f}")
    print(f"  bare encoder  {pieces / spent[1]:7.0f}")
    print(f"  ratio         {spent[1] / spent[0]:7.2f}   (median of the articles {np.median(ratios):.2f})")


def _feeds(annotator: Annotator, text: str) -> list[dict[str, np.ndarray]]:
    """What the annotation gives its network for a text, window by window."""
    doc = annotator.pipeline.make_doc(text)
    kept = np.flatnonzero(doc.to_array("IS_SPACE") == 0)
    words, marks, _ = _marked([doc[int(i)].text for i in kept], _paragraphs(doc, kept))
    pieces = annotator.network.encode(words)
    return [
        {
            name: value
            for name, value in annotator.network.feeds(pieces, window.begin, window.end).items()
            if name != "first"
        }
        for window in windows(words, marks, pieces.starts)
    ]


def _bare_encoder(path: Path) -> onnxruntime.InferenceSession:
    """The network's graph up to the output of its last layer."""
    graph = onnx.load(path).graph
    last = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"][-1]
    with tempfile.TemporaryDirectory() as folder:
        cut = Path(folder) / "encoder.onnx"
        onnx.utils.extract_model(str(path), str(cut), ["ids", "shapes"], [last], check_model=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.enable_mem_pattern = False
        return onnxruntime.InferenceSession(str(cut), options, providers=["CPUExecutionProvider"])


if __name__ == "__main__":
    main()
