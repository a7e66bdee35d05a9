"""Write ``schemas/`` anew from the record classes: ``python tools/write_schemas.py``."""

import json
from pathlib import Path

from communique.schemas import schemas

FOLDER = Path(__file__).parent.parent / "schemas"


def main() -> None:
    """Replace all schema files."""
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
