"""Every error that communique raises.

CommuniqueError
├── InputError            the article cannot be read
├── SettingsError         an argument or an environment variable cannot be used
│   ├── UnknownModelError
│   └── MissingKeyError
├── StoreError            an archive's store cannot be used
├── ArchiveStopped        a run over many articles ended early; `reason` says why
├── BudgetExhausted       a request would cost more than the run may
├── WeightsError          the embedded model's weights cannot be put together
├── ModelError            the model did not answer; `retryable` tells whether asking later may help
│   ├── ConnectionFailed      no connection, or it broke
│   ├── DeadlineExceeded      no answer in time
│   ├── RateLimited           429 after all retries
│   ├── QuotaExhausted        429 that no waiting cures
│   ├── AccessDenied          401 or 403
│   ├── RequestRejected       other 4xx: the server refuses the request as sent
│   ├── ServerFailed          5xx after all retries
│   ├── Refused               the model declined to answer
│   ├── ContentFiltered       the server withheld the answer
│   ├── BatchExpired          a batch's provider did not come to it within a day
│   └── Malformed             the answer is not the JSON that was asked for
└── ExtractionError       the extraction is partial or failed; `.result` holds what there is
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.extraction import Extraction


class CommuniqueError(Exception):
    """Base of all errors of this library. Instances pickle, so they may cross processes."""


class InputError(CommuniqueError):
    """The article cannot be read: no text, no characters, or no such file."""


class SettingsError(CommuniqueError):
    """An argument or environment variable cannot be used as it is."""


class UnknownModelError(SettingsError):
    """The model's name does not say which backend is to answer."""


class MissingKeyError(SettingsError):
    """A hosted model was chosen and no key for it was found."""


class WeightsError(CommuniqueError):
    """The weights of the embedded model are missing, damaged, or could not be written."""


class StoreError(CommuniqueError):
    """The store of an archive cannot be opened, read or written."""


class ArchiveStopped(CommuniqueError):
    """A run over many articles ended before all were done; with the same store it goes on.

    `reason` is ``budget``, ``quota``, ``failures``, ``interrupted`` or ``fatal``.
    """

    def __init__(self, message: str, reason: str = "fatal") -> None:
        super().__init__(message)
        self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.reason)


class BudgetExhausted(CommuniqueError):
    """The next request could cost more than is left of what a run may spend; it was not sent."""


class ModelError(CommuniqueError):
    """The model did not give a usable answer.

    `retryable` is true where the same question may succeed later. `status` is the HTTP status,
    where there was one; `retry_after` the seconds that the server asked to wait, if it did.
    """

    retryable = False

    def __init__(
        self, message: str, *, status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)

    @property
    def code(self) -> str:
        """Stable name of this failure in JSON, such as ``rate_limited``."""
        return _code(type(self))

    @staticmethod
    def named(code: str, message: str) -> ModelError:
        """The error with this `code`."""
        known: dict[str, type[ModelError]] = {}
        kinds = [ModelError]
        while kinds:
            kinds = [each for kind in kinds for each in kind.__subclasses__()]
            known |= {_code(each): each for each in kinds}
        return known.get(code, ModelError)(message)


class ConnectionFailed(ModelError):
    """The server could not be reached, or the connection broke."""

    retryable = True


class DeadlineExceeded(ModelError):
    """The server did not answer in time."""

    retryable = True


class RateLimited(ModelError):
    """The server still asked for patience (429) when the deadline for retrying was reached."""

    retryable = True


class QuotaExhausted(ModelError):
    """The account's quota is used up; waiting does not help."""


class AccessDenied(ModelError):
    """The server does not accept the key (401), or the key may not use the model (403)."""


class RequestRejected(ModelError):
    """The server refuses the request as it was sent (4xx), such as an unknown model name."""


class ServerFailed(ModelError):
    """The server failed (5xx) on each attempt."""

    retryable = True


class Refused(ModelError):
    """The model declined to answer."""


class ContentFiltered(ModelError):
    """The server's content filter withheld the answer."""


class BatchExpired(ModelError):
    """The provider did not come to the request within the day that a batch has."""

    retryable = True


class Malformed(ModelError):
    """The answer is not the JSON that was asked for, on the second attempt too."""


class ExtractionError(CommuniqueError):
    """The extraction is partial or failed.

    `result` is the `Extraction` with everything that was found, and `result.failures`
    says what is missing.
    """

    def __init__(self, message: str, result: Extraction[Any]) -> None:
        super().__init__(message)
        self.result = result

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.result)


def _code(kind: type[ModelError]) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind.__name__).lstrip("_")


def _rebuild(
    cls: type[CommuniqueError], args: tuple[Any, ...], attributes: dict[str, Any]
) -> CommuniqueError:
    error = cls.__new__(cls, *args)
    Exception.__init__(error, *args)
    error.__dict__.update(attributes)
    return error
