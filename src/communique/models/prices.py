"""What calls cost, from genai-prices; None where it does not know the model."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_PROVIDERS = {"openai": "openai", "azure": "azure"}
_FEW, _MANY = 1_000, 10_000_000


def cost(
    backend: str, model: str, prompt_tokens: int, cached_tokens: int, completion_tokens: int
) -> float | None:
    """The price of one call in US dollars, None where the model's price is not known."""
    if cached_tokens > prompt_tokens:  # counts that contradict each other
        return None
    each = _prices(backend, model)
    if each is None:
        price = _asked(backend, model, prompt_tokens, cached_tokens, completion_tokens)
        return None if price is None else float(price)
    read, cached, written = each
    fresh = prompt_tokens - cached_tokens
    return float(fresh * read + cached_tokens * cached + completion_tokens * written)


@lru_cache(maxsize=64)
def _prices(backend: str, model: str) -> tuple[Decimal, Decimal, Decimal] | None:
    """The price of a token that is read, read from a cache, and written.

    In US dollars; None where it is not known, or depends on how many there are. Looked up once in a
    process, since a run makes millions of calls: a price that changes meanwhile is not seen.
    """
    few, many = (
        [_asked(backend, model, *counts) for counts in ((n, 0, 0), (n, n, 0), (0, 0, n), (n, 0, n))]
        for n in (_FEW, _MANY)
    )
    if few != [None if price is None else price * _FEW / _MANY for price in many]:
        return None
    read, cached, written, _ = (None if price is None else price / _FEW for price in few)
    if read is None or cached is None or written is None:
        return None
    return read, cached, written


def _asked(
    backend: str, model: str, prompt_tokens: int, cached_tokens: int, completion_tokens: int
) -> Decimal | None:
    provider = _PROVIDERS.get(backend)
    if provider is None:
        return None
    from genai_prices import Usage, calc_price

    usage = Usage(
        input_tokens=prompt_tokens,
        cache_read_tokens=cached_tokens,
        output_tokens=completion_tokens,
    )
    try:
        return calc_price(usage, model_ref=model, provider_id=provider).total_price
    except (LookupError, ValueError):
        return None
