"""What can go wrong, one class for each thing that a caller may want to treat by itself."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, Optional, Type


class SluiceError(Exception):
    """Any failure of a call.

    code: the JSON-RPC error code, or None where the failure is on this side of the socket.
    message: what happened.
    kind: the daemon's name for the code, or this client's.
    hint: what to do about it; may be empty.
    """

    CODE: ClassVar[Optional[int]] = None
    KIND: ClassVar[str] = "error"

    def __init__(
        self, message: str, *, code: Optional[int] = None, kind: Optional[str] = None, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.kind = self.KIND if kind is None else kind
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message

    def __reduce__(self) -> Any:
        return (_restore, (type(self), self.message, self.code, self.kind, self.hint))


def _restore(
    kind_of_error: Type[SluiceError], message: str, code: Optional[int], kind: str, hint: str
) -> SluiceError:
    return kind_of_error(message, code=code, kind=kind, hint=hint)


class DaemonUnavailable(SluiceError, ConnectionError):
    """No daemon answers on the socket, and none could be started."""

    KIND = "daemonUnavailable"


class Disconnected(SluiceError, ConnectionError):
    """The daemon closed the connection before it answered."""

    KIND = "disconnected"


class ProtocolError(SluiceError):
    """What came is not an answer that this client understands."""

    KIND = "protocolError"


class ParseError(SluiceError):
    CODE = -32700


class InvalidRequest(SluiceError):
    CODE = -32600


class MethodNotFound(SluiceError):
    CODE = -32601


class InvalidParams(SluiceError, ValueError):
    CODE = -32602


class InternalError(SluiceError):
    CODE = -32603


class ServerNotInitialized(SluiceError):
    CODE = -32002


class RequestCancelled(SluiceError):
    CODE = -32800


class ModelNotFound(SluiceError, LookupError):
    """No model of that name or path; the hint lists those that exist."""

    CODE = -32010


class ModelInvalid(SluiceError):
    """The model directory is damaged, contradicts itself, or was written by a newer Sluice."""

    CODE = -32011


class WordUnknown(SluiceError, LookupError):
    """The vectors do not list the word, and nothing leads to one that they do."""

    CODE = -32012


class Overloaded(SluiceError):
    """Too much waits already: ask again later."""

    CODE = -32013


class TooLarge(SluiceError):
    CODE = -32014


class DictionaryMissing(SluiceError, LookupError):
    """No dictionary of that name or path; the hint says where they are looked for."""

    CODE = -32016


class TrainingFailed(SluiceError):
    """The model could not be written where it should be, or its weights ran away."""

    CODE = -32017


class TimedOut(SluiceError, TimeoutError):
    """The daemon did not answer within the client's timeout."""

    KIND = "timedOut"


_BY_CODE: Dict[int, Type[SluiceError]] = {
    error.CODE: error
    for error in (
        ParseError,
        InvalidRequest,
        MethodNotFound,
        InvalidParams,
        InternalError,
        ServerNotInitialized,
        RequestCancelled,
        ModelNotFound,
        ModelInvalid,
        WordUnknown,
        Overloaded,
        TooLarge,
        DictionaryMissing,
        TrainingFailed,
    )
    if error.CODE is not None
}


def error_from_response(error: Any) -> SluiceError:
    """The exception for the `error` member of a response; a code without a class of its own is a SluiceError."""
    if not isinstance(error, dict) or not isinstance(error.get("code"), int):
        return ProtocolError(f"the daemon's error has no code: {error!r:.200}")
    data = error.get("data")
    if not isinstance(data, dict):
        data = {}
    code = error["code"]
    return _BY_CODE.get(code, SluiceError)(
        str(error.get("message", "")), code=code, kind=str(data.get("kind", "")), hint=str(data.get("hint", ""))
    )
