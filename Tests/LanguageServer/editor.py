"""pytest-lsp's client, its streams watched by a referee, and documents that say where their words are."""

from __future__ import annotations

import asyncio
import itertools
import logging
import math
import re
from typing import Any, Dict, List, Optional, Sequence, Union

from lsprotocol import types
from pygls.io_ import run_async
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features
from pytest_lsp.protocol import LanguageClientProtocol

import capabilities as can
from referee import CONVERTER, Referee, converter
from sandbox import Sandbox
from textmodel import TextModel, width

PATIENCE = 60.0

# What most tests want; those of switches and rules change it.
SETTINGS: Dict[str, Any] = {
    "model": "sentiment-ko",
    "features": {"codeLens": True, "inlayHints": True},
    "rules": [
        {"model": "sentiment-ko", "label": "negative", "atLeast": 0.8, "severity": "warning", "message": "불평 {probability}"}
    ],
}


def with_actions(made: Any) -> Any:
    """The client's converter, with actions told from commands as LSP does."""
    made.register_structure_hook(
        Union[types.Command, types.CodeAction],
        lambda value, _: made.structure(
            value, types.Command if isinstance(value.get("command"), str) else types.CodeAction
        ),
    )
    return made


# One for all editors: it writes code for each type that it meets, which takes a while.
CLIENT_CONVERTER = with_actions(default_converter())


class Patient(LanguageClientProtocol):
    """Waits for an answer as long as a test can wait, and no longer."""

    async def send_request_async(self, method: str, params: Any = None, msg_id: Any = None) -> Any:
        try:
            return await asyncio.wait_for(super().send_request_async(method, params, msg_id), PATIENCE)
        except asyncio.TimeoutError:
            raise AssertionError(f"{method} was not answered within {PATIENCE} s") from None


class WatchedReader:
    def __init__(self, reader: asyncio.StreamReader, referee: Referee) -> None:
        self._reader, self._referee = reader, referee

    async def readline(self) -> bytes:
        return self._seen(await self._reader.readline())

    async def readexactly(self, count: int) -> bytes:
        return self._seen(await self._reader.readexactly(count))

    def _seen(self, data: bytes) -> bytes:
        self._referee.to_client(data)
        return data


class WatchedWriter:
    def __init__(self, writer: asyncio.StreamWriter, referee: Referee) -> None:
        self._writer, self._referee = writer, referee

    def write(self, data: bytes) -> None:
        self._referee.to_server(data)
        self._writer.write(data)

    def close(self) -> None:
        self._writer.close()


class Document:
    """An open document: what the editor holds, which edits change and the server is told of."""

    def __init__(self, editor: "Editor", uri: str, text: str) -> None:
        self.editor, self.uri, self.version = editor, uri, 1
        self.model = TextModel(text, editor.encoding)

    @property
    def text(self) -> str:
        return self.model.text

    @property
    def identifier(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def offset(self, piece: str, nth: int = 0) -> int:
        """Where a piece of the text begins, the first, or the `nth` after it."""
        found = -1
        for _ in range(nth + 1):
            found = self.text.index(piece, found + 1)
        return found

    def at(self, piece: str, nth: int = 0, inside: int = 0) -> types.Position:
        """The position before a piece of the text, or `inside` characters into it."""
        return types.Position(**self.model.position(self.offset(piece, nth) + inside))

    def after(self, piece: str, nth: int = 0) -> types.Position:
        return self.at(piece, nth, len(piece))

    def range(self, piece: str, nth: int = 0) -> types.Range:
        return types.Range(self.at(piece, nth), self.after(piece, nth))

    @property
    def whole(self) -> types.Range:
        return types.Range(types.Position(0, 0), types.Position(**self.model.position(len(self.text))))

    def covered(self, range: types.Range) -> str:
        """What a range covers; it must lie in the text, on characters, and be the shortest way to say so."""
        plain = CONVERTER.unstructure(range)
        start, end = self.model.offset(plain["start"]), self.model.offset(plain["end"])
        assert self.model.range(start, end) == plain, f"{plain} is no range of the text: {self.text!r}"
        return self.text[start:end]

    def replace(self, piece: str, new: str, nth: int = 0) -> None:
        """One edit, which the server is told of."""
        self.change([(self.range(piece, nth), new)])

    def change(self, edits: Sequence[Any]) -> None:
        """Several edits in one notification, each of the text that those before it made; a range, or None for all."""
        changes: List[Any] = []
        for range, new in edits:
            plain = {"text": new} if range is None else {"range": CONVERTER.unstructure(range), "text": new}
            self.model.apply([plain])
            changes.append(
                types.TextDocumentContentChangeWholeDocument(text=new)
                if range is None
                else types.TextDocumentContentChangePartial(range=range, text=new)
            )
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        self.editor.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))

    def close(self) -> None:
        self.editor.text_document_did_close(types.DidCloseTextDocumentParams(self.identifier))

    async def analysed(self) -> List[types.Diagnostic]:
        """The diagnostics of the text as it is, by pull: they wait for its analysis."""
        report = await self.editor.text_document_diagnostic_async(types.DocumentDiagnosticParams(self.identifier))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)


