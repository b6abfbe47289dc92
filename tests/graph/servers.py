"""SPARQL servers for tests, started on the loopback with a folder of their own, and stopped."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.graph.remote import RemoteGraph
from kg.ids import DEFAULT_BASE
from kg.place import Remote

NAMES = ("oxigraph", "virtuoso")

# Virtuoso makes its database when it first starts.
_PATIENCE = 60.0

_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
"""


class Server(NamedTuple):
    """A server that runs, and what it needs for loading from a file."""

    name: str
    remote: Remote
    folder: Path
    process: subprocess.Popen[bytes]
    sql: int = 0

    def clean(self, kept: Path) -> Remote:
        """The server without any graph of ours, and with a new folder beside it."""
        graph = RemoteGraph(self.remote, DEFAULT_BASE)
        for name in list(graph.named_graphs()):
            graph.remove_graph(name)
        graph.close()
        return replace(self.remote, kept=kept)

    def load(self, file: str) -> None:
        """Loads a file of its folder by Virtuoso's own loader."""
        commands = f"ld_dir('{self.folder}', '{file}', 'http://unused.example/'); rdf_loader_run(); checkpoint;"
        subprocess.run(
            ["isql-vt", str(self.sql), "dba", "a secret", f"exec={commands}"], capture_output=True, check=True
        )


@contextmanager
def running(name: str, folder: Path) -> Iterator[Server]:
    """Starts the server `name`; skips the test where it is not installed."""
    program = shutil.which("virtuoso-t" if name == "virtuoso" else str(Path(sys.prefix, "bin", "oxigraph")))
    if program is None:
        pytest.skip(f"{name} is not installed")
    http, sql = _free_ports()
    address = f"http://127.0.0.1:{http}"
    if name == "oxigraph":
        command = [program, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{http}"]
        remote = Remote(
            f"{address}/query?union-default-graph", folder, graphs=f"{address}/store", update=f"{address}/update"
        )
    else:
        (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, http=http, sql=sql))
        command = [program, "+configfile", str(folder / "virtuoso.ini")]
        # Sets the password that writing needs, and ends.
        password = ["+wait", "+pwdold", "dba", "+pwddba", "a secret"]
        subprocess.run([*command, *password], cwd=folder, capture_output=True, check=False)
        command.append("+foreground")
        remote = Remote(
            f"{address}/sparql",
            folder,
            graphs=f"{address}/sparql-graph-crud-auth",
            update=f"{address}/sparql-auth",
            user="dba",
            password="a secret",
        )
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(http, process)
            yield Server(name, remote, folder, process, sql)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start, status {process.returncode}")
