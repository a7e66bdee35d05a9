"""What calls cost, from genai-prices; None where it does not know the model."""

from __future__ import annotations

_PROVIDERS = {"openai": "openai", "azure": "azure"}


def cost(
    backend: str, model: str, prompt_tokens: int, cached_tokens: int, completion_tokens: int
) -> float | None:
    """The price of one call in US dollars, None where the model's price is not known."""
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
        return float(calc_price(usage, model_ref=model, provider_id=provider).total_price)
    except (LookupError, ValueError):  # ValueError: counts that contradict each other
        return None
