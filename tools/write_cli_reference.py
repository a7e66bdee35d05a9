"""Write `docs/cli.md` from the commands of the program: their help, arguments and options."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from communique.cli import app  # noqa: E402  # found on the path that is set above

PAGE = ROOT / "docs" / "cli.md"
# As they are met by a reader; commands that are not named here come last.
ORDER = ("extract", "run", "status", "retry", "export", "recheck", "eval", "schema", "doctor")
_HEAD = """\
# Command line

Made from the program by `python tools/write_cli_reference.py`; `communique COMMAND --help` says the
same. Data goes to stdout, everything else to stderr.
"""


def program() -> Any:
    """The program as click has it."""
    return typer.main.get_command(app)


def commands() -> dict[str, Any]:
    """The commands by name, in the order of the page."""
    known: dict[str, Any] = program().commands
    names = sorted(known, key=lambda name: (ORDER.index(name) if name in ORDER else 99, name))
    return {name: known[name] for name in names}


def reference() -> str:
    """The page."""
    sections = ["\n".join(_section(name, command)) for name, command in commands().items()]
    return "\n".join([_HEAD, *sections])


def _section(name: str, command: Any) -> Iterator[str]:
    yield f"## {name}\n"
    for paragraph in inspect.cleandoc(command.help).split("\n\n"):
        text = " ".join(paragraph.split())
        if text.startswith("Example: "):
            yield f"```sh\n{text.removeprefix('Example: ')}\n```\n"
        else:
            yield f"{_escaped(text)}\n"
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    if arguments:
        yield "| argument | what |\n|---|---|"
        yield from (f"| {_argument(p)} | {_escaped(p.help or '')} |" for p in arguments)
        yield ""
    if options:
        yield "| option | what | default |\n|---|---|---|"
        yield from (f"| {_names(p)} | {_meaning(p, command)} | {_default(p)} |" for p in options)
        yield ""


def _argument(parameter: Any) -> str:
    name = parameter.name.upper() + ("..." if parameter.nargs == -1 else "")
    return f"`{name}`" if parameter.required else f"`[{name}]`"


def _names(parameter: Any) -> str:
    return ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len, reverse=True))


def _meaning(parameter: Any, command: Any) -> str:
    hint = get_type_hints(command.callback)[parameter.name]
    kinds = [kind for kind in _within(hint) if isinstance(kind, type) and issubclass(kind, StrEnum)]
    listed = "".join(f" One of {', '.join(f'`{c}`' for c in kind)}." for kind in kinds)
    again = " May be given more than once." if parameter.multiple else ""
    return _escaped(parameter.help or "") + listed + again


def _within(hint: Any) -> Iterator[Any]:
    """The types that an annotation is made of."""
    yield hint
    for inner in get_args(hint):
        yield from _within(inner)


def _default(parameter: Any) -> str:
    default = parameter.default
    if parameter.is_flag or default is None or default == "":
        return ""
    return f"`{getattr(default, 'value', default)}`"


def _escaped(text: str) -> str:
    for character in "\\|*<>[]":
        text = text.replace(character, "\\" + character)
    return text


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
