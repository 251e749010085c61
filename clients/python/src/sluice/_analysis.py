"""What a text is made of, as immutable values. Members that a newer daemon adds are left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

JSON = Dict[str, Any]


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
    #: The pieces of the text, in order; each kind None where it was not asked for.
    sentences: Optional[Tuple[TextSpan, ...]]
    paragraphs: Optional[Tuple[TextSpan, ...]]
    lines: Optional[Tuple[TextSpan, ...]]
    #: Those of Unicode (UAX #29).
    words: Optional[Tuple[TextSpan, ...]]
    #: What lies between white space.
    whitespace: Optional[Tuple[TextSpan, ...]]
    #: Characters as a reader counts them.
    graphemes: Optional[Tuple[TextSpan, ...]]
    tokens: Optional[Tuple[Morpheme, ...]]
    #: None unless more than one was asked for.
    alternatives: Optional[Tuple[AlternativeAnalysis, ...]]
    #: None unless costs were asked for.
    user_words: Optional[Tuple[UserWordOutcome, ...]]
    #: The lists that hold for the request; None unless asked for.
    stop_words: Optional[StopWordLists]
    #: What of the request was without effect, and why.
    warnings: Tuple[str, ...]

    @classmethod
    def of(cls, answer: JSON) -> Analysis:
        tokens = answer.get("tokens")
        alternatives = answer.get("alternatives")
        user_words = answer.get("userWords")
        stop_words = answer.get("stopWords")
        return cls(
            language=answer.get("language"),
            analyser=answer["analyser"],
            normalized=answer.get("normalized"),
            sentences=_spans(answer.get("sentences")),
            paragraphs=_spans(answer.get("paragraphs")),
            lines=_spans(answer.get("lines")),
            words=_spans(answer.get("words")),
            whitespace=_spans(answer.get("whitespace")),
            graphemes=_spans(answer.get("graphemes")),
            tokens=None if tokens is None else tuple([Morpheme.of(each) for each in tokens]),
            alternatives=None if alternatives is None else tuple([AlternativeAnalysis.of(each) for each in alternatives]),
            user_words=None if user_words is None else tuple([UserWordOutcome.of(each) for each in user_words]),
            stop_words=None
            if stop_words is None
            else StopWordLists(tuple(stop_words["words"]), tuple(stop_words["tags"])),
            warnings=tuple(answer.get("warnings", ())),
        )


def _spans(answer: Optional[List[JSON]]) -> Optional[Tuple[TextSpan, ...]]:
    return None if answer is None else tuple([TextSpan(each["start"], each["end"]) for each in answer])