class Editor(LanguageClient):
    """One editor with one server. `encoding` is the position encoding that it asks for."""

    def __init__(self, encoding: str = "utf-16") -> None:
        super().__init__(protocol_cls=Patient, converter_factory=lambda: CLIENT_CONVERTER)
        # Settings are answered by ourselves, so that tests can say how.
        register_lsp_features(
            self, {name: each for name, each in DEFAULT_CLIENT_FEATURES.items() if name != types.WORKSPACE_CONFIGURATION}
        )
        self.encoding = encoding
        self.referee = Referee()
        self.documents: Dict[str, Document] = {}
        self.refreshed: List[str] = []
        self.registered: List[types.Registration] = []
        self.edits: List[types.WorkspaceEdit] = []
        self.published: List[types.PublishDiagnosticsParams] = []
        self.result: Optional[types.InitializeResult] = None
        self.sandbox: Optional[Sandbox] = None
        self.asked_for_settings = 0
        self.may_answer_settings = asyncio.Event()
        self.may_answer_settings.set()
        # Answers the question for settings with fewer than were asked for.
        self.has_no_answer = False
        self._names = itertools.count()
        self._answer()

    def _answer(self) -> None:
        """What a server may ask of an editor that said that it can `everything`."""

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        @self.feature(types.WORKSPACE_CONFIGURATION)
        async def configuration(params: types.ConfigurationParams) -> List[Any]:
            await self.may_answer_settings.wait()
            self.asked_for_settings += 1
            if self.has_no_answer:
                return []
            return [self.get_configuration(section=item.section, scope_uri=item.scope_uri) for item in params.items]

        @self.feature(types.CLIENT_UNREGISTER_CAPABILITY)
        def unregister(params: types.UnregistrationParams) -> None:
            gone = {each.id for each in params.unregisterations}
            self.registered = [each for each in self.registered if each.id not in gone]

        @self.feature(types.WORKSPACE_APPLY_EDIT)
        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.edits.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

        for method in (
            types.WORKSPACE_CODE_LENS_REFRESH,
            types.WORKSPACE_INLAY_HINT_REFRESH,
            types.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
        ):

            @self.feature(method)
            def refresh(params: None = None, method: str = method) -> None:
                self.refreshed.append(method)

    async def start(self, sandbox: Sandbox, mode: str) -> None:
        self.sandbox = sandbox
        program, *arguments = sandbox.command(mode)
        await self.start_io(program, *arguments, env=sandbox.environment, cwd=str(sandbox.workspace))

    async def start_io(self, cmd: str, *args: Any, **kwargs: Any) -> None:
        """As pygls has it, with the referee at both streams."""
        pipe = asyncio.subprocess.PIPE
        server = await asyncio.create_subprocess_exec(cmd, *args, stdin=pipe, stdout=pipe, stderr=None, **kwargs)
        assert server.stdin is not None and server.stdout is not None
        self._server = server
        self.protocol.set_writer(WatchedWriter(server.stdin, self.referee))
        self._async_tasks += [
            asyncio.create_task(
                run_async(
                    stop_event=self._stop_event,
                    reader=WatchedReader(server.stdout, self.referee),
                    protocol=self.protocol,
                    logger=logging.getLogger("pygls"),
                    error_handler=self.report_server_error,
                )
            ),
            asyncio.create_task(self._server_exit()),
        ]

    def report_server_error(self, error: Exception, source: Any) -> None:
        self.referee.fault(f"the client could not take what came: {source.__name__}: {error}")
        super().report_server_error(error, source)

    async def begin(
        self,
        settings: Any = SETTINGS,
        *,
        capabilities: Optional[Dict[str, Any]] = None,
        options: Any = None,
        folder: Optional[str] = None,
    ) -> types.InitializeResult:
        """`initialize` and `initialized`, until the server has the `settings`, the editor's section `sluice`."""
        self.set_configuration(settings, section="sluice")
        capabilities = capabilities or can.everything([self.encoding])
        self.result = await self.initialize_session(
            types.InitializeParams(
                capabilities=can.typed(capabilities),
                initialization_options=options,
                root_uri=folder,
                workspace_folders=None if folder is None else [types.WorkspaceFolder(uri=folder, name="work")],
            )
        )
        if capabilities.get("workspace", {}).get("configuration"):
            await self.until(lambda: self.asked_for_settings)
            await self.ping()
        return self.result

    async def set(self, settings: Any) -> None:
        """Other settings in the editor, which says so."""
        self.set_configuration(settings, section="sluice")
        before = self.asked_for_settings
        self.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
        await self.until(lambda: self.asked_for_settings > before)
        # What is answered after ours shows that the server has them.
        await self.ping()

    async def ping(self) -> None:
        await self.call("daemon/ping", {})

    async def call(self, method: str, params: Any = None) -> Any:
        """A method of ours, on the same connection."""
        return await self.protocol.send_request_async(method, params)

    def open(self, text: str, language: str = "plaintext", uri: Optional[str] = None) -> Document:
        suffix = {"markdown": "md", "python": "py", "swift": "swift"}.get(language, "txt")
        uri = uri or f"file:///work/{next(self._names)}.{suffix}"
        document = Document(self, uri, text)
        self.documents[uri] = document
        item = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return document

    async def hover(self, document: Document, position: types.Position) -> Optional[types.Hover]:
        return await self.text_document_hover_async(types.HoverParams(document.identifier, position))

    async def completion(self, document: Document, position: types.Position) -> List[types.CompletionItem]:
        found = await self.text_document_completion_async(types.CompletionParams(document.identifier, position))
        assert found is None or isinstance(found, types.CompletionList)
        return [] if found is None else list(found.items)

    async def actions(
        self, document: Document, range: types.Range, only: Optional[List[str]] = None,
        diagnostics: Sequence[types.Diagnostic] = (),
    ) -> List[types.CodeAction]:
        found = await self.text_document_code_action_async(
            types.CodeActionParams(
                document.identifier, range, types.CodeActionContext(diagnostics=list(diagnostics), only=only)
            )
        )
        actions = list(found or [])
        assert all(isinstance(each, types.CodeAction) for each in actions)
        return [each for each in actions if isinstance(each, types.CodeAction)]

    async def run(self, command: types.Command) -> Any:
        return await self.workspace_execute_command_async(
            types.ExecuteCommandParams(command=command.command, arguments=command.arguments)
        )

    async def until(self, holds: Any, patience: float = PATIENCE) -> None:
        """Waits for what notifications and requests of the server bring about."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + patience
        while not holds():
            assert loop.time() < deadline, "it did not come to that"
            await asyncio.sleep(0.002)

    async def finish(self) -> None:
        """The orderly end; the referee's faults, and a status that is not 0, are failures."""
        server = self._server
        if self.error is None and self.capabilities is not None and server and server.returncode is None:
            await asyncio.wait_for(self.shutdown_session(), PATIENCE)
        elif server and server.returncode is None:
            assert server.stdin is not None
            server.stdin.close()
            await asyncio.wait_for(server.wait(), PATIENCE)
        await self.stop()
        self.referee.ended()
        assert not self.referee.verdict(), "\n".join(self.referee.verdict())
        if self.capabilities is not None:
            assert server is not None and server.returncode == 0


def edited(document: Document, edit: types.WorkspaceEdit) -> str:
    """The document's text after an edit of it alone."""
    changes: List[Any] = []
    for uri, edits in (edit.changes or {}).items():
        assert uri == document.uri
        changes += edits
    for each in edit.document_changes or []:
        assert isinstance(each, types.TextDocumentEdit) and each.text_document.uri == document.uri
        assert each.text_document.version in (None, document.version)
        changes += each.edits
    assert changes, "an edit that changes nothing"
    return document.model.edited([CONVERTER.unstructure(each) for each in changes])


def hundredths(probability: float) -> str:
    """As editors show a probability: cut, so that none seems to reach what it does not."""
    return f"{math.floor(probability * 100) / 100:.2f}"


def prose(markdown: str) -> str:
    """Markdown without its marks, for tests that look for words."""
    return re.sub(r"[*_`|#\\]", "", markdown)
