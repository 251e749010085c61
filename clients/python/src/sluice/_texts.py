"""What models and vectorisers make of texts, as immutable values. Members that a newer daemon adds are left out of them."""

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
