"""The client: what a program calls."""

from __future__ import annotations

import math
import os
import threading
import time
from datetime import date
from numbers import Real
from types import TracebackType
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, Type, TypeVar, Union, overload

from ._analysis import Analysis
from ._connection import Connection, encode
from ._daemon import Devices, Status
from ._errors import DaemonUnavailable, Disconnected, ProtocolError, SluiceError
from ._models import Correction, Evaluation, ModelDescription, Training, Vocabulary
from ._series import Forecast
from ._socket import connect, socket_path
from ._texts import Classification, Explanation, Generation, Tagging, Translation, Vectorization
from ._words import Comparison, Neighbours, Outlier, WordVector

_Result = TypeVar("_Result")
_Path = Union[str, "os.PathLike[str]"]
#: A value of a series: a number, or None where it is missing; or the date of a row.
_Cell = Union[float, str, date, None]
_Row = Union[float, None, Mapping[str, _Cell], Iterable[Optional[float]]]
#: A word of a sum, alone or with its weight.
_Term = Union[str, Tuple[str, float]]


class _Default:
    """The client's own timeout, which None could not say: None is "wait for ever"."""


_DEFAULT = _Default()
_Timeout = Union[float, None, _Default]

# How often a request is sent at most, where each daemon that it reaches is on its way out.
_ATTEMPTS = 5
# Asking these twice does no more than asking once, so they may be sent again to a daemon that was restarted.
_REPEATABLE = frozenset(
    {
        "text/classify",
        "text/explain",
        "text/analyze",
        "text/tag",
        "text/generate",
        "text/translate",
        "text/vectorize",
        "words/similar",
        "words/analogy",
        "words/compare",
        "words/outlier",
        "words/vector",
        "series/forecast",
        "models/list",
        "models/describe",
        "models/vocabulary",
        "models/load",
        "models/unload",
        "models/reload",
        "models/evaluate",
        "daemon/ping",
        "daemon/status",
        "daemon/devices",
        "rpc.discover",
    }
)


class _Turn:
    """A lock that tells a thread which has it already, where another lock would let it wait for itself."""

    __slots__ = ("_lock", "_thread")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: Optional[int] = None

    def __enter__(self) -> None:
        if self._thread == threading.get_ident():
            raise RuntimeError(
                "on_text called the client that it was called by, which is busy until the text is written; "
                "use another Client there"
            )
        self._lock.acquire()
        self._thread = threading.get_ident()

    def __exit__(self, *_: object) -> None:
        self._thread = None
        self._lock.release()


