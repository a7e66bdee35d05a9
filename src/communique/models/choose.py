"""From a model's name and the environment to a model. Arguments win over the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from communique.errors import MissingKeyError, SettingsError, UnknownModelError
from communique.models.base import Model, ModelInfo, Progress
from communique.models.chat import ChatModel
from communique.models.clients import Address, client_settings
from communique.models.dialect import Dialect
from communique.models.embedded import EmbeddedModel, embedded_chat
from communique.options import Options

if TYPE_CHECKING:
    import openai

DEFAULT_OPENAI_MODEL = "gpt-5-mini"
FORMS = '"local", "openai/NAME", "ollama/NAME", "azure/DEPLOYMENT", or any name with base_url='


def default_model() -> str:
    """``COMMUNIQUE_MODEL``, else OpenAI where ``OPENAI_API_KEY`` is set, else the embedded one."""
    chosen = os.environ.get("COMMUNIQUE_MODEL")
    if chosen:
        return chosen
    if os.environ.get("OPENAI_API_KEY"):
        return f"openai/{DEFAULT_OPENAI_MODEL}"
    return "local"


def choose_model(
    model: str | None = None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Model:
    """The model that `model` names, not yet started or connected.

    ``local`` with a `base_url` speaks to a server that already runs the embedded model.

    Raises:
        UnknownModelError: the name has no known form.
        MissingKeyError: a hosted model without a key.
        SettingsError: the base URL is no http(s) address.
    """
    options = options or Options()
    name = (model or default_model()).strip()
    base_url = base_url or os.environ.get("COMMUNIQUE_BASE_URL") or None
    api_key = _key(api_key, "COMMUNIQUE_API_KEY")
    if base_url:
        _require_http(base_url)
    if name == "local":
        if base_url:
            return embedded_chat(base_url, api_key, options)
        return EmbeddedModel(options, progress)
    backend, _, rest = name.partition("/")
    if backend == "openai" and rest:
        return _openai(rest, base_url, api_key, options)
    if backend == "ollama" and rest:
        return _ollama(rest, base_url, api_key, options)
    if backend == "azure" and rest:
        return _azure(rest, base_url, api_key, options)
    if base_url and name:
        return _compatible("compatible", name, base_url, api_key, options, Dialect())
    raise UnknownModelError(f"no model is called {name!r}; give {FORMS}")


def _key(given: str | None, variable: str) -> str | None:
    """`given`, else what the environment holds; without the line end of a file or shell."""
    key = (given or os.environ.get(variable) or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise SettingsError(
            "the key holds characters that no key has, such as a line end or a typographic "
            "quotation mark: copy it anew"
        )
    return key or None


def _require_http(url: str) -> None:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise SettingsError(
            "base_url must be an http:// or https:// address, such as http://localhost:8000/v1"
        )


def _openai(name: str, base_url: str | None, key: str | None, options: Options) -> Model:
    base_url = base_url or os.environ.get("OPENAI_BASE_URL") or "https://api.openai.com/v1"
    key = _key(key, "OPENAI_API_KEY")
    if not key:
        raise MissingKeyError(
            f'openai/{name} needs a key: set OPENAI_API_KEY, pass api_key=, or use model="local"'
        )
    dialect = Dialect(limit_name="max_completion_tokens")
    return _compatible("openai", name, base_url, key, options, dialect, context_tokens=128_000)


def _ollama(name: str, base_url: str | None, key: str | None, options: Options) -> Model:
    if not base_url:
        host = os.environ.get("OLLAMA_HOST") or "127.0.0.1"
        base_url = host if "://" in host else f"http://{host}"
        _require_http(base_url)
        base_url = base_url.rstrip("/")
        if "://" not in host and urlsplit(base_url).port is None:
            base_url += ":11434"
        base_url += "/v1"
    # Ollama's own default context is small and it cuts prompts without a word.
    return _compatible("ollama", name, base_url, key, options, Dialect(), context_tokens=8192)


def _azure(name: str, base_url: str | None, key: str | None, options: Options) -> Model:
    endpoint = base_url or os.environ.get("AZURE_OPENAI_ENDPOINT")
    if not endpoint:
        raise SettingsError(
            f"azure/{name} needs an address: set AZURE_OPENAI_ENDPOINT or pass base_url="
        )
    _require_http(endpoint)
    key = _key(key, "AZURE_OPENAI_API_KEY")
    if not key:
        raise MissingKeyError(
            f"azure/{name} needs a key: set AZURE_OPENAI_API_KEY or pass api_key="
        )
    version = os.environ.get("OPENAI_API_VERSION") or "2024-10-21"
    address = Address.of(endpoint)

    def make_client(options: Options) -> openai.AsyncOpenAI:
        import openai

        return openai.AsyncAzureOpenAI(
            azure_endpoint=address.url,
            azure_deployment=name,
            api_version=version,
            api_key=key,
            **client_settings(address, options),
        )

    return ChatModel(
        ModelInfo(name, "azure", address.url),
        make_client,
        options,
        secrets=(*address.secrets, key),
        dialect=Dialect(limit_name="max_completion_tokens"),
        context_tokens=128_000,
    )


def _compatible(
    backend: str,
    name: str,
    base_url: str,
    key: str | None,
    options: Options,
    dialect: Dialect,
    *,
    context_tokens: int = 32_768,
) -> ChatModel:
    address = Address.of(base_url)

    def make_client(options: Options) -> openai.AsyncOpenAI:
        import openai

        return openai.AsyncOpenAI(
            base_url=address.url,
            api_key=key or "none",
            **client_settings(address, options),
        )

    return ChatModel(
        ModelInfo(name, backend, address.url),
        make_client,
        options,
        secrets=(*address.secrets, *filter(None, [key])),
        dialect=dialect,
        context_tokens=context_tokens,
    )
