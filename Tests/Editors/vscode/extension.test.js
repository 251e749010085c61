"use strict";
// The extension in a stand-in for the editor, beside the `sluice` that is on PATH: tests whose names begin with "live" are for
// Sluice itself, all others for its stand-in.

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vscode = require("./stand-in");
const extension = require("../../../clients/vscode/extension");
const manifest = require("../../../clients/vscode/package.json");

const { editor } = vscode;
const LOG = process.env.SLUICE_STAND_IN_LOG;
const TEXT = "# 감상\n\n영화가 정말 재미있었다\n배우는 좋았다 😀 이야기는 지루했다\n";

/** What the server has been sent, whole lines of it. */
const logged = () =>
  (fs.existsSync(LOG) ? fs.readFileSync(LOG, "utf8") : "").split("\n").slice(0, -1).map((line) => JSON.parse(line));
const sent = (method) => logged().filter((each) => each.method === method).map((each) => each.params);

async function eventually(what, condition) {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    assert.ok(Date.now() < end, `waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A test with a Markdown document open, and the server running. */
function it(name, run, { text = TEXT, languageId = "markdown" } = {}) {
  test(name, { timeout: 180_000 }, async () => {
    fs.rmSync(LOG, { force: true });
    Object.assign(editor, { shown: [], progress: [], logged: "", choose: () => undefined });
    const document = editor.open("text.md", languageId, text);
    const context = { subscriptions: [] };
    try {
      await extension.activate(context);
      await run(document);
    } finally {
      await extension.deactivate();
      context.subscriptions.forEach((each) => each.dispose());
      [...vscode.workspace.textDocuments].forEach((each) => editor.close(each));
    }
  });
}

const provider = (kind) => editor.providers.get(kind).provider;
const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const position = (line, character) => new vscode.Position(line, character);
const whole = new vscode.Range(position(0, 0), position(4, 0));
const words = (document, ranges) => ranges.map((range) => document.getText(range));

it("a document is opened with its language and its text, and closed", async (document) => {
  const [{ textDocument }] = await eventually("it is open", () => sent("textDocument/didOpen").length && sent("textDocument/didOpen"));
  assert.deepStrictEqual([textDocument.languageId, textDocument.text, textDocument.version], ["markdown", TEXT, 1]);
  editor.save(document);
  editor.close(document);
  const closed = await eventually("it is closed", () => sent("textDocument/didClose")[0]);
  assert.strictEqual(closed.textDocument.uri, textDocument.uri);
  assert.strictEqual(sent("textDocument/didSave").length, 1);
  assert.strictEqual(editor.diagnostics.size, 0);
});

test("nothing is started where there is no prose", async () => {
  fs.rmSync(LOG, { force: true });
  const context = { subscriptions: [] };
  const document = editor.open("a.py", "python", "# a comment");
  await extension.activate(context);
  assert.deepStrictEqual(logged(), []);
  editor.set("sluice.languageIds", ["python"]);
  await eventually("it is opened", () => sent("textDocument/didOpen").length === 1);
  editor.set("sluice.languageIds", undefined);
  await extension.deactivate();
  context.subscriptions.forEach((each) => each.dispose());
  editor.close(document);
});

it("the server is ended in order", async () => {
  await extension.deactivate();
  const methods = logged().filter((each) => each.method).map((each) => each.method);
  assert.deepStrictEqual(methods.slice(-2), ["shutdown", "exit"]);
  assert.strictEqual(editor.providers.size, 0);
});

it("what is typed, at several places at once, reaches the server as edits", async (document) => {
  const place = (line, word, past = 0) => {
    const at = document.lines[line].indexOf(word) + past;
    return position(line, at);
  };
  editor.type(document, [place(2, "정말"), place(2, "정말", 2), "무척"], [place(3, "이야기"), place(3, "이야기"), "그 "]);
  editor.type(document, [position(0, 0), position(0, 0), "처음\n"]);
  const item = await provider("Hover").provideHover(document, place(4, "이야기", 1), token);
  assert.deepStrictEqual(words(document, [item.range]), ["이야기는"]);
  assert.strictEqual(document.version, 3);
  assert.deepStrictEqual(sent("textDocument/didChange").map((each) => each.textDocument.version), [2, 3]);
});

it("hover is Markdown over the word", async (document) => {
  const found = await provider("Hover").provideHover(document, editor.go(document, "영화가"), token);
  assert.match(found.contents[0].value, /\*\*영화\*\* · noun/);
  assert.deepStrictEqual(words(document, [found.range]), ["영화가"]);
  assert.strictEqual(await provider("Hover").provideHover(document, position(1, 0), token), undefined);
});

it("completion keeps the form, and more is said of a word when it is asked for", async (document) => {
  const { line, character } = editor.go(document, "영화가");
  const context = { triggerKind: 0 };
  const list = await provider("CompletionItem").provideCompletionItems(document, position(line, character + 3), token, context);
  assert.strictEqual(list.isIncomplete, false);
  assert.deepStrictEqual(list.items.map((each) => each.insertText), ["드라마가", "연극가"]);
  const [item] = list.items;
  assert.deepStrictEqual([item.filterText, item.documentation], ["영화가", undefined]);
  assert.deepStrictEqual(words(document, [item.range]), ["영화가"]);
  await provider("CompletionItem").resolveCompletionItem(item, token);
  assert.strictEqual(item.documentation.value, "about **드라마가**");
});

it("code actions carry edits, or commands that the server does", async (document) => {
  const place = editor.go(document, "영화가");
  const context = { diagnostics: [], triggerKind: 1 };
  const at = new vscode.Range(place, place);
  const actions = await provider("CodeActions").provideCodeActions(document, at, context, token);
  assert.deepStrictEqual(actions.map((each) => [each.title, each.kind.value]), [
    ["Replace with “드라마가” (0.91)", "refactor.rewrite"], ["Replace with “연극가” (0.91)", "refactor.rewrite"],
    ["Add “영화가” to dictionary", "quickfix"], ["Ignore here", "quickfix"],
  ]);
  const { edit } = await provider("CodeActions").resolveCodeAction(actions[0], token);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.strictEqual(document.lines[2], "드라마가 정말 재미있었다");
  const ignore = actions[3].command;
  await editor.execute(ignore.command, ...ignore.arguments);
  await eventually("the server has edited the text", () => document.lines[0] === "ignored");
  await eventually("it was told that this is done", () => logged().some((each) => each.result?.applied === true));
  const only = { ...context, only: new vscode.CodeActionKind("refactor.rewrite") };
  await provider("CodeActions").provideCodeActions(document, at, only, token);
  assert.deepStrictEqual(sent("textDocument/codeAction").at(-1).context.only, ["refactor.rewrite"]);
});

it("diagnostics are shown, and go back to the server with code actions", async (document) => {
  const [found] = await eventually("there are diagnostics", () => editor.diagnostics.get(document.uri.toString()));
  assert.deepStrictEqual([found.severity, found.source, found.code], [2, "sluice", "sentiment-ko/negative"]);
  assert.deepStrictEqual(words(document, [found.range]), ["지루했다"]);
  const context = { diagnostics: [found], triggerKind: 2 };
  await provider("CodeActions").provideCodeActions(document, found.range, context, token);
  assert.deepStrictEqual(sent("textDocument/codeAction")[0].context.diagnostics[0], found.lsp);
});

it("lenses, hints, symbols, highlights and selections are the server's", async (document) => {
  const lenses = await provider("CodeLens").provideCodeLenses(document, token);
  assert.deepStrictEqual(lenses.map((each) => each.command.title), ["positive 0.94", "negative 0.97"]);
  await editor.execute(lenses[1].command.command, ...lenses[1].command.arguments);
  await eventually("the server has spoken", () => editor.shown.some(({ kind, text }) => kind === "information" && text === "kept"));
  const hints = await provider("InlayHints").provideInlayHints(document, whole, token);
  assert.deepStrictEqual(hints.map((each) => [each.label, each.position.line, each.paddingLeft]), [
    ["positive 0.94", 0, true], ["negative 0.97", 3, true],
  ]);
  const symbols = await provider("DocumentSymbol").provideDocumentSymbols(document, token);
  assert.deepStrictEqual(symbols.map((each) => [each.name, each.detail]), [["# 감상", "positive"], ["영화가 정말 재미있었다", "negative"]]);
  const place = editor.go(document, "이야기는");
  const highlights = await provider("DocumentHighlight").provideDocumentHighlights(document, place, token);
  assert.deepStrictEqual(words(document, highlights.map((each) => each.range)), ["이야기는"]);
  const [selection] = await provider("SelectionRange").provideSelectionRanges(document, [place], token);
  assert.deepStrictEqual(words(document, [selection.range, selection.parent.range]), ["이야기는", TEXT]);
});

it("colours are by part of speech, in types that the manifest has", async (document) => {
  const { provider: tokens, rest: [legend] } = editor.providers.get("DocumentSemanticTokens");
  const own = manifest.contributes.semanticTokenTypes.map((each) => each.id);
  // `number` is one of the editor's own.
  assert.deepStrictEqual(legend.tokenTypes.filter((each) => !own.includes(each)), ["number"]);
  assert.deepStrictEqual(Object.keys(manifest.contributes.semanticTokenScopes[0].scopes).filter((each) => !own.includes(each)), []);
  assert.deepStrictEqual(legend.tokenModifiers, manifest.contributes.semanticTokenModifiers.map((each) => each.id));
  const { data, resultId } = await tokens.provideDocumentSemanticTokens(document, token);
  assert.ok(data instanceof Uint32Array);
  // 감상, 영화가: two lines further down, three wide, a noun.
  assert.deepStrictEqual([...data.slice(5, 10)], [2, 0, 3, 0, 0]);
  const edits = await tokens.provideDocumentSemanticTokensEdits(document, resultId, token);
  assert.strictEqual(sent("textDocument/semanticTokens/full/delta")[0].previousResultId, "1");
  assert.strictEqual(edits.resultId, "1");
  const part = await provider("DocumentRangeSemanticTokens").provideDocumentRangeSemanticTokens(document, whole, token);
  assert.deepStrictEqual(part.data, data);
});

it("what changed of the colours is an edit of them", async () => {
  const convert = require("../../../clients/vscode/lib/convert");
  const found = convert.semanticTokens({ resultId: "2", edits: [{ start: 5, deleteCount: 5, data: [1, 2, 3, 4, 5] }, { start: 0, deleteCount: 5 }] });
  assert.deepStrictEqual(found.edits.map((each) => [each.start, each.deleteCount, each.data && [...each.data]]), [
    [5, 5, [1, 2, 3, 4, 5]], [0, 5, undefined],
  ]);
});

it("only settings that somebody has set are given, the nearest", async () => {
  editor.set("sluice.model", "mine");
  editor.set("sluice.model", "the workspace's", "workspaceValue");
  editor.set("sluice.features.hover", false);
  try {
    const changed = await eventually("it was told", () => sent("workspace/didChangeConfiguration").at(-1)?.settings.sluice.features && sent("workspace/didChangeConfiguration").at(-1));
    assert.deepStrictEqual(changed, { settings: { sluice: { model: "the workspace's", features: { hover: false } } } });
    await editor.execute("sluice.restart");
    const asked = await eventually("it was asked", () => logged().filter((each) => each.id === "stand-in-1").at(-1));
    const expected = { model: "the workspace's", features: { hover: false } };
    assert.deepStrictEqual(asked.result, [expected]);
    assert.deepStrictEqual(sent("initialize").at(-1).initializationOptions, expected);
  } finally {
    editor.set("sluice.model", undefined);
    editor.set("sluice.model", undefined, "workspaceValue");
    editor.set("sluice.features.hover", undefined);
  }
});

it("folders that come and go are told of", async () => {
  const folder = { uri: vscode.Uri.file("/novel"), name: "novel", index: 1 };
  editor.move({ added: [folder] });
  editor.move({ removed: [folder] });
  const plain = { uri: "file:///novel", name: "novel" };
  await eventually("both were told", () => sent("workspace/didChangeWorkspaceFolders").length === 2);
  assert.deepStrictEqual(sent("workspace/didChangeWorkspaceFolders").map(({ event }) => event), [
    { added: [plain], removed: [] }, { added: [], removed: [plain] },
  ]);
});

it("a folder that the user does not trust is not told of, until trust is granted", async () => {
  const folder = vscode.workspace.workspaceFolders[0].uri;
  assert.strictEqual(sent("initialize")[0].rootUri, folder.toString());
  editor.trust(false);
  try {
    await editor.execute("sluice.restart");
    const untrusted = sent("initialize").at(-1);
    assert.deepStrictEqual([untrusted.rootUri, untrusted.workspaceFolders], [null, null]);
    editor.move({ added: [{ uri: vscode.Uri.file("/novel"), name: "novel", index: 1 }] });
    // Behind the answer to this all that was told before has come.
    await editor.execute("sluice.similar", "영화");
    assert.deepStrictEqual(sent("workspace/didChangeWorkspaceFolders"), []);
    assert.ok(!JSON.stringify(logged().filter((each) => each.method === "initialize").slice(1)).includes(folder.toString()));
  } finally {
    editor.trust(true);
  }
  const trusted = await eventually("it is started again", () => sent("initialize")[2]);
  assert.deepStrictEqual([trusted.rootUri, trusted.workspaceFolders.length], [folder.toString(), 1]);
  await eventually("its documents are open again", () => sent("textDocument/didOpen").length === 3);
});

it("work that takes time is shown, and what was shown before is asked for anew", async () => {
  const asked = [];
  provider("CodeLens").onDidChangeCodeLenses(() => asked.push("lenses"));
  provider("InlayHints").onDidChangeInlayHints(() => asked.push("hints"));
  provider("DocumentSemanticTokens").onDidChangeSemanticTokens(() => asked.push("tokens"));
  await editor.execute("sluice.reload");
  await eventually("it has ended", () => asked.length === 3 && editor.progress[0]?.ended);
  assert.deepStrictEqual(asked, ["lenses", "hints", "tokens"]);
  const [{ title, reports }] = editor.progress;
  assert.strictEqual(title, "Sluice: models");
  assert.deepStrictEqual(reports.at(-1), { message: "sentiment-ko", increment: 50 });
});

it("a server that dies is started again, with the text as it is", async (document) => {
  editor.type(document, [position(0, 0), position(0, 0), "처음\n"]);
  await eventually("it was told", () => sent("textDocument/didChange").length === 1);
  process.kill(logged().find((each) => each.argv).processId, "SIGKILL");
  const again = await eventually("it is open again", () => sent("textDocument/didOpen")[1]);
  assert.deepStrictEqual([again.textDocument.text, again.textDocument.version], [`처음\n${TEXT}`, 2]);
  await eventually("it answers", () => provider("Hover").provideHover(document, position(3, 1), token));
});

it("one that dies again and again is left alone until somebody asks", async () => {
  for (let deaths = 1; deaths <= 5; deaths += 1) {
    const { processId } = await eventually("it runs", () => sent("textDocument/didOpen").length === deaths && logged().filter((each) => each.argv).at(-1));
    process.kill(processId, "SIGKILL");
  }
  await eventually("it was said", () => editor.shown.some(({ text }) => /ended 5 times within three minutes/.test(text)));
  await editor.execute("sluice.restart");
  assert.strictEqual(sent("initialize").length, 6);
});

it("a program that is not there is named", async () => {
  editor.set("sluice.program", "no-such-sluice");
  try {
    await eventually("it was said", () => editor.shown.some(({ text }) => /there is no program "no-such-sluice"/.test(text)));
    await editor.execute("sluice.similar", "영화");
    assert.match(editor.shown.at(-1).text, /no-such-sluice|does not run/);
  } finally {
    editor.set("sluice.program", undefined);
    await eventually("it runs again", () => editor.providers.size > 0);
  }
});

it("Similar Words asks about the word at the cursor, and copies what is chosen", async (document) => {
  editor.go(document, "영화가");
  editor.choose = ([first]) => first;
  await editor.execute("sluice.similar");
  const { items } = editor.shown.find(({ kind }) => kind === "pick");
  assert.deepStrictEqual(items.map(({ label, description }) => [label, description]), [["드라마", "0.91"], ["연극", "0.82"]]);
  assert.strictEqual(editor.clipboard, "드라마");
});

it("Similar Words says why there is no answer", async (document) => {
  editor.go(document, "감상");
  await editor.execute("sluice.similar");
  assert.deepStrictEqual(editor.shown.at(-1), { kind: "error", text: 'Sluice: "감상" is unknown; try another word' });
});

it("Replace Word puts a word in place of the one at the cursor", async (document) => {
  editor.go(document, "이야기는");
  editor.choose = ([first]) => first;
  await editor.execute("sluice.replace");
  assert.strictEqual(document.lines[3], "배우는 좋았다 😀 줄거리는 지루했다");
  editor.go(document, "정말");
  await editor.execute("sluice.replace");
  assert.match(editor.shown.at(-1).text, /no word for the place of “정말”/);
});

it("Label of Paragraph is that of the paragraph, or of the selection", async (document) => {
  editor.go(document, "이야기는");
  await editor.execute("sluice.label");
  assert.deepStrictEqual(editor.shown.at(-1), { kind: "information", text: "negative 0.970 (sentiment-ko)" });
  vscode.window.activeTextEditor.selection = new vscode.Selection(position(2, 0), position(2, 3));
  await editor.execute("sluice.label");
  assert.deepStrictEqual(sent("text/classify").map((each) => each.text), [TEXT.split("\n\n")[1].trim(), "영화가"]);
});

it("Add Word to Dictionary takes a word, that at the cursor, or what is typed", async (document) => {
  editor.go(document, "정말");
  await editor.execute("sluice.addToDictionary");
  await editor.execute("sluice.addToDictionary", "킹받다");
  vscode.window.activeTextEditor = undefined;
  editor.choose = () => "판교역";
  await editor.execute("sluice.addToDictionary");
  assert.deepStrictEqual(sent("workspace/executeCommand").map((each) => each.arguments), [["정말"], ["킹받다"], ["판교역"]]);
});

it("Remove Word from Dictionary takes the same", async (document) => {
  editor.go(document, "정말");
  await editor.execute("sluice.removeFromDictionary");
  await editor.execute("sluice.removeFromDictionary", "킹받다");
  assert.deepStrictEqual(
    sent("workspace/executeCommand").map((each) => [each.command, each.arguments]),
    [["sluice.removeFromDictionary", ["정말"]], ["sluice.removeFromDictionary", ["킹받다"]]]);
});

it("Show Log shows the daemon's where there is one", async () => {
  await editor.execute("sluice.log");
  assert.deepStrictEqual(editor.shown, [{ kind: "log" }]);
  const file = path.join(process.env.XDG_STATE_HOME, "sluice", "sluice.log");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "");
  await editor.execute("sluice.log");
  assert.deepStrictEqual(editor.shown.at(-1), { kind: "document", text: file });
});

it("every command of the manifest is there, and those of the server", async () => {
  const names = [...manifest.contributes.commands.map((each) => each.command), "sluice.ignoreHere", "sluice.correctLabel"];
  assert.deepStrictEqual([...editor.commands.keys()].sort(), names.sort());
});

test("the manifest has the settings of the schema", () => {
  const { properties } = require("../../../clients/vscode/manifest");
  const schema = require("../../../protocol/sluice.schema.json");
  const found = manifest.contributes.configuration[0].properties;
  assert.deepStrictEqual(found, properties(schema, "sluice."));
  assert.ok(Object.keys(found).length > 10 && found["sluice.features.hover"].default === true);
  for (const key of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.ok(key in found, key);
  }
  for (const file of [manifest.main]) {
    assert.ok(fs.existsSync(path.join(__dirname, "../../../clients/vscode", file)));
  }
});

it("live: words, labels and colours", async (document) => {
  const place = editor.go(document, "영화가");
  const hover = await provider("Hover").provideHover(document, place, token);
  assert.match(hover.contents[0].value, /영화/);
  editor.choose = ([first]) => first;
  await editor.execute("sluice.replace");
  assert.match(document.lines[2], /^\S+[가이] 정말 재미있었다$/);
  assert.notStrictEqual(document.lines[2], TEXT.split("\n")[2]);
  const { data } = await provider("DocumentSemanticTokens").provideDocumentSemanticTokens(document, token);
  assert.ok(data.length > 20 && data.length % 5 === 0);
  await editor.execute("sluice.label");
  assert.match(editor.shown.at(-1).text, /sentiment-ko/);
});
