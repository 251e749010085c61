"""Client of the Sluice daemon.

    import sluice

    with sluice.Client() as client:
        print(client.classify("정말 재미있게 봤어요").label)
"""

from ._client import Client
from ._errors import (
    DaemonUnavailable,
    Disconnected,
    InternalError,
    InvalidParams,
    InvalidRequest,
    MethodNotFound,
    ModelInvalid,
    ModelNotFound,
    Overloaded,
    ParseError,
    ProtocolError,
    RequestCancelled,
    ServerNotInitialized,
    SluiceError,
    TimedOut,
    TooLarge,
)
from ._results import (
    CPU,
    GPU,
    ClassFigures,
    Classification,
    Correction,
    Devices,
    Evaluation,
    ExplainedToken,
    Explanation,
    LabelProbability,
    Latency,
    LayerStates,
    Memory,
    MethodCount,
    Metric,
    ModelDescription,
    ModelMemory,
    ModelSizes,
    Status,
    StatusMemory,
    Vocabulary,
    VocabularyEntry,
)
from ._socket import socket_path

__all__ = [
    "CPU",
    "GPU",
    "ClassFigures",
    "Classification",
    "Client",
    "Correction",
    "DaemonUnavailable",
    "Devices",
    "Disconnected",
    "Evaluation",
    "ExplainedToken",
    "Explanation",
    "InternalError",
    "InvalidParams",
    "InvalidRequest",
    "LabelProbability",
    "Latency",
    "LayerStates",
    "Memory",
    "MethodCount",
    "MethodNotFound",
    "Metric",
    "ModelDescription",
    "ModelInvalid",
    "ModelMemory",
    "ModelNotFound",
    "ModelSizes",
    "Overloaded",
    "ParseError",
    "ProtocolError",
    "RequestCancelled",
    "ServerNotInitialized",
    "SluiceError",
    "Status",
    "StatusMemory",
    "TimedOut",
    "TooLarge",
    "Vocabulary",
    "VocabularyEntry",
    "socket_path",
]

__version__ = "0.1.0"
