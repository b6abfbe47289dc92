"""Counts for Prometheus, in its text format."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

#: Media type of the format, version 0.0.4.
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

# Upper ends in seconds: from a name that is looked up to a query that is stopped.
_ENDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Requests:
    """How many requests were answered, by method, route and status, and how long they took."""

    def __init__(self) -> None:
        self._statuses: Counter[tuple[str, str, int]] = Counter()
        self._buckets: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (len(_ENDS) + 1))
        self._seconds: Counter[tuple[str, str]] = Counter()

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts a request that was answered."""
        self._statuses[method, route, status] += 1
        self._buckets[method, route][bisect_left(_ENDS, seconds)] += 1
        self._seconds[method, route] += seconds  # type: ignore[assignment]  # a Counter adds up floats as well

    def lines(self) -> Iterable[str]:
        """The lines of the format."""
        yield "# TYPE rapporteur_requests_total counter"
        for (method, route, status), count in sorted(self._statuses.items()):
            yield _line("rapporteur_requests_total", {"method": method, "route": route, "status": status}, count)
        name = "rapporteur_request_seconds"
        yield f"# TYPE {name} histogram"
        for (method, route), buckets in sorted(self._buckets.items()):
            labels: dict[str, object] = {"method": method, "route": route}
            total = 0
            for end, count in zip((*_ENDS, "+Inf"), buckets, strict=True):
                total += count
                yield _line(f"{name}_bucket", {**labels, "le": end}, total)
            yield _line(f"{name}_sum", labels, round(self._seconds[method, route], 6))
            yield _line(f"{name}_count", labels, total)


def gauge(name: str, *samples: tuple[Mapping[str, object], float], kind: str = "gauge") -> Iterable[str]:
    """The lines of what has these values now, each under its labels."""
    yield f"# TYPE {name} {kind}"
    yield from (_line(name, labels, value) for labels, value in samples)


def _line(name: str, labels: Mapping[str, object], value: float) -> str:
    shown = ",".join(f'{label}="{_escaped(str(each))}"' for label, each in labels.items())
    return f"{name}{{{shown}}} {value}" if shown else f"{name} {value}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
