"""Settings: one frozen object, built once at the edge and passed down; nothing else reads the environment.

A value comes from the first of: the caller (a flag), the environment (``KG_STORE``), ``kg.toml`` in the working
folder (``store = "news"``), the default below.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from kg.errors import UsageError
from kg.place import Place, Remote

FILE = "kg.toml"


def processors() -> int:
    """How many processors this process may use; a container or ``taskset`` may give it fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def data_home() -> Path:
    """Where a user's own data lie, by the XDG Base Directory specification; a relative path there doesn't count."""
    chosen = os.environ.get("XDG_DATA_HOME", "")
    # Unlike Path.home(), this gives a path, with "~" in it, where the user has no home: a container's may have none.
    return Path(chosen if os.path.isabs(chosen) else os.path.expanduser("~/.local/share")) / "rapporteur"


class Settings(BaseSettings):
    """What can be set.

    Attributes:
        store: folder of the store; of one on a SPARQL server, the folder for what is kept of it on this machine.
        store_query: URL of that server's queries: given as `store`.
        store_graphs: URL of its Graph Store Protocol; without one nothing is written.
        store_update: URL of its updates.
        store_user: who writes there.
        store_password: of that user.
        workers: processes that extract; one runs inside the caller.
        base_iri: IRI below which the store's own data lie; None keeps what the store has, or the default for a new one.
        time_limit: seconds that a query may take.
        gazetteer: folder of the user's own gazetteer.
        token: who sends it may write over HTTP; without one nobody may.
        host: address that the server listens on.
        port: its port; 0 takes a free one.
        default_graph: what a SPARQL query over HTTP sees that names no graph: all graphs, or the standard's empty one.
        request_time: seconds that a request over HTTP may take to be answered, with the wait for a process.
        body_time: seconds that the body of a request may take to arrive.
        export_time: seconds that an export over HTTP may take.
        readers: processes that answer requests; as many more answer SPARQL, and one exports.
        reader_memory: MiB of address space for each of them.
        write_time: seconds that a SPARQL update, or the upload of a graph, may take to be written.
        writer_memory: MiB of address space for the process that writes.
        max_query: bytes of a SPARQL query.
        max_depth: brackets within brackets in a SPARQL query.
        max_answer: bytes of an answer.
        max_rows: items of a page.
        max_sparql_rows: rows, or triples, of the answer to a SPARQL query.
        max_upload: bytes of a body that is no SPARQL query.
        max_requests: requests that are answered or wait at once; what comes beyond is told to come later.
        max_client_requests: the same for one client.
        request_rate: requests a second of one client, on average; it may save up ten seconds' worth.
        allow_hosts: hosts that SERVICE and LOAD may fetch from, with their port where it is not the usual one.
    """

    model_config = SettingsConfigDict(env_prefix="KG_", toml_file=FILE, frozen=True, extra="forbid")

    store: Path = Path("kg-store")
    store_query: str | None = None
    store_graphs: str | None = None
    store_update: str | None = None
    store_user: str | None = None
    store_password: SecretStr | None = None
    workers: int = Field(default_factory=processors, ge=1, le=256)
    base_iri: str | None = None
    # A minute is what a person waits for a deliberate question; the heaviest of docs/queries takes well under a second
    # on ten thousand articles.
    time_limit: float = Field(default=60.0, gt=0)
    gazetteer: Path = Field(default_factory=lambda: data_home() / "gazetteer")
    token: SecretStr | None = Field(default=None, min_length=8)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    default_graph: Literal["union", "strict"] = "union"
    # A page that takes longer is taken for broken; whoever needs more asks on the command line.
    request_time: float = Field(default=10.0, gt=0)
    body_time: float = Field(default=30.0, gt=0)
    # A store of a million quads as TriG takes a fraction of this; what takes longer is for the command line.
    export_time: float = Field(default=300.0, gt=0)
    readers: int = Field(default_factory=lambda: max(2, processors()), ge=1, le=64)
    # A process that has done nothing yet takes 450 MiB of address space and 36 of memory.
    reader_memory: int = Field(default=4096, ge=768)
    # An upload of 100 MB into a graph that is there takes most of this.
    write_time: float = Field(default=120.0, gt=0)
    # A graph of 19 MB that replaces another takes 640 MiB of memory.
    writer_memory: int = Field(default=8192, ge=1024)
    max_query: int = Field(default=1 << 20, ge=1)
    max_depth: int = Field(default=100, ge=1)
    max_answer: int = Field(default=256 << 20, ge=1)
    max_rows: int = Field(default=1000, ge=1)
    # What a spreadsheet holds, and a program reads in a few seconds.
    max_sparql_rows: int = Field(default=1_000_000, ge=1)
    max_upload: int = Field(default=100 << 20, ge=1)
    max_requests: int = Field(default=128, ge=1)
    max_client_requests: int = Field(default=32, ge=1)
    request_rate: float = Field(default=50.0, gt=0)
    allow_hosts: Annotated[tuple[str, ...], NoDecode] = ()

    @property
    def place(self) -> Place:
        """Where the store is."""
        if self.store_query is None:
            return self.store
        password = self.store_password.get_secret_value() if self.store_password else None
        return Remote(
            self.store_query,
            self.store,
            graphs=self.store_graphs,
            update=self.store_update,
            user=self.store_user,
            password=password,
            time_limit=self.time_limit,
        )

    @model_validator(mode="before")
    @classmethod
    def _remote(cls, given: dict[str, object]) -> dict[str, object]:
        url = given.get("store")
        if not isinstance(url, str) or not url.startswith(("http://", "https://")):
            return given
        kept = data_home() / "stores" / hashlib.sha256(url.encode()).hexdigest()[:16]
        return given | {"store": kept, "store_query": url}

    @field_validator("store_query", "store_graphs", "store_update")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "http://localhost/")
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.fragment:
            raise ValueError("must be the http(s) address of a SPARQL server, such as http://localhost:7878/query")
        if parts.username or parts.password:
            raise ValueError("must not hold a password: set KG_STORE_USER and KG_STORE_PASSWORD")
        return value

    @field_validator("allow_hosts", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return tuple(value.replace(",", " ").lower().split()) if isinstance(value, str) else value

    @field_validator("base_iri")
    @classmethod
    def _absolute(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
            raise ValueError(
                "must be an absolute http(s) IRI without query or fragment, such as http://localhost:8000/"
            )
        if any(c in value for c in '<>"{}|^`\\') or any(c <= " " for c in value):
            raise ValueError("holds a character that an IRI can't have")
        return value if value.endswith("/") else value + "/"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def settings(**given: object) -> Settings:
    """The settings, where what is given (and not None) wins over the environment and ``kg.toml``.

    Raises:
        UsageError: a value can't be used; the message names it.
    """
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**chosen)  # type: ignore[arg-type]  # checked by pydantic, which is the point
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).replace("store_query", "store")
        reason = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            reason = f"there is no such setting; there are {', '.join(Settings.model_fields)}"
        raise UsageError(f"setting {name}{_origin(name, chosen)}: {reason[:1].lower()}{reason[1:]}") from error
    except (SettingsError, ValueError) as error:  # tomllib.TOMLDecodeError is a ValueError
        raise UsageError(f"{FILE} can't be read: {error}") from error


def _origin(name: str, chosen: dict[str, object]) -> str:
    """Where a bad value came from, so that the message says what to change."""
    if name in chosen:
        return f" (--{name.replace('_', '-')} {chosen[name]})"
    variable = f"KG_{name.upper()}"
    if variable in os.environ:
        value = re.sub("//[^/@]*@", "//...@", os.environ[variable])  # an address may hold a password
        return f" (environment {variable}={value})"
    return f" (in {FILE})"
