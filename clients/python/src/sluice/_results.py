"""The answers, as immutable values. Members that a newer daemon adds are left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

JSON = Dict[str, Any]


@dataclass(frozen=True)
class LabelProbability:
    label: str
    #: 0 to 1.
    probability: float


@dataclass(frozen=True)
class ExplainedToken:
    #: The token as it stands in the text: text[start:end].
    text: str
    start: int
    end: int
    #: Above 0 where it speaks for the label, below 0 where it speaks against it.
    attribution: float
    #: Every label's probability once this token is read; None but for the method "prefix".
    prefix: Optional[Dict[str, float]] = None

    @classmethod
    def of(cls, answer: JSON) -> ExplainedToken:
        return cls(answer["text"], answer["start"], answer["end"], answer["attribution"], answer.get("prefix"))


@dataclass(frozen=True)
class LayerStates:
    """What a recurrent layer held in one direction. A row of `units` numbers for each token, in the order of the
    tokens, whichever way the layer read them."""

    #: Keras's name of the layer in the network.
    layer: str
    #: "forward" or "backward".
    direction: str
    units: int
    #: LSTM: input, forget, candidate, output. GRU: update, reset, candidate. SimpleRNN: none.
    gates: Dict[str, List[List[float]]]
    #: LSTM only.
    cell: Optional[List[List[float]]]
    hidden: List[List[float]]
    #: A number for each token: the norm of the probability's gradient by the hidden state.
    gradient_norms: List[float]

    @classmethod
    def of(cls, answer: JSON) -> LayerStates:
        return cls(
            layer=answer["layer"],
            direction=answer["direction"],
            units=answer["units"],
            gates=answer["gates"],
            cell=answer.get("cell"),
            hidden=answer["hidden"],
            gradient_norms=answer["gradientNorms"],
        )


@dataclass(frozen=True)
class Explanation:
    #: Name of the model that answered.
    model: str
    #: The label whose probability is explained.
    label: str
    #: Its probability, 0 to 1.
    probability: float
    #: What the attributions begin at: their sum is probability - baseline. None for the method "occlusion".
    baseline: Optional[float]
    #: The tokens that the model read.
    tokens: Tuple[ExplainedToken, ...]
    #: The recurrent layers, where they were asked for.
    states: Optional[Tuple[LayerStates, ...]]
    #: Whether the text was longer than the model reads.
    truncated: bool

    @classmethod
    def of(cls, answer: JSON) -> Explanation:
        states = answer.get("states")
        return cls(
            model=answer["model"],
            label=answer["label"],
            probability=answer["probability"],
            baseline=answer.get("baseline"),
            tokens=tuple([ExplainedToken.of(each) for each in answer["tokens"]]),
            states=None if states is None else tuple(LayerStates.of(each) for each in states),
            truncated=answer["truncated"],
        )


@dataclass(frozen=True)
class TaggedToken:
    #: As it stands in the text, whose slice from `start` to `end` it is.
    text: str
    start: int
    end: int
    tag: str
    #: Of the tag, 0 to 1.
    probability: float


@dataclass(frozen=True)
class TaggedSpan:
    type: str
    start: int
    end: int
    #: As it stands in the text, whose slice from `start` to `end` it is.
    text: str
    #: That there is a span of this type from here to there, 0 to 1.
    probability: float


@dataclass(frozen=True)
class Tagging:
    #: Name of the model that answered.
    model: str
    #: The tokens that the model read.
    tokens: Tuple[TaggedToken, ...]
    #: In order; they do not overlap.
    spans: Tuple[TaggedSpan, ...]
    #: The text with its spaces where they belong. None but of a model that says where that is.
    respaced: Optional[str]
    #: How many of the tokens the model's vocabulary does not have.
    unknown: int
    #: Whether the text was longer than the model reads.
    truncated: bool

    @classmethod
    def of(cls, answer: JSON) -> Tagging:
        return cls(
            model=answer["model"],
            tokens=tuple(
                [
                    TaggedToken(each["text"], each["start"], each["end"], each["tag"], each["probability"])
                    for each in answer["tokens"]
                ]
            ),
            spans=tuple(
                [
                    TaggedSpan(each["type"], each["start"], each["end"], each["text"], each["probability"])
                    for each in answer["spans"]
                ]
            ),
            respaced=answer.get("respaced"),
            unknown=answer["unknown"],
            truncated=answer["truncated"],
        )


@dataclass(frozen=True)
class TextSpan:
    #: Offsets into the text, end-exclusive.
    start: int
    end: int


@dataclass(frozen=True)
class MorphemePart:
    """A morpheme within a token: of a compound, or of a form in which several have grown together."""

    #: The form; it may be spelt otherwise than in the text where it has grown together with another.
    text: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True)
class MorphemeCosts:
    """What a dictionary's lattice adds up for a token; the path with the lowest sum is answered."""

    #: Of the word itself.
    word: int
    #: Of following the token before it.
    connection: int
    #: For a space before a tag that goes without one.
    penalty: int
    #: Of the path up to its end.
    total: int


