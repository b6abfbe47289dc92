"""The command line: ``kg``. Answers go to stdout, everything else to stderr.

    options.py   options that several commands share
    screen.py    tables, JSON, CSV, notes and errors
    ingest.py    build, extract
    ask.py       statements, meetings, neighbours, paths, search, query
    network.py   network
    exports.py   export
    who.py       resolve, entity
    keep.py      info, validate, delete, evaluate
    backups.py   backup, restore
    gazetteer.py gazetteer add, list, remove
    checks.py    doctor
    serve.py     serve

Spacy, onnxruntime, rdflib and the store are imported inside the commands that need them, so that ``kg --help`` and the
completion of a word don't wait for them.
"""

from __future__ import annotations

import os
import sys
import traceback

import typer

from kg.cli import ask, backups, checks, exports, gazetteer, ingest, keep, network, serve, who
from kg.cli.screen import Screen
from kg.errors import RapporteurError, UsageError

FAILED, WRONG_USAGE, IN_PART, INTERRUPTED = 1, 2, 3, 130

app = typer.Typer(
    name="kg",
    help="Rapporteur: news articles in, a knowledge graph of who said what about whom out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for commands in (
    ingest.COMMANDS,
    ask.COMMANDS,
    network.COMMANDS,
    exports.COMMANDS,
    who.COMMANDS,
    keep.COMMANDS,
    backups.COMMANDS,
    serve.COMMANDS,
    checks.COMMANDS,
):
    for name, function in commands.items():
        app.command(name)(function)
app.add_typer(gazetteer.app, name="gazetteer")


def _print_version(asked: bool) -> None:
    if asked:
        from kg import __version__

        sys.stdout.write(f"rapporteur {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Print the version."),
) -> None:
    """The options of `kg` itself."""


def main() -> None:
    """Runs a command and ends the process with its status.

    0 all done, 1 failed, 2 wrong usage, 3 done in part, 130 interrupted.
    """
    screen = Screen()
    try:
        status = app(standalone_mode=False, obj=screen) or 0
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except (BrokenPipeError, SystemExit) as error:
        # The reader of our output (head, less) has seen enough; Typer makes an exit of it. stdout goes nowhere from
        # here on, or the interpreter would complain when it flushes at exit.
        if not isinstance(error, BrokenPipeError) and not isinstance(error.__context__, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except Exception as error:  # noqa: BLE001  # the edge: whatever it is becomes one line and a status
        status = _say(screen, error)
    sys.exit(status)


def _say(screen: Screen, error: Exception) -> int:
    if screen.level > 0:
        traceback.print_exc()
    if isinstance(error, RapporteurError):
        screen.error(str(error))
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    # Typer carries a click of its own from some version on, and has no public name for the root of its usage errors.
    usage = getattr(error, "format_message", None)
    if usage is not None:
        screen.error(f"{usage()} `kg {_command()}--help` shows how it is used.")
        return WRONG_USAGE
    if isinstance(error, OSError):
        screen.error(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        return FAILED
    screen.error(f"this should not have happened: {type(error).__name__}: {error}; run it again with -v and report it")
    return FAILED


def _command() -> str:
    named = [word for word in sys.argv[1:2] if not word.startswith("-")]
    known = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    return f"{named[0]} " if named and named[0] in known else ""
