"""What is said of the daemon and where it runs, as immutable values. Members that a newer daemon adds are left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple

JSON = Dict[str, Any]


@dataclass(frozen=True)
class Latency:
    """Microseconds from a request's last byte to its answer, over the latest requests."""

    p50: float
    p90: float
    p99: float
    maximum: float


@dataclass(frozen=True)
class MethodCount:
    method: str
    #: Requests answered, errors among them.
    count: int
    #: Requests answered with an error.
    errors: int
    latency: Latency


@dataclass(frozen=True)
class ModelMemory:
    name: str
    bytes: int


@dataclass(frozen=True)
class StatusMemory:
    #: Resident memory of the daemon in bytes.
    resident: int
    models: Tuple[ModelMemory, ...]


@dataclass(frozen=True)
class Status:
    version: str
    #: Differs between two builds of the daemon.
    build_id: str
    process_id: int
    #: Seconds since the start.
    uptime: float
    #: "ok", or "draining" while the daemon stops.
    health: str
    #: Open connections, this one among them.
    sessions: int
    #: Path of the socket.
    socket: Optional[str]
    #: Each method that has been called, in alphabetical order.
    methods: Tuple[MethodCount, ...]
    memory: StatusMemory

    @classmethod
    def of(cls, answer: JSON) -> Status:
        memory = answer["memory"]
        return cls(
            version=answer["version"],
            build_id=answer["buildId"],
            process_id=answer["processId"],
            uptime=answer["uptime"],
            health=answer["health"],
            sessions=answer["sessions"],
            socket=answer.get("socket"),
            methods=tuple(_method_count(each) for each in answer["methods"]),
            memory=StatusMemory(
                memory["resident"], tuple(ModelMemory(each["name"], each["bytes"]) for each in memory["models"])
            ),
        )


def _method_count(each: JSON) -> MethodCount:
    latency = each["latency"]
    return MethodCount(
        each["method"],
        each["count"],
        each["errors"],
        Latency(latency["p50"], latency["p90"], latency["p99"], latency["maximum"]),
    )


@dataclass(frozen=True)
class CPU:
    model: str
    architecture: str
    #: Logical cores that the daemon may use.
    cores: int
    #: The kernels in use: "scalar", "avx2", "avx512" or "neon".
    instruction_set: str
    #: The kernels that would work on this CPU.
    instruction_sets: Tuple[str, ...]


@dataclass(frozen=True)
class Memory:
    """Bytes of physical memory."""

    total: int
    available: int


@dataclass(frozen=True)
class GPU:
    name: str
    #: Bytes.
    memory: int
    #: Version of the driver.
    driver: str


@dataclass(frozen=True)
class Devices:
    cpu: CPU
    memory: Memory
    gpus: Tuple[GPU, ...]
    #: Why `gpus` is empty, where it is.
    gpu_reason: Optional[str]

    @classmethod
    def of(cls, answer: JSON) -> Devices:
        cpu, memory = answer["cpu"], answer["memory"]
        return cls(
            cpu=CPU(
                cpu["model"],
                cpu["architecture"],
                cpu["cores"],
                cpu["instructionSet"],
                tuple(cpu["instructionSets"]),
            ),
            memory=Memory(memory["total"], memory["available"]),
            gpus=tuple(GPU(each["name"], each["memory"], each["driver"]) for each in answer["gpus"]),
            gpu_reason=answer.get("gpuReason"),
        )