@dataclass(frozen=True)
class Morpheme:
    """A morpheme of Korean or Japanese, a word of another language."""

    #: As it stands in the text: text[start:end].
    text: str
    start: int
    end: int
    #: As it was analysed, after the steps of `normalize`.
    normal: str
    #: The form that a dictionary lists.
    lemma: Optional[str]
    #: The form without its endings.
    stem: Optional[str]
    #: A universal part of speech (UPOS).
    pos: Optional[str]
    #: The analyser's own tag.
    tag: Optional[str]
    #: Whether it is a stop word.
    stop: bool
    #: Whether the analyser had to guess.
    unknown: bool
    #: None unless asked for, and of a token that has none.
    parts: Optional[Tuple[MorphemePart, ...]]
    costs: Optional[MorphemeCosts]

    @classmethod
    def of(cls, answer: JSON) -> Morpheme:
        parts = answer.get("parts")
        costs = answer.get("costs")
        return cls(
            text=answer["text"],
            start=answer["start"],
            end=answer["end"],
            normal=answer["normal"],
            lemma=answer.get("lemma"),
            stem=answer.get("stem"),
            pos=answer.get("pos"),
            tag=answer.get("tag"),
            stop=answer["stop"],
            unknown=answer["unknown"],
            parts=None
            if parts is None
            else tuple([MorphemePart(each["text"], each["tag"], each["start"], each["end"]) for each in parts]),
            costs=None
            if costs is None
            else MorphemeCosts(costs["word"], costs["connection"], costs["penalty"], costs["total"]),
        )


@dataclass(frozen=True)
class AlternativeAnalysis:
    #: Of the whole path: the lower, the likelier.
    cost: int
    tokens: Tuple[Morpheme, ...]

    @classmethod
    def of(cls, answer: JSON) -> AlternativeAnalysis:
        return cls(answer["cost"], tuple([Morpheme.of(each) for each in answer["tokens"]]))


@dataclass(frozen=True)
class UserWordOutcome:
    """A user word that stands in the text and lost against other words."""

    word: str
    tag: str
    start: int
    end: int
    #: Of the best path through it.
    cost: int
    #: Of the path that was answered.
    best_cost: int
    #: The greatest cost with which the word is sure to be taken; None where it has to be forced.
    needed_cost: Optional[int]
    #: The best path through it.
    path: Tuple[Morpheme, ...]

    @classmethod
    def of(cls, answer: JSON) -> UserWordOutcome:
        return cls(
            word=answer["word"],
            tag=answer["tag"],
            start=answer["start"],
            end=answer["end"],
            cost=answer["cost"],
            best_cost=answer["bestCost"],
            needed_cost=answer.get("neededCost"),
            path=tuple([Morpheme.of(each) for each in answer["path"]]),
        )


@dataclass(frozen=True)
class StopWordLists:
    words: Tuple[str, ...]
    #: Tags, or what they begin with.
    tags: Tuple[str, ...]


@dataclass(frozen=True)
class Analysis:
    #: An ISO 639-1 code; None where the text says none.
    language: Optional[str]
    #: What answered: a dictionary, a model, or the rules of a language.
    analyser: str
    #: The text as it was analysed; None where that is the text itself.
    normalized: Optional[str]
    #: None where they were not asked for.
    sentences: Optional[Tuple[TextSpan, ...]]
    tokens: Optional[Tuple[Morpheme, ...]]
    #: None unless more than one was asked for.
    alternatives: Optional[Tuple[AlternativeAnalysis, ...]]
    #: None unless costs were asked for.
    user_words: Optional[Tuple[UserWordOutcome, ...]]
    #: The lists that hold for the request; None unless asked for.
    stop_words: Optional[StopWordLists]

    @classmethod
    def of(cls, answer: JSON) -> Analysis:
        sentences = answer.get("sentences")
        tokens = answer.get("tokens")
        alternatives = answer.get("alternatives")
        user_words = answer.get("userWords")
        stop_words = answer.get("stopWords")
        return cls(
            language=answer.get("language"),
            analyser=answer["analyser"],
            normalized=answer.get("normalized"),
            sentences=None if sentences is None else tuple([TextSpan(each["start"], each["end"]) for each in sentences]),
            tokens=None if tokens is None else tuple([Morpheme.of(each) for each in tokens]),
            alternatives=None if alternatives is None else tuple([AlternativeAnalysis.of(each) for each in alternatives]),
            user_words=None if user_words is None else tuple([UserWordOutcome.of(each) for each in user_words]),
            stop_words=None
            if stop_words is None
            else StopWordLists(tuple(stop_words["words"]), tuple(stop_words["tags"])),
        )


@dataclass(frozen=True)
class AttentionToken:
    text: str
    #: Offsets into the text, end-exclusive.
    start: int
    end: int


