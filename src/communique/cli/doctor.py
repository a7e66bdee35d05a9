"""``communique doctor``: what is installed, which model would answer, and whether it could."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from communique.cli.codes import FATAL
from communique.cli.progress import safe
from communique.cli.versions import CORE, EXTRAS, installed, named, own
from communique.errors import CommuniqueError


def doctor(
    model: Annotated[str | None, typer.Option(help="As for extract.")] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Address of an OpenAI-compatible server.")
    ] = None,
) -> None:
    """Say what is installed, which model would answer, and whether it could. Asks no question.

    A server is asked for its list of models; the embedded model is loaded, and its weights are put
    together and checked at the first time. Exit status: 0 the model could answer, 1 it could not.

    Example: communique doctor --model ollama/llama3.2
    """
    typer.echo(own())
    typer.echo("needs: " + ", ".join(map(named, CORE)))
    for extra, names in EXTRAS.items():
        missing = [name for name in names if installed(name) is None]
        told = f'missing {", ".join(missing)}: pip install "communique[{extra}]"'
        typer.echo(f"{extra}: {told if missing else ', '.join(map(named, names))}")
    try:
        line = asyncio.run(_examine(model, base_url))
    except CommuniqueError as error:
        typer.echo(f"model: no: {safe(str(error))}")
        raise typer.Exit(FATAL) from None
    typer.echo(f"model: {safe(line)}")


async def _examine(name: str | None, base_url: str | None) -> str:
    from communique.models.choose import choose_model
    from communique.models.serving import served_names

    model = choose_model(name, base_url=base_url)
    try:
        info = await model.info()
        served = await served_names(model)
    finally:
        await model.close()
    called = f"{info.backend}/{info.name}"
    if served is None:
        return f"yes: {called} runs in this process; weights {(info.weights or '')[:12]} are whole"
    where = f"{called} at {info.base_url}"
    if info.name in served:
        return f"yes: {where} is reachable and lists it"
    some = ", ".join(served[:5]) or "none"
    return f"perhaps: {where} is reachable and does not list it, but {some}"
