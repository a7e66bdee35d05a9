"""Whether a model could answer: what its server lists, asked without a question."""

from __future__ import annotations

from communique.models.base import Model
from communique.models.chat import ChatModel

# What the client raises about an answer that is no object of the API.
_NO_API = (AttributeError, TypeError)


async def served_names(model: Model, seconds: float = 10.0) -> list[str] | None:
    """The names that the model's server lists (``GET /models``), None for a model in this process.

    Raises:
        ModelError: the server is not reached, refuses the key, or lists nothing.
    """
    if not isinstance(model, ChatModel):
        return None
    import openai

    client = model.connect().with_options(timeout=seconds)
    try:
        return [each.id async for each in client.models.list()]
    except (openai.OpenAIError, TimeoutError, ValueError, *_NO_API) as error:
        raise model.failure(error) from None
