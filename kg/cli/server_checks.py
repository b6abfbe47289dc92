"""What `kg doctor --url` asks a running server, as any client would."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from kg import __version__
from kg.errors import StopRun

# Longer than the server's own limit of a request, so that its answer tells what is wrong.
_PATIENCE = 30.0
# Bytes of an answer that are read: enough for the metrics.
_LONGEST = 8 << 20


def checks(url: str) -> tuple[tuple[str, Callable[[], str]], ...]:
    """Names and checks of the server at `url`; a check says what it found, or raises ``StopRun``."""
    root = url.rstrip("/")
    return (
        ("server", partial(_health, root)),
        ("sparql", partial(_sparql, root)),
        ("writing", partial(_writing, root)),
        ("metrics", partial(_metrics, root)),
    )


def _health(root: str) -> str:
    start = time.monotonic()
    found = json.loads(_asked(f"{root}/health"))
    if found["version"] != __version__:
        raise StopRun(f"{root} runs version {found['version']}, this is {__version__}: restart it, or update this one")
    shown = f"snapshot {found['snapshot']}" if found["snapshot"] else "what another server keeps"
    return f"{root} serves {shown}, version {found['version']}: {_since(start)}"


def _sparql(root: str) -> str:
    start = time.monotonic()
    query = b"query=ASK { ?s ?p ?o }"
    found = json.loads(_asked(f"{root}/sparql", query, accept="application/sparql-results+json"))
    return f"answers queries, the graph {'has statements' if found['boolean'] else 'is empty'}: {_since(start)}"


def _writing(root: str) -> str:
    """Nobody writes without a token; an update that changes nothing shows it."""
    request = Request(f"{root}/sparql", b"update=INSERT DATA {}")
    try:
        with urlopen(request, timeout=_PATIENCE):
            pass
    except HTTPError as error:
        error.close()
        if error.code in {401, 403}:
            return "is refused without a token"
        raise StopRun(f"{root}/sparql answers {error.code} to an update without a token") from error
    except (OSError, HTTPException) as error:
        raise _away(root, error) from error
    raise StopRun(f"{root} takes updates without a token from anybody: set KG_TOKEN, or close it to the network")


def _metrics(root: str) -> str:
    lines = _asked(f"{root}/metrics").decode("utf-8", "replace")
    shown = f"snapshot {_value(lines, 'snapshot_age_seconds'):,.0f} s old, "
    if "rapporteur_compared_age_seconds" in lines:
        shown = f"index compared {_value(lines, 'compared_age_seconds'):,.0f} s ago, "
    return (
        f"{shown}store {_value(lines, 'store_bytes') / 1e6:,.0f} MB, "
        f"{_value(lines, 'requests_waiting'):.0f} requests waiting, "
        f"{_value(lines, 'processes_replaced_total'):.0f} processes replaced"
    )


def _value(lines: str, name: str) -> float:
    """The sum of a metric over its labels."""
    return sum(float(value) for value in re.findall(rf"^rapporteur_{name}(?:\{{.*\}})? (\S+)$", lines, re.MULTILINE))


def _asked(url: str, form: bytes | None = None, *, accept: str = "*/*") -> bytes:
    request = Request(url, form, {"Accept": accept})
    try:
        with urlopen(request, timeout=_PATIENCE) as answer:
            body: bytes = answer.read(_LONGEST)
    except HTTPError as error:
        with error:
            said = " ".join(error.read(500).decode("utf-8", "replace").split())
        raise StopRun(f"{url} answers {error.code}: {said}") from error
    except (OSError, HTTPException) as error:
        raise _away(url, error) from error
    return body


def _away(url: str, error: Exception) -> StopRun:
    reason = error.reason if isinstance(error, URLError) else error
    return StopRun(f"{url} can't be reached: {reason}; is `kg serve` running there?")


def _since(start: float) -> str:
    return f"{1000 * (time.monotonic() - start):.0f} ms"
