"""What the daemon answers about words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Tuple

JSON = Mapping[str, Any]


@dataclass(frozen=True)
class ReachedWord:
    """A word that the vectors do not list, and what stood for it."""

    word: str
    #: "normalization", "case", "particle", "inflection", "subwords" or "spelling".
    by: str
    #: The listed word that stood for it; None of subwords, which make a vector of its own.
    as_word: Optional[str] = None


def _reached(answer: JSON) -> Tuple[ReachedWord, ...]:
    return tuple([ReachedWord(each["word"], each["by"], each.get("as")) for each in answer.get("reachedBy", ())])


@dataclass(frozen=True)
class Neighbour:
    word: str
    similarity: float
    #: What WordNet says that it is to the word: "antonym", "synonym", "hypernym" or "hyponym"; else None.
    relation: Optional[str] = None


@dataclass(frozen=True)
class Neighbours:
    #: Name of the vectors that answered.
    vectors: str
    #: Whether a word that was asked for is not listed.
    out_of_vocabulary: bool
    reached_by: Tuple[ReachedWord, ...]
    #: "exact", or "approximate" of vectors with more than a million words.
    recall: str
    #: The most similar first.
    neighbours: Tuple[Neighbour, ...]

    @classmethod
    def of(cls, answer: JSON) -> Neighbours:
        return cls(
            vectors=answer["vectors"],
            out_of_vocabulary=answer["outOfVocabulary"],
            reached_by=_reached(answer),
            recall=answer["recall"],
            neighbours=tuple(
                [Neighbour(each["word"], each["similarity"], each.get("relation")) for each in answer["neighbours"]]
            ),
        )


@dataclass(frozen=True)
class Comparison:
    vectors: str
    #: The cosine of the angle between the two, -1 to 1.
    similarity: float
    out_of_vocabulary: bool
    reached_by: Tuple[ReachedWord, ...]

    @classmethod
    def of(cls, answer: JSON) -> Comparison:
        return cls(answer["vectors"], answer["similarity"], answer["outOfVocabulary"], _reached(answer))


@dataclass(frozen=True)
class Outlier:
    vectors: str
    #: The word that fits the others least.
    word: str
    #: Of each word to the mean of all, in their order.
    similarities: Tuple[float, ...]
    out_of_vocabulary: bool
    reached_by: Tuple[ReachedWord, ...]

    @classmethod
    def of(cls, answer: JSON) -> Outlier:
        return cls(
            answer["vectors"],
            answer["word"],
            tuple(answer["similarities"]),
            answer["outOfVocabulary"],
            _reached(answer),
        )


@dataclass(frozen=True)
class WordVector:
    vectors: str
    #: As it is stored, not of length 1.
    vector: Tuple[float, ...]
    out_of_vocabulary: bool
    reached_by: Tuple[ReachedWord, ...]

    @classmethod
    def of(cls, answer: JSON) -> WordVector:
        return cls(answer["vectors"], tuple(answer["vector"]), answer["outOfVocabulary"], _reached(answer))
