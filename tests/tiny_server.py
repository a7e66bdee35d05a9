"""For tests of the embedded server: a tiny model, and programs that use it."""

from __future__ import annotations

import httpx2

NEWS = (
    "ASTANA, April 19, 2025. The foreign ministers of Kazakhstan and France met in Astana on "
    "18 April 2025.\n\nThey signed a memorandum of understanding on trade."
)


def get(url: str, key: str | None = None) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return httpx2.get(url, headers=headers, trust_env=False)