@dataclass(frozen=True)
class Attention:
    #: The tokens that the model read.
    read: Tuple[AttentionToken, ...]
    #: Those that it wrote.
    written: Tuple[str, ...]
    #: For each token written the share of each that was read.
    shares: Tuple[Tuple[float, ...], ...]

    @classmethod
    def of(cls, answer: JSON) -> Attention:
        return cls(
            read=tuple([AttentionToken(each["text"], each["start"], each["end"]) for each in answer["read"]]),
            written=tuple(answer["written"]),
            shares=tuple([tuple(row) for row in answer["shares"]]),
        )


@dataclass(frozen=True)
class Translation:
    #: Name of the model that answered.
    model: str
    #: The translation.
    text: str
    #: Of the whole translation, 0 to 1.
    probability: float
    #: Whether it came to its end; else it was cut where the model writes no more.
    complete: bool
    #: How many tokens of the text the model's vocabulary does not have.
    unknown: int
    #: Whether the text was longer than the model reads.
    truncated: bool
    #: Where the model looked as it wrote; None unless it was asked for.
    attention: Optional[Attention] = None

    @classmethod
    def of(cls, answer: JSON) -> Translation:
        attention = answer.get("attention")
        return cls(
            model=answer["model"],
            text=answer["text"],
            probability=answer["probability"],
            complete=answer["complete"],
            unknown=answer["unknown"],
            truncated=answer["truncated"],
            attention=None if attention is None else Attention.of(attention),
        )


@dataclass(frozen=True)
class Generation:
    #: Name of the model that answered.
    model: str
    #: The prompt as the model reads it, and what it wrote after it.
    text: str
    #: What the text was written for. None of a model without labels.
    label: Optional[str]
    #: With this one the same call gives the same text.
    seed: int
    #: How many tokens were written.
    tokens: int
    #: How many tokens of the prompt the model's vocabulary does not have.
    unknown: int
    #: Whether the model ended the text; else it was cut at the length.
    ended: bool
    #: Natural logarithm of the probability of what was written, its end among it, whatever the temperature.
    log_probability: float

    @classmethod
    def of(cls, answer: JSON) -> Generation:
        return cls(
            model=answer["model"],
            text=answer["text"],
            label=answer.get("label"),
            seed=answer["seed"],
            tokens=answer["tokens"],
            unknown=answer["unknown"],
            ended=answer["ended"],
            log_probability=answer["logProbability"],
        )


@dataclass(frozen=True)
class Classification:
    #: Name of the model that answered.
    model: str
    #: The most probable label.
    label: str
    #: Its probability, 0 to 1.
    probability: float
    #: The most probable first.
    labels: Tuple[LabelProbability, ...]
    #: How many tokens the model read.
    tokens: int
    #: How many of them its vocabulary does not have.
    unknown: int
    #: Whether the text was longer than the model reads.
    truncated: bool
    #: What the tokens have to do with the label; None unless it was asked for.
    explanation: Optional[Tuple[ExplainedToken, ...]] = None

    @classmethod
    def of(cls, answer: JSON) -> Classification:
        explanation = answer.get("explanation")
        return cls(
            answer["model"],
            answer["label"],
            answer["probability"],
            tuple([LabelProbability(each["label"], each["probability"]) for each in answer["labels"]]),
            answer["tokens"],
            answer["unknown"],
            answer["truncated"],
            None if explanation is None else tuple([ExplainedToken.of(each) for each in explanation]),
        )


@dataclass(frozen=True)
class VectorRow:
    """What is not 0 of a row."""

    #: Columns, ascending; of a sequence places in it.
    indices: Tuple[int, ...]
    #: As many numbers; of a sequence ids.
    values: Tuple[float, ...]


@dataclass(frozen=True)
class Vectorization:
    #: Name of the stored vectoriser that answered; None of one that was fitted on the texts.
    vectorizer: Optional[str]
    #: What was counted: "word", "char", "char_wb" or "morpheme".
    analyzer: str
    #: How many rows and columns there are.
    shape: Tuple[int, int]
    #: In the order of the texts.
    rows: Tuple[VectorRow, ...]
    #: What the columns, or the ids of a sequence, stand for; None unless it was asked for.
    vocabulary: Optional[Tuple[str, ...]]

    @classmethod
    def of(cls, answer: JSON) -> Vectorization:
        rows, columns = answer["shape"]
        vocabulary = answer.get("vocabulary")
        return cls(
            vectorizer=answer.get("vectorizer"),
            analyzer=answer["analyzer"],
            shape=(rows, columns),
            rows=tuple([VectorRow(tuple(each["indices"]), tuple(each["values"])) for each in answer["rows"]]),
            vocabulary=None if vocabulary is None else tuple(vocabulary),
        )


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

    @classmethod
    def of(cls, answer: JSON) -> ModelDescription:
        sizes = answer.get("sizes")
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
class Correction:
    model: str
    #: Of the file that keeps it, which `sluice train --feedback` reads.
    path: str
    #: How many the file has now.
    corrections: int

    @classmethod
    def of(cls, answer: JSON) -> Correction:
        return cls(answer["model"], answer["path"], answer["corrections"])


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
