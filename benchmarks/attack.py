"""Measures how long well-behaved clients wait while others attack the server, in one run.

    kg serve --store STORE --port 8000 &
    python benchmarks/attack.py --url http://127.0.0.1:8000 --pid $!

Four clients ask for neighbourhoods of the best-known actors, one after the other with a short pause: first alone, then
while eight others, each from an address of its own (127.0.0.2 to .9), send cross joins, sorts and property paths over
everything, regular expressions, 5,000 brackets, bodies of 100 MB, bodies that trickle and half-closed connections; then
alone again. What counts is the p99 of the well-behaved while attacked, beside the quiet one.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import statistics
import time
from collections import Counter
from collections.abc import Awaitable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

import httpx

_CLIENTS, _PAUSE, _PATIENCE = 4, 0.05, 120.0
_QUERIES = {
    "cross join": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "order by": "SELECT * { ?s ?p ?o } ORDER BY ?o ?s ?p",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<http://a.example/>)* ?b }",
    "regex": "SELECT * { ?s ?p ?o . ?t ?q ?r FILTER(REGEX(STR(?o), '(a+)+(b|c)*d', 'i') && STRLEN(?r) > 5) }",
    "nesting": "SELECT * { ?s ?p ?o FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }",
}


class Tally:
    """Seconds and outcomes of requests, by who sent them."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}
        self.outcomes: dict[str, Counter[str]] = {}

    def note(self, who: str, start: float, outcome: object) -> None:
        """One request that began at `start` has ended so."""
        self.seconds.setdefault(who, []).append(time.perf_counter() - start)
        self.outcomes.setdefault(who, Counter())[str(outcome)] += 1

    def show(self, who: str) -> None:
        """Prints a line."""
        seconds = sorted(self.seconds.get(who, [0.0]))
        told = ", ".join(f"{outcome} × {count}" for outcome, count in self.outcomes.get(who, Counter()).most_common(5))
        p99 = seconds[min(len(seconds) - 1, round(0.99 * len(seconds)))]
        print(f"  {who:14} p50 {1000 * statistics.median(seconds):8,.0f} ms  p99 {1000 * p99:8,.0f} ms  ", end="")
        print(f"longest {seconds[-1]:6.1f} s  {told}")


async def _ask(client: httpx.AsyncClient, who: str, tally: Tally, **request: object) -> None:
    start = time.perf_counter()
    try:
        answer = await client.request(**request)  # type: ignore[arg-type]
        outcome: object = answer.status_code
    except httpx.HTTPError as error:
        outcome = type(error).__name__
    tally.note(who, start, outcome)


async def _well_behaved(url: str, actors: list[str], end: float, who: str, tally: Tally) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=_PATIENCE) as client:
        turn = 0
        while time.perf_counter() < end:
            actor = actors[turn % len(actors)]
            await _ask(client, who, tally, method="GET", url=f"/api/entities/{actor}/neighbourhood")
            turn += 1
            await asyncio.sleep(_PAUSE)


def _client(url: str, number: int) -> httpx.AsyncClient:
    transport = httpx.AsyncHTTPTransport(local_address=f"127.0.0.{number}")
    return httpx.AsyncClient(base_url=url, timeout=_PATIENCE, transport=transport)


async def _queries(url: str, number: int, name: str, end: float, tally: Tally) -> None:
    async with _client(url, number) as client:
        while time.perf_counter() < end:
            await _ask(client, name, tally, method="POST", url="/sparql", data={"query": _QUERIES[name]})


async def _large(url: str, number: int, end: float, tally: Tally) -> None:
    body = b"x" * 100_000_000
    async with _client(url, number) as client:
        while time.perf_counter() < end:
            for path in ("/sparql", "/api/articles", "/graphs?default"):
                await _ask(client, "100 MB", tally, method="POST", url=path, content=body)


async def _raw(url: str, number: int, name: str, end: float, tally: Tally) -> None:
    """A body that trickles, or a request of which half comes before the connection is half closed."""
    parts = urlsplit(url)
    while time.perf_counter() < end:
        start = time.perf_counter()
        outcome: object = "cut off"
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection(
                parts.hostname, parts.port, local_addr=(f"127.0.0.{number}", 0)
            )
            writer.write(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n")
            writer.write(b"Content-Length: 100000\r\n\r\nSELECT")
            if name == "half-closed":
                writer.write_eof()
            answer = asyncio.create_task(reader.read(200))
            while not answer.done() and time.perf_counter() - start < _PATIENCE:
                if name == "trickle":
                    writer.write(b" ")
                await asyncio.wait([answer], timeout=0.2)
            if answer.done() and not answer.exception():
                outcome = answer.result().partition(b"\r\n")[0].decode() or "closed"
            answer.cancel()
            writer.close()
        tally.note(name, start, outcome)


async def _behave(url: str, actors: list[str], seconds: float, who: str, tally: Tally) -> None:
    end = time.perf_counter() + seconds
    await asyncio.gather(*(_well_behaved(url, actors, end, who, tally) for _ in range(_CLIENTS)))


async def _attack(url: str, seconds: float, tally: Tally) -> None:
    end = time.perf_counter() + seconds
    tasks: list[Awaitable[None]] = [
        *(_queries(url, number, name, end, tally) for number, name in enumerate(_QUERIES, start=2)),
        _large(url, 7, end, tally),
        _raw(url, 8, "trickle", end, tally),
        _raw(url, 9, "half-closed", end, tally),
    ]
    await asyncio.gather(*tasks)


def _attacker(url: str, seconds: float) -> Tally:
    tally = Tally()
    asyncio.run(_attack(url, seconds, tally))
    return tally


def _memory(pid: int | None) -> float:
    """MB of memory of a process and its children."""
    found, waiting = 0.0, [pid] if pid else []
    while waiting:
        process = Path(f"/proc/{waiting.pop()}")
        with contextlib.suppress(OSError):
            found += int((process / "statm").read_text().split()[1]) * 4096 / 1e6
            for thread in (process / "task").iterdir():
                waiting += [int(child) for child in (thread / "children").read_text().split()]
    return found


def _measure(url: str, seconds: float, pid: int | None) -> None:
    answer = httpx.get(
        f"{url}/api/entities", params={"sort": "mentions", "limit": 10}, timeout=_PATIENCE
    ).raise_for_status()
    actors = [item["id"] for item in answer.json()["items"]]
    tally = Tally()
    # Attackers have a process of their own: to send 100 MB keeps a loop of asyncio busy, and what the others on it wait
    # for is then the client, not the server.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as others:
        attackers = Tally()
        for who in ("quiet", "attacked", "quiet again"):
            attack = others.submit(_attacker, url, seconds) if who == "attacked" else None
            asyncio.run(_behave(url, actors, seconds, who, tally))
            print(f"{who}: memory of the server {_memory(pid):,.0f} MB")
            tally.show(who)
            if attack:
                attackers = attack.result()
    for who in (*_QUERIES, "100 MB", "trickle", "half-closed"):
        attackers.show(who)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--seconds", type=float, default=60.0, help="of each of the three phases")
    parser.add_argument("--pid", type=int, help="of the server, to tell its memory")
    options = parser.parse_args()
    _measure(options.url.rstrip("/"), options.seconds, options.pid)


if __name__ == "__main__":
    main()
