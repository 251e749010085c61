"""What models make of series of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Tuple

from ._texts import LabelProbability

JSON = Mapping[str, Any]


def _numbers(answer: JSON, name: str) -> Optional[Tuple[float, ...]]:
    return None if answer.get(name) is None else tuple(answer[name])


@dataclass(frozen=True)
class TargetForecast:
    """How one column goes on, a number for each step."""

    target: str
    forecast: Tuple[float, ...]
    #: Between which the truth lies as often as the model's card says, for the steps of the model's horizon; None of a
    #: model without intervals.
    lower: Optional[Tuple[float, ...]]
    upper: Optional[Tuple[float, ...]]
    #: What plain methods say: the last value.
    naive: Tuple[float, ...]
    #: That of a season ago; None where the rows do not go back so far.
    seasonal: Optional[Tuple[float, ...]]
    #: A linear function of the window, for the steps of the model's horizon; None where the model has none.
    linear: Optional[Tuple[float, ...]]

    @classmethod
    def of(cls, answer: JSON) -> TargetForecast:
        baselines = answer["baselines"]
        return cls(
            target=answer["target"],
            forecast=tuple(answer["forecast"]),
            lower=_numbers(answer, "lower"),
            upper=_numbers(answer, "upper"),
            naive=tuple(baselines["naive"]),
            seasonal=_numbers(baselines, "seasonal"),
            linear=_numbers(baselines, "linear"),
        )


@dataclass(frozen=True)
class Forecast:
    """How a series goes on, or which label comes next."""

    #: Name of the model that answered.
    model: str
    #: The column that is foreseen, the first of them where they are several.
    target: str
    #: What is foreseen of each column; empty of a model of labels.
    targets: Tuple[TargetForecast, ...]
    #: The most probable first; empty but of a model of labels.
    labels: Tuple[LabelProbability, ...]
    #: When each step is, in ISO 8601; None where the rows had no times.
    times: Optional[Tuple[str, ...]]
    #: What makes the forecast doubtful, such as a value far outside those that the model was trained on.
    warnings: Tuple[str, ...]

    @classmethod
    def of(cls, answer: JSON) -> Forecast:
        labels = answer.get("labels")
        times = answer.get("times")
        return cls(
            model=answer["model"],
            target=answer["target"],
            targets=()
            if labels is not None
            else tuple([TargetForecast.of(each) for each in answer.get("targets", [answer])]),
            labels=tuple([LabelProbability(each["label"], each["probability"]) for each in labels or ()]),
            times=None if times is None else tuple(times),
            warnings=tuple(answer["warnings"]),
        )

    @property
    def values(self) -> Tuple[float, ...]:
        """Of the first column, a number for each step; empty of a model of labels."""
        return self.targets[0].forecast if self.targets else ()

    @property
    def label(self) -> Optional[str]:
        """The most probable label; None of a model that foresees numbers."""
        return self.labels[0].label if self.labels else None
