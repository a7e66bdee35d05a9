"""What calls cost: as genai-prices says, though it is asked once a model."""

from __future__ import annotations

import pytest
from genai_prices import Usage, calc_price

from communique.models.prices import cost

MODELS = ["gpt-4.1-mini", "gpt-4o", "gpt-5", "gpt-5.4"]
"""The last has another price from some number of tokens on."""


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(
    ("read", "cached", "written"), [(1234, 500, 77), (2_000_000, 3, 50_000), (1, 0, 0), (0, 0, 5)]
)
def test_a_call_costs_what_the_price_list_says(
    model: str, read: int, cached: int, written: int
) -> None:
    """However many tokens it has."""
    usage = Usage(input_tokens=read, cache_read_tokens=cached, output_tokens=written)
    told = calc_price(usage, model_ref=model, provider_id="openai").total_price
    assert cost("openai", model, read, cached, written) == pytest.approx(float(told), rel=1e-12)


def test_what_has_no_price_costs_nothing_that_is_known() -> None:
    """An unknown model, a server of one's own, counts that contradict each other."""
    assert cost("openai", "nobody-knows-it", 1, 0, 1) is None
    assert cost("local", "gpt-4o", 1, 0, 1) is None
    assert cost("openai", "gpt-4o", 1, 2, 1) is None
