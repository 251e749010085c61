"""What is said of models, as immutable values. Members that a newer daemon adds are left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple

JSON = Dict[str, Any]


@dataclass(frozen=True)
class ModelSizes:
    #: Weights of the network.
    parameters: int
    #: Entries of the vocabulary.
    vocabulary: int
    #: The most tokens that the model reads of a text; None of a vectoriser, which reads all.
    maximum_length: Optional[int]


@dataclass(frozen=True)
class Metric:
    name: str
    value: float
    #: The rows that it was measured on.
    measured_on: str


@dataclass(frozen=True)
class ModelSeries:
    """What a model that forecasts reads, and how far it sees."""

    #: None where there is none.
    date_column: Optional[str]
    #: The columns that it foresees, and those that it reads beside them.
    targets: Tuple[str, ...]
    inputs: Tuple[str, ...]
    #: What it reads of the dates, such as "day_of_week": where there is anything, rows need times.
    calendar: Tuple[str, ...]
    #: Rows, and steps.
    window: int
    horizon: int
    #: "direct", "autoregressive" or "stateful".
    mode: str


@dataclass(frozen=True)
class ModelDescription:
    name: str
    #: "built-in", or the absolute path of the model's directory.
    source: str
    #: "ready", "unloaded" or "invalid".
    readiness: str
    #: Bytes in memory; 0 unless it is ready.
    memory: int
    #: Why it cannot be opened, or why its last reload failed.
    problem: Optional[str] = None
    #: None, as all that follows is None or empty, where the model's files cannot be read.
    task: Optional[str] = None
    #: In the order of the network's outputs.
    labels: Tuple[str, ...] = ()
    sizes: Optional[ModelSizes] = None
    description: Optional[str] = None
    languages: Tuple[str, ...] = ()
    data: Optional[str] = None
    license: Optional[str] = None
    metrics: Tuple[Metric, ...] = ()
    #: Of a model that forecasts.
    series: Optional[ModelSeries] = None

    @classmethod
    def of(cls, answer: JSON) -> ModelDescription:
        sizes = answer.get("sizes")
        series = answer.get("series")
        return cls(
            name=answer["name"],
            source=answer["source"],
            readiness=answer["readiness"],
            memory=answer["memory"],
            problem=answer.get("problem"),
            task=answer.get("task"),
            labels=tuple(answer.get("labels", ())),
            sizes=None
            if sizes is None
            else ModelSizes(sizes["parameters"], sizes["vocabulary"], sizes.get("maximumLength")),
            description=answer.get("description"),
            languages=tuple(answer.get("languages", ())),
            data=answer.get("data"),
            license=answer.get("license"),
            metrics=tuple(
                Metric(each["name"], each["value"], each["measuredOn"]) for each in answer.get("metrics", ())
            ),
            series=None
            if series is None
            else ModelSeries(
                date_column=series.get("dateColumn"),
                targets=tuple(series["targets"]),
                inputs=tuple(series["inputs"]),
                calendar=tuple(series["calendar"]),
                window=series["window"],
                horizon=series["horizon"],
                mode=series["mode"],
            ),
        )


@dataclass(frozen=True)
class VocabularyEntry:
    word: str
    #: None where the vocabulary does not have the word.
    id: Optional[int]
    #: How often it occurred in the training texts; 0 where that is not known.
    count: int


@dataclass(frozen=True)
class Vocabulary:
    #: How many entries there are in all.
    size: int
    #: Those that were asked for.
    entries: Tuple[VocabularyEntry, ...]

    @classmethod
    def of(cls, answer: JSON) -> Vocabulary:
        return cls(
            answer["size"],
            tuple(VocabularyEntry(each["word"], each["id"], each["count"]) for each in answer["entries"]),
        )


@dataclass(frozen=True)
class ClassFigures:
    label: str
    precision: float
    recall: float
    f1: float
    #: Rows of this label, or spans of this type.
    support: int


@dataclass(frozen=True)
class SpanFigures:
    """Spans of all types together, found where type, beginning and end are right."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True)
class Evaluation:
    model: str
    #: Rows that were read.
    rows: int
    #: Of the rows, or of the tokens of a tagger; of a translator the rows whose translation is exactly right; of a writer
    #: the share of the tokens than which none was more probable.
    accuracy: float
    #: None of a translator and of a writer.
    macro_f1: Optional[float]
    #: Expected calibration error over 15 bins of equal width; only of a classifier.
    calibration_error: Optional[float]
    #: The labels, or the types of spans of a tagger, in the order of the model's labels; none of what writes.
    classes: Tuple[ClassFigures, ...]
    #: Counts: a row for each true label, a column for each predicted one, in the order of `classes`; only of a
    #: classifier.
    confusion_matrix: Optional[Tuple[Tuple[int, ...], ...]]
    #: Tokens of the rows; only of a tagger and of a writer.
    tokens: Optional[int] = None
    #: What a tagger found of the spans.
    spans: Optional[SpanFigures] = None
    #: Characters that are wrong, over those of the right translations; only of a translator.
    character_error_rate: Optional[float] = None
    #: Tokens that a writer's vocabulary does not have, which are left out of its figures.
    unknown: Optional[int] = None
    perplexity: Optional[float] = None
    bits_per_character: Optional[float] = None

    @classmethod
    def of(cls, answer: JSON) -> Evaluation:
        matrix, spans = answer.get("confusionMatrix"), answer.get("spans")
        return cls(
            model=answer["model"],
            rows=answer["rows"],
            accuracy=answer["accuracy"],
            macro_f1=answer.get("macroF1"),
            classes=tuple(
                ClassFigures(each["label"], each["precision"], each["recall"], each["f1"], each["support"])
                for each in answer.get("classes", ())
            ),
            calibration_error=answer.get("calibrationError"),
            confusion_matrix=None if matrix is None else tuple(tuple(row) for row in matrix),
            tokens=answer.get("tokens"),
            spans=None
            if spans is None
            else SpanFigures(spans["precision"], spans["recall"], spans["f1"], spans["support"]),
            character_error_rate=answer.get("characterErrorRate"),
            unknown=answer.get("unknown"),
            perplexity=answer.get("perplexity"),
            bits_per_character=answer.get("bitsPerCharacter"),
        )


@dataclass(frozen=True)
class Training:
    #: As it was written.
    model: ModelDescription
    #: "allEpochs", "early" (it got no better) or "diverged" (after the best epoch, whose weights are kept).
    ending: str
    #: Those that were finished.
    epochs: int
    #: The one whose weights the model has, from 1.
    best_epoch: Optional[int]
    #: Of the rows that were kept aside; None where none were.
    validation: Optional[Evaluation]

    @classmethod
    def of(cls, answer: JSON) -> Training:
        validation = answer.get("validation")
        return cls(
            model=ModelDescription.of(answer["model"]),
            ending=answer["ending"],
            epochs=answer["epochs"],
            best_epoch=answer.get("bestEpoch"),
            validation=None if validation is None else Evaluation.of(validation),
        )


@dataclass(frozen=True)
class Correction:
    model: str
    #: Of the file that keeps it, which `sluice train --feedback` reads.
    path: str
    #: How many the file has now.
    corrections: int

    @classmethod
    def of(cls, answer: JSON) -> Correction:
        return cls(answer["model"], answer["path"], answer["corrections"])
