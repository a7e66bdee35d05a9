"""Write src/communique/pages/static/d3.js, with what it holds and under which licences beside it.

Needs npm. The versions are those of tools/vendor/package-lock.json; the file is the same on every
machine.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "vendor"
STATIC = SOURCE.parent.parent / "src" / "communique" / "pages" / "static"


def main() -> None:
    """Install what the lock names, bundle it, and tell what it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in SOURCE.iterdir():
            shutil.copy(each, folder)
        subprocess.run(["npm", "ci", "--silent"], cwd=folder, check=True)  # noqa: S607
        bundle = folder / "bundle.js"
        command = ["node_modules/.bin/esbuild", "d3.js", "--bundle", "--minify", "--format=iife"]
        command += ["--global-name=d3", "--legal-comments=none", f"--outfile={bundle}"]
        subprocess.run([*command, f"--metafile={folder / 'meta.json'}"], cwd=folder, check=True)  # noqa: S603
        inputs = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["inputs"]
        used = sorted({each.split("/")[1] for each in inputs if each.startswith("node_modules/")})
        packages, texts = [], []
        for package in used:
            home = folder / "node_modules" / package
            told = json.loads((home / "package.json").read_text(encoding="utf-8"))
            packages.append({key: told[key] for key in ("name", "version", "license")})
            licence = (home / "LICENSE").read_text(encoding="utf-8").strip()
            texts.append(f"{told['name']} {told['version']}\n\n{licence}\n")
        shutil.copy(bundle, STATIC / "d3.js")
    digest = hashlib.sha256((STATIC / "d3.js").read_bytes()).hexdigest()
    record = json.dumps({"sha256": digest, "packages": packages}, indent=2)
    (STATIC / "d3.json").write_text(record + "\n", encoding="utf-8")
    (STATIC / "d3.LICENSES.txt").write_text(("\n" + "-" * 72 + "\n").join(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
