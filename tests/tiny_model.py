"""A tiny model that llama.cpp really loads and serves: random weights, hence nonsense answers.

It has one layer and a vocabulary of bytes and common pairs of letters, and takes 250 kB. Under a
JSON schema it writes JSON of that form, as any model does there.
"""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

CONTEXT = 8192
_WIDTH, _FEED_FORWARD, _HEADS = 64, 128, 4
_END, _UNKNOWN = "<|end|>", "<|unknown|>"
# The first merges of GPT-2, Ġ standing for the blank: they shorten English prompts by a third.
_MERGES = [
    *("Ġ t", "Ġ a", "h e", "i n", "r e", "o n", "Ġt he", "e r", "Ġ s", "a t", "Ġ w", "Ġ o", "e n"),
    *("Ġ c", "i t", "i s", "a n", "o r", "e s", "Ġ b", "e d", "Ġ f", "in g", "Ġ p", "o u", "Ġa n"),
    *("a l", "a r", "Ġt o", "Ġ m", "Ġo f", "Ġ in", "Ġ d", "Ġ h", "Ġan d", "i c", "a s", "l e"),
    *("Ġt h", "i on", "o m", "l l", "en t", "Ġ n", "Ġ l", "s t", "Ġ re", "v e", "Ġ e", "r o"),
]
_TEMPLATE = (
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}"
    "{% if add_generation_prompt %}assistant: {% endif %}"
)


def build(path: Path) -> Path:
    """Write the model to `path`; each time the same bytes."""
    merged = [merge.replace(" ", "") for merge in _MERGES]
    tokens = [*_bytes_as_letters(), *merged, _END, _UNKNOWN]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("tiny")
    writer.add_block_count(1)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_feed_forward_length(_FEED_FORWARD)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(
        [
            gguf.TokenType.CONTROL if token.startswith("<|") else gguf.TokenType.NORMAL
            for token in tokens
        ]
    )
    writer.add_token_merges(_MERGES)
    writer.add_bos_token_id(tokens.index(_END))
    writer.add_eos_token_id(tokens.index(_END))
    writer.add_unk_token_id(tokens.index(_UNKNOWN))
    writer.add_add_bos_token(False)
    writer.add_chat_template(_TEMPLATE)
    for name, shape in _shapes(len(tokens)).items():
        writer.add_tensor(name, _numbers(name, shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _shapes(vocabulary: int) -> dict[str, tuple[int, ...]]:
    square = (_WIDTH, _WIDTH)
    return {
        "token_embd.weight": (vocabulary, _WIDTH),
        "output_norm.weight": (_WIDTH,),
        "blk.0.attn_norm.weight": (_WIDTH,),
        "blk.0.attn_q.weight": square,
        "blk.0.attn_k.weight": square,
        "blk.0.attn_v.weight": square,
        "blk.0.attn_output.weight": square,
        "blk.0.ffn_norm.weight": (_WIDTH,),
        "blk.0.ffn_gate.weight": (_FEED_FORWARD, _WIDTH),
        "blk.0.ffn_up.weight": (_FEED_FORWARD, _WIDTH),
        "blk.0.ffn_down.weight": (_WIDTH, _FEED_FORWARD),
    }


def _numbers(name: str, shape: tuple[int, ...]) -> np.ndarray:
    if "norm" in name:
        return np.ones(shape, dtype=np.float32)
    random = np.random.default_rng(list(name.encode()))
    return random.normal(0.0, 0.1, shape).astype(np.float32)


def _bytes_as_letters() -> list[str]:
    """The letter that GPT-2's vocabulary writes for each byte: itself, where it can be seen."""
    seen = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    unseen = [byte for byte in range(0x100) if byte not in seen]
    letters = {byte: chr(byte) for byte in seen}
    letters |= {byte: chr(0x100 + place) for place, byte in enumerate(unseen)}
    return [letters[byte] for byte in range(0x100)]
