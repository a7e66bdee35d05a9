"""Clients of the openai SDK: where their server listens, and what all of them are made with."""

from __future__ import annotations

import base64
import importlib.util
import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import getproxies

from communique.errors import SettingsError
from communique.options import Options


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens.

    A user and password in the URL go into a header and leave the URL, which clients log.
    """

    url: str
    headers: dict[str, str]
    secrets: tuple[str, ...]

    @classmethod
    def of(cls, url: str) -> Address:
        """The address that `url` gives, without query and fragment."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if ":" in host:
            host = f"[{host}]"
        port = f":{parts.port}" if parts.port else ""
        public = urlunsplit((parts.scheme, host + port, parts.path, "", ""))
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        if not user and not password:
            return cls(public, {}, ())
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        secrets = tuple(secret for secret in (token, password, user) if secret)
        return cls(public, {"Authorization": f"Basic {token}"}, secrets)


def client_settings(address: Address, options: Options) -> dict[str, Any]:
    """What a client is made with, whichever server it speaks to.

    It repeats no request by itself: `communique.models.transport` does. It speaks over aiohttp,
    which takes a third of the processor for each request that the client's own transport takes,
    but through a SOCKS proxy, which aiohttp does not know. No proxy leads back to this machine.

    Raises:
        SettingsError: the environment names a SOCKS proxy, and what speaks to it is not installed.
    """
    import openai

    settings: dict[str, Any] = {
        "default_headers": address.headers,
        "max_retries": 0,
        "timeout": options.request_seconds,
    }
    here = _is_here(address.url)
    if here or not any(proxy.startswith("socks") for proxy in getproxies().values()):
        settings["http_client"] = openai.DefaultAioHttpClient(
            timeout=options.request_seconds, trust_env=not here
        )
    elif importlib.util.find_spec("socksio") is None:
        raise SettingsError(
            'the environment names a SOCKS proxy: pip install "httpx2[socks]", or unset it'
        )
    return settings


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname is None:
        return False
    try:
        return ipaddress.ip_address(parts.hostname).is_loopback
    except ValueError:
        return parts.hostname == "localhost"
