"""Which annotation it is: told without loading spaCy or the network."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.ids import digest

#: Raised whenever the code of this package gives another annotation for the same weights.
VERSION = "13"

WEIGHTS = Path(__file__).parent / "weights"


def fingerprint() -> str:
    """16 hexadecimal digits that change with the weights and with the code that reads their scores."""
    return digest("annotate", VERSION, weights_digest())


def weights_digest() -> str:
    """SHA-256 of all files of the network, in hexadecimal digits."""
    hashed = hashlib.sha256()
    for path in sorted(WEIGHTS.iterdir()):
        hashed.update(path.name.encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()