class Client:
    """A connection to the daemon of this user, made at the first call and made again when it is lost.

    socket: path of the socket; by default where `socket_path()` says.
    timeout: seconds that a call may wait for its answer; None is for ever.
    auto_start: whether to run `sluice start` where no daemon listens.
    executable: the program to start it with; by default `SLUICE_EXECUTABLE`, else `sluice` on PATH.
    start_timeout: seconds that starting it may take. The program itself waits up to 20 seconds for a daemon that stops.

    A client may be used from several threads: a lock lets one call through at a time. Threads that should not wait
    for each other need a client each, and so does what `on_text` of `generate` asks. After a fork the child connects
    anew.
    """

    def __init__(
        self,
        socket: Optional[_Path] = None,
        *,
        timeout: Optional[float] = 30.0,
        auto_start: bool = True,
        executable: Optional[_Path] = None,
        start_timeout: float = 30.0,
    ) -> None:
        self.socket = socket_path() if socket is None else os.path.abspath(os.fspath(socket))
        self.timeout = timeout
        self.auto_start = auto_start
        self._executable = None if executable is None else os.fspath(executable)
        self._start_timeout = start_timeout
        self._lock = _Turn()
        self._connection: Optional[Connection] = None
        self._process = 0
        self._last = 0

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection. The daemon goes on, and a later call connects again."""
        with self._lock:
            self._drop()

    # Texts

    @overload
    def classify(  # type: ignore[overload-overlap]  # A str is an Iterable[str] too, and the first that fits holds.
        self,
        text: str,
        *,
        model: Optional[_Path] = None,
        top: Optional[int] = None,
        explain: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> Classification: ...

    @overload
    def classify(
        self,
        text: Iterable[str],
        *,
        model: Optional[_Path] = None,
        top: Optional[int] = None,
        explain: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> List[Classification]: ...

    def classify(
        self,
        text: Union[str, Iterable[str]],
        *,
        model: Optional[_Path] = None,
        top: Optional[int] = None,
        explain: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> Union[Classification, List[Classification]]:
        """The label of a text, or of each of several, which is quicker than asking for one after the other.

        model: name or path of a model; by default the daemon chooses.
        top: how many labels to give, the most probable first; by default all.
        explain: whether to say what each token has to do with the label.
        """
        params: Dict[str, Any] = {}
        if model is not None:
            params["model"] = _model(model)
        if top is not None:
            params["top"] = top
        if explain:
            params["explain"] = True
        if isinstance(text, str):
            params["text"] = text
            return _understood(Classification.of, self.call("text/classify", params, timeout=timeout))
        params["texts"] = list(text)
        return _understood(_classifications, self.call("text/classify", params, timeout=timeout))

    def explain(
        self,
        text: str,
        *,
        model: Optional[_Path] = None,
        label: Optional[str] = None,
        method: Optional[str] = None,
        states: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> Explanation:
        """What each token of a text has to do with the probability of a label, by default the most probable one.

        method: "integrated-gradients" (the daemon's default), "occlusion" or "prefix".
        states: whether to add the gates and states of the recurrent layers.
        """
        params: Dict[str, Any] = {"text": text}
        if model is not None:
            params["model"] = _model(model)
        if label is not None:
            params["label"] = label
        if method is not None:
            params["method"] = method
        if states:
            params["states"] = True
        return _understood(Explanation.of, self.call("text/explain", params, timeout=timeout))

    def analyze(
        self,
        text: str,
        *,
        language: Optional[str] = None,
        dictionary: Optional[_Path] = None,
        include: Union[str, Iterable[str], None] = None,
        nbest: Optional[int] = None,
        decompound: Optional[str] = None,
        normalize: Union[str, Dict[str, Any], Iterable[Union[str, Dict[str, Any]]], None] = None,
        stop: Optional[Dict[str, Any]] = None,
        user_words: Optional[Iterable[Dict[str, Any]]] = None,
        user_dictionary: Optional[_Path] = None,
        stemmer: Optional[str] = None,
        timeout: _Timeout = _DEFAULT,
    ) -> Analysis:
        """What a text is made of: sentences and other pieces, and morphemes or words with what is known of each.

        language: an ISO 639-1 code; by default it is found from the text.
        dictionary: name or path of a MeCab dictionary, or "none" for the built-in analysers.
        include: any of "sentences", "paragraphs", "lines", "words", "whitespace", "graphemes", "morphemes", "lemma",
            "stem", "pos", "parts", "costs", "stopWords"; by default "sentences", "morphemes", "lemma", "stem", "pos".
        nbest: how many analyses to answer, as `alternatives`.
        decompound: "none" (the default), "mixed" or "discard".
        normalize: steps that come before the analysis: names, or {"replace": pattern, "with": text}.
        stop: {"words", "add", "remove", "tags", "drop"}: which tokens are stop words, and whether they are left out.
        user_words: {"word", "tag", "cost", "reading", "expression", "conjugation", "force"} each; all but the first two
            may be left out.
        user_dictionary: a file of such words.
        stemmer: whose stems those of English are: "snowball" (the default) or "porter".
        """
        params: Dict[str, Any] = {"text": text}
        if language is not None:
            params["language"] = language
        if dictionary is not None:
            params["dictionary"] = _model(dictionary)
        if include is not None:
            params["include"] = [include] if isinstance(include, str) else list(include)
        if nbest is not None:
            params["nbest"] = nbest
        if decompound is not None:
            params["decompound"] = decompound
        if normalize is not None:
            params["normalize"] = [normalize] if isinstance(normalize, (str, dict)) else list(normalize)
        if stop is not None:
            params["stop"] = stop
        if user_words is not None:
            params["userWords"] = list(user_words)
        if user_dictionary is not None:
            params["userDictionary"] = os.path.abspath(user_dictionary)
        if stemmer is not None:
            params["stemmer"] = stemmer
        return _understood(Analysis.of, self.call("text/analyze", params, timeout=timeout))

    def tag(self, text: str, *, model: Optional[_Path] = None, timeout: _Timeout = _DEFAULT) -> Tagging:
        """The tags of a text's tokens, and the spans that they mark.

        model: name or path of a model; by default the daemon chooses.
        """
        params: Dict[str, Any] = {"text": text}
        if model is not None:
            params["model"] = _model(model)
        return _understood(Tagging.of, self.call("text/tag", params, timeout=timeout))

    def vectorize(
        self,
        text: Union[str, Iterable[str]],
        vectorizer: Union[_Path, Mapping[str, Any]],
        *,
        vocabulary: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> Vectorization:
        """A text, or each of several, as a row of numbers.

        vectorizer: name or path of a stored one; or what to fit on these texts, such as {"method": "tf-idf"}.
        vocabulary: whether to add what the columns stand for.
        """
        params: Dict[str, Any] = {"text": text} if isinstance(text, str) else {"texts": list(text)}
        params["vectorizer"] = dict(vectorizer) if isinstance(vectorizer, Mapping) else _model(vectorizer)
        if vocabulary:
            params["vocabulary"] = True
        return _understood(Vectorization.of, self.call("text/vectorize", params, timeout=timeout))

    def similar(
        self,
        word: Optional[str] = None,
        *,
        positive: Union[str, Iterable[_Term]] = (),
        negative: Union[str, Iterable[_Term]] = (),
        vector: Optional[Iterable[float]] = None,
        vectors: Optional[_Path] = None,
        top: Optional[int] = None,
        filter: Optional[Mapping[str, Any]] = None,
        measure: Optional[str] = None,
        fold: Optional[str] = None,
        exact: bool = False,
        relations: bool = True,
        timeout: _Timeout = _DEFAULT,
    ) -> Neighbours:
        """The words nearest to a word, to a sum of words, or to a vector: give one of the three.

        positive, negative: words to add and to take away: one string, or several, each alone or paired with its weight.
        vectors: name or path of word vectors; by default the daemon chooses.
        top: how many; by default 10.
        filter: which words may be neighbours: "prefix", "pattern", "script", "pos", "exclude", "limit", "sameLemma".
        measure: "cosine" (the default), "dot" or "cosmul".
        fold: "case" or "inflection": of forms that differ in no more only the most similar.
        exact: never by the 4-bit rows of very large vectors.
        relations: whether to say what WordNet knows of the neighbours.
        """
        params: Dict[str, Any] = {}
        if word is not None:
            params["word"] = word
        for name, terms in (("positive", positive), ("negative", negative)):
            listed = _terms(name, terms)
            if listed:
                params[name] = listed
        if vector is not None:
            params["vector"] = list(vector)
        params.update(_search(vectors, top, filter, measure, fold, exact, relations))
        return _understood(Neighbours.of, self.call("words/similar", params, timeout=timeout))

    def analogy(
        self,
        from_word: str,
        to_word: str,
        of_word: str,
        *,
        vectors: Optional[_Path] = None,
        top: Optional[int] = None,
        filter: Optional[Mapping[str, Any]] = None,
        measure: Optional[str] = None,
        fold: Optional[str] = None,
        exact: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> Neighbours:
        """`from_word` is to `to_word` as `of_word` is to what? Everything else is as in `similar`."""
        params: Dict[str, Any] = {"from": from_word, "to": to_word, "of": of_word}
        params.update(_search(vectors, top, filter, measure, fold, exact, True))
        return _understood(Neighbours.of, self.call("words/analogy", params, timeout=timeout))

    def compare(
        self,
        a: Union[str, Iterable[str]],
        b: Union[str, Iterable[str]],
        *,
        vectors: Optional[_Path] = None,
        timeout: _Timeout = _DEFAULT,
    ) -> Comparison:
        """How similar two words are, or two sets of words by the means of their vectors."""
        params: Dict[str, Any] = {"a": _one_or_more(a), "b": _one_or_more(b), **_vectors(vectors)}
        return _understood(Comparison.of, self.call("words/compare", params, timeout=timeout))

    def outlier(
        self, words: Iterable[str], *, vectors: Optional[_Path] = None, timeout: _Timeout = _DEFAULT
    ) -> Outlier:
        """The word that fits the others least."""
        if isinstance(words, str):
            raise TypeError(f"outlier() compares several words, and one string came: give a list, as [{words!r}, …]")
        params: Dict[str, Any] = {"words": list(words), **_vectors(vectors)}
        return _understood(Outlier.of, self.call("words/outlier", params, timeout=timeout))

    def vector(self, word: str, *, vectors: Optional[_Path] = None, timeout: _Timeout = _DEFAULT) -> WordVector:
        """The numbers of a word, as they are stored."""
        params: Dict[str, Any] = {"word": word, **_vectors(vectors)}
        return _understood(WordVector.of, self.call("words/vector", params, timeout=timeout))

    def generate(
        self,
        prompt: str = "",
        *,
        label: Optional[str] = None,
        model: Optional[_Path] = None,
        length: Optional[int] = None,
        temperature: Optional[float] = None,
        seed: Optional[int] = None,
        on_text: Optional[Callable[[str], object]] = None,
        timeout: _Timeout = _DEFAULT,
    ) -> Generation:
        """A text that a model writes, after `prompt`.

        label: what it is written for, one of the model's labels; by default one is drawn.
        model: name or path of a model; by default the daemon chooses.
        length: the most tokens, characters or words, to write; by default 200.
        temperature: 0 writes the most probable token always, 1 (the default) draws by the probabilities as they are.
        seed: the same one gives the same text; by default one is drawn, and the answer has it.
        on_text: called with the text as it is written, a piece at a time. What it raises ends the writing. It must not
            call this client, which is busy with the text: that raises RuntimeError.
        """
        params: Dict[str, Any] = {}
        if prompt:
            params["prompt"] = prompt
        if label is not None:
            params["label"] = label
        if model is not None:
            params["model"] = _model(model)
        if length is not None:
            params["length"] = length
        if temperature is not None:
            params["temperature"] = temperature
        if seed is not None:
            params["seed"] = seed
        if on_text is None:
            return _understood(Generation.of, self.call("text/generate", params, timeout=timeout))
        show = on_text
        params["partialResultToken"] = "text"

        def notified(message: Any) -> None:
            if message["method"] == "$/progress":
                show(_understood(_piece, message))

        with self._lock:
            timeout = self.timeout if isinstance(timeout, _Default) else timeout
            answer = self._ask("text/generate", params, timeout, auto_start=self.auto_start, notified=notified)
        return _understood(Generation.of, answer)

    def translate(
        self,
        text: str,
        *,
        model: Optional[_Path] = None,
        beam: Optional[int] = None,
        attention: bool = False,
        timeout: _Timeout = _DEFAULT,
    ) -> Translation:
        """The text that a model writes for a text.

        model: name or path of a model; by default the first whose task it is.
        beam: how many translations to follow at a time, of which the most probable is answered; by default 1.
        attention: whether to add where the model looked as it wrote.
        """
        params: Dict[str, Any] = {"text": text}
        if model is not None:
            params["model"] = _model(model)
        if beam is not None:
            params["beam"] = beam
        if attention:
            params["attention"] = True
        return _understood(Translation.of, self.call("text/translate", params, timeout=timeout))

    # Series

    def forecast(
        self,
        series: Iterable[_Row],
        *,
        times: Optional[Iterable[Union[str, date]]] = None,
        model: Optional[_Path] = None,
        steps: Optional[int] = None,
        timeout: _Timeout = _DEFAULT,
    ) -> Forecast:
        """How a series goes on, or which label comes next.

        series: the past, the oldest first: numbers, for a model of one column; or rows, each a mapping by the names of
            the columns, or the numbers in the order of the model's columns: its targets, then its inputs. None and NaN
            are missing values. Dates in a mapping may be texts, or dates of `datetime`.
        times: when each row was: needed by a model of calendar features where the rows do not say.
        model: name or path of a model; by default the daemon chooses.
        steps: how many steps to foresee; by default the model's horizon.
        """
        rows = list(series)
        params: Dict[str, Any] = {}
        if all(row is None or isinstance(row, Real) for row in rows):
            params["values"] = [_cell(row) for row in rows]
        else:
            params["rows"] = [_cells(row) for row in rows]
        if times is not None:
            params["times"] = [time if isinstance(time, str) else time.isoformat() for time in times]
        if model is not None:
            params["model"] = _model(model)
        if steps is not None:
            params["steps"] = steps
        return _understood(Forecast.of, self.call("series/forecast", params, timeout=timeout))

    # Models

    def models(self) -> List[ModelDescription]:
        """The models that can be named, in alphabetical order."""
        return _understood(_descriptions, self.call("models/list"))

    def describe(self, model: _Path) -> ModelDescription:
        """What a model is. Does not load it."""
        return _understood(ModelDescription.of, self.call("models/describe", {"model": _model(model)}))

    def vocabulary(
        self,
        model: _Path,
        *,
        words: Optional[Iterable[str]] = None,
        ids: Optional[Iterable[int]] = None,
        start: Optional[int] = None,
        count: Optional[int] = None,
    ) -> Vocabulary:
        """Entries of a model's vocabulary: of the words given, of the ids given, or `count` (100) from the id
        `start` (0) on."""
        params: Dict[str, Any] = {"model": _model(model)}
        if words is not None:
            params["words"] = list(words)
        if ids is not None:
            params["ids"] = list(ids)
        if start is not None:
            params["from"] = start
        if count is not None:
            params["count"] = count
        return _understood(Vocabulary.of, self.call("models/vocabulary", params))

    def load(self, model: _Path, *, keep_alive: Optional[float] = None) -> ModelDescription:
        """Loads a model and keeps it in memory: for ever, or until `keep_alive` seconds after its last use."""
        return self._change("models/load", model, keep_alive)

    def unload(self, model: _Path) -> ModelDescription:
        """Takes a model out of memory; the next request that names it loads it again."""
        return self._change("models/unload", model, None)

    def reload(self, model: _Path, *, keep_alive: Optional[float] = None) -> ModelDescription:
        """Reads a model again from where it came. Where that fails the old one stays."""
        return self._change("models/reload", model, keep_alive)

    def _change(self, method: str, model: _Path, keep_alive: Optional[float]) -> ModelDescription:
        params: Dict[str, Any] = {"model": _model(model)}
        if keep_alive is not None:
            params["keepAlive"] = keep_alive
        return _understood(ModelDescription.of, self.call(method, params))

    def evaluate(
        self,
        model: _Path,
        data: _Path,
        *,
        text_column: Optional[str] = None,
        label_column: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Evaluation:
        """How a model does on the labelled rows of a file, which the daemon reads. Waits for ever by default."""
        params: Dict[str, Any] = {"model": _model(model), "data": os.path.abspath(os.fspath(data))}
        if text_column is not None:
            params["textColumn"] = text_column
        if label_column is not None:
            params["labelColumn"] = label_column
        return _understood(Evaluation.of, self.call("models/evaluate", params, timeout=timeout))

    def train(
        self,
        data: _Path,
        output: _Path,
        *,
        task: Optional[str] = None,
        recipe: Optional[_Path] = None,
        text_column: Optional[str] = None,
        label_column: Optional[str] = None,
        feedback: Optional[_Path] = None,
        epochs: Optional[int] = None,
        seed: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> Training:
        """Trains a model on a file, which the daemon reads, and has it write the model directory `output`.

        `task` is "classify" (the default), "tag", "translate" or "generate"; `recipe` the name of a shipped one or the
        path of a file, which has a separator in it. Waits for ever by default; a call that times out ends the training.
        """
        params: Dict[str, Any] = {
            "data": os.path.abspath(os.fspath(data)),
            "output": os.path.abspath(os.fspath(output)),
        }
        optional = {
            "task": task,
            "recipe": None if recipe is None else _model(recipe),
            "textColumn": text_column,
            "labelColumn": label_column,
            "feedback": None if feedback is None else os.path.abspath(os.fspath(feedback)),
            "epochs": epochs,
            "seed": seed,
        }
        params.update((name, value) for name, value in optional.items() if value is not None)
        return _understood(Training.of, self.call("models/train", params, timeout=timeout))

    def feedback(self, text: str, label: str, model: _Path) -> Correction:
        """Keeps a correction, for `sluice train --feedback`: `label` is what the model should have said of the text."""
        return _understood(
            Correction.of, self.call("models/feedback", {"text": text, "label": label, "model": _model(model)})
        )

    # The daemon

    def ping(self) -> None:
        """Returns when the daemon has answered: the smallest round trip."""
        self.call("daemon/ping")

    def status(self) -> Status:
        """How the daemon is."""
        return _understood(Status.of, self.call("daemon/status"))

    def devices(self) -> Devices:
        """What the daemon computes on."""
        return _understood(Devices.of, self.call("daemon/devices"))

    def shutdown(self) -> bool:
        """Stops the daemon after it has answered what it accepted. False where none ran: this call starts none."""
        with self._lock:
            try:
                self._ask("daemon/shutdown", None, self.timeout, auto_start=False)
            except DaemonUnavailable as error:
                if isinstance(error.__cause__, (FileNotFoundError, ConnectionRefusedError)):
                    return False
                raise
            finally:
                self._drop()
        return True

    # Any method

    def call(self, method: str, params: Any = None, *, timeout: _Timeout = _DEFAULT) -> Any:
        """The result of any method, as the JSON module reads it.

        Offsets in answers count characters, as Python's slices do: unless `params` says otherwise, methods under
        `text/` are asked for "utf-32".

        Raises SluiceError or a class derived from it: what the daemon answered, DaemonUnavailable, Disconnected,
        TimedOut or ProtocolError; and ValueError or TypeError for params that JSON cannot carry.
        """
        if method.startswith("text/") and isinstance(params, dict) and "positionEncoding" not in params:
            params = {**params, "positionEncoding": "utf-32"}
        with self._lock:
            return self._ask(
                method, params, self.timeout if isinstance(timeout, _Default) else timeout, auto_start=self.auto_start
            )

    def _ask(
        self,
        method: str,
        params: Any,
        timeout: Optional[float],
        *,
        auto_start: bool,
        notified: Optional[Callable[[Any], None]] = None,
    ) -> Any:
        if timeout is not None and timeout <= 0:
            raise ValueError(f"a timeout is a positive number of seconds or None, not {timeout!r}")
        self._last += 1
        identifier = self._last
        try:
            request = encode(identifier, method, params)
        except UnicodeEncodeError as error:
            raise ValueError(f"UTF-8 cannot carry a lone surrogate: {error.object[error.start:error.end]!r}") from None
        # What was shown of an answer cannot be taken back.
        repeatable = method in _REPEATABLE and notified is None
        connection = self._connected(auto_start, known_alive=not repeatable)
        for attempt in range(_ATTEMPTS):
            was_used = connection.used
            try:
                return self._exchange(connection, identifier, request, timeout, notified)
            except Disconnected as error:
                # The daemon went away between two calls, as one does that has been idle, or was replaced; or it was
                # ending, and the system had taken the connection for it, which it then resets.
                went_away = was_used or isinstance(error.__cause__, ConnectionResetError)
                if not (repeatable and went_away) or attempt == _ATTEMPTS - 1:
                    raise
            if attempt > 0:
                time.sleep(0.02)
            connection = self._connected(auto_start)
        raise AssertionError("the last attempt returns or raises")

    def _exchange(
        self,
        connection: Connection,
        identifier: int,
        request: bytes,
        timeout: Optional[float],
        notified: Optional[Callable[[Any], None]],
    ) -> Any:
        try:
            return connection.call(identifier, request, timeout, notified)
        except SluiceError as error:
            # Only an answer leaves the connection between two messages.
            if error.code is None:
                self._drop()
            raise
        except BaseException:
            self._drop()
            raise

    def _connected(self, auto_start: bool, known_alive: bool = False) -> Connection:
        if self._connection is not None and self._process != os.getpid():
            self._drop()
        if self._connection is not None and known_alive and self._connection.is_dead():
            self._drop()
        if self._connection is None:
            self._connection = Connection(
                connect(
                    self.socket,
                    auto_start=auto_start,
                    executable=self._executable,
                    start_timeout=self._start_timeout,
                )
            )
            self._process = os.getpid()
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _model(model: _Path) -> str:
    """A name as it is; a path (with a "/" in it, or a path object) made absolute, since the daemon works elsewhere."""
    if isinstance(model, str) and "/" not in model:
        return model
    return os.path.abspath(os.path.expanduser(os.fspath(model)))


def _terms(name: str, terms: Union[str, Iterable[_Term]]) -> List[Any]:
    return [terms] if isinstance(terms, str) else [_term(name, term) for term in terms]


def _term(name: str, term: Any) -> Any:
    if isinstance(term, str):
        return term
    if isinstance(term, (tuple, list)) and len(term) == 2:
        word, weight = term
        if isinstance(word, str) and isinstance(weight, (int, float)):
            return {"word": word, "weight": weight}
    raise TypeError(
        f"{name} has {term!r:.80}; expected a word or a pair (word, weight). One pair goes into a list, too: "
        f"{name}=[('word', 0.5)]"
    )


def _cell(value: Any) -> Any:
    """JSON has no NaN: null is what is missing."""
    if isinstance(value, Real):
        number = float(value)
        return None if math.isnan(number) else number
    return value.isoformat() if isinstance(value, date) else value


def _cells(row: Any) -> Any:
    if isinstance(row, Mapping):
        return {name: _cell(value) for name, value in row.items()}
    if isinstance(row, str) or not isinstance(row, Iterable):
        raise TypeError(f"a row is {row!r:.80}; expected a mapping, or a list of numbers, as the other rows are")
    return [_cell(value) for value in row]


def _one_or_more(words: Union[str, Iterable[str]]) -> Union[str, List[str]]:
    return words if isinstance(words, str) else list(words)


def _vectors(vectors: Optional[_Path]) -> Dict[str, Any]:
    return {} if vectors is None else {"vectors": _model(vectors)}


def _search(
    vectors: Optional[_Path],
    top: Optional[int],
    filter: Optional[Mapping[str, Any]],
    measure: Optional[str],
    fold: Optional[str],
    exact: bool,
    relations: bool,
) -> Dict[str, Any]:
    """What differs from the usual."""
    rows = None if filter is None else dict(filter)
    given: Dict[str, Any] = {"top": top, "filter": rows, "measure": measure, "fold": fold}
    params = {**_vectors(vectors), **{name: value for name, value in given.items() if value is not None}}
    if exact:
        params["exact"] = True
    if not relations:
        params["relations"] = False
    return params


def _understood(read: Callable[[Any], _Result], answer: Any) -> _Result:
    try:
        return read(answer)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ProtocolError(
            f"the daemon's answer lacks what this client needs ({error!r}): {answer!r:.200}",
            hint="daemon and client may be of different versions",
        ) from error


def _classifications(answer: Any) -> List[Classification]:
    return [Classification.of(each) for each in answer["results"]]


def _piece(message: Any) -> str:
    return str(message["params"]["value"]["text"])


def _descriptions(answer: Any) -> List[ModelDescription]:
    return [ModelDescription.of(each) for each in answer["models"]]
