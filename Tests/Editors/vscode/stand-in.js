"use strict";
// Stands in for the module `vscode`: as much of it as the extension uses, as strict as the editor is. `editor` is the test's
// side of it: documents that it opens and types into, what it answers when it is asked, and what was shown.

const Module = require("module");
const os = require("os");

class EventEmitter {
  constructor() {
    this.listeners = new Set();
    this.event = (listener) => {
      this.listeners.add(listener);
      return { dispose: () => this.listeners.delete(listener) };
    };
  }
  fire(value) {
    [...this.listeners].forEach((each) => each(value));
  }
  dispose() {
    this.listeners.clear();
  }
}

class Position {
  constructor(line, character) {
    if (!(line >= 0 && character >= 0)) {
      throw new Error(`illegal argument: a position of ${line}, ${character}`);
    }
    this.line = line;
    this.character = character;
  }
  isBefore(other) {
    return this.line < other.line || (this.line === other.line && this.character < other.character);
  }
}

class Range {
  constructor(start, end) {
    [this.start, this.end] = end.isBefore(start) ? [end, start] : [start, end];
  }
  get isEmpty() {
    return !this.start.isBefore(this.end);
  }
  contains(other) {
    return !other.start.isBefore(this.start) && !this.end.isBefore(other.end);
  }
}

class Selection extends Range {
  constructor(anchor, active) {
    super(anchor, active);
    this.active = active;
  }
}

class Uri {
  constructor(scheme, path) {
    this.scheme = scheme;
    this.path = path;
    this.fsPath = path;
  }
  static parse(text) {
    const { protocol, pathname } = new URL(text);
    return new Uri(protocol.slice(0, -1), decodeURIComponent(pathname));
  }
  static file(path) {
    return new Uri("file", path);
  }
  toString() {
    return `${this.scheme}://${encodeURI(this.path)}`;
  }
}

/** A class that keeps its arguments under these names. */
const plain = (...names) => class {
  constructor(...values) {
    names.forEach((name, index) => (this[name] = values[index]));
  }
};

class DocumentSymbol extends plain("name", "detail", "kind", "range", "selectionRange") {
  constructor(...values) {
    super(...values);
    if (!this.name) {
      throw new Error("name must not be falsy");
    }
    if (!this.range.contains(this.selectionRange)) {
      throw new Error("selectionRange must be contained in fullRange");
    }
  }
}

class MarkdownString {
  constructor(value = "") {
    this.value = value;
  }
  appendText(text) {
    this.value += text.replace(/[\\`*_{}[\]()#+\-!~]/g, "\\$&");
    return this;
  }
}

class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}
CodeActionKind.Empty = new CodeActionKind("");

class WorkspaceEdit {
  constructor() {
    this.changes = [];
  }
  set(uri, edits) {
    this.changes.push([uri, edits]);
  }
}

class Document {
  constructor(uri, languageId, text) {
    Object.assign(this, { uri, languageId, text, version: 1 });
  }
  getText(range) {
    return range ? this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.text;
  }
  get lines() {
    return this.text.split("\n");
  }
  get lineCount() {
    return this.lines.length;
  }
  lineAt(line) {
    const text = this.lines[line];
    return { isEmptyOrWhitespace: !text.trim(), range: new Range(new Position(line, 0), new Position(line, text.length)) };
  }
  offsetAt({ line, character }) {
    return this.lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  }
  positionAt(offset) {
    const before = this.text.slice(0, offset).split("\n");
    return new Position(before.length - 1, before.at(-1).length);
  }
  getWordRangeAtPosition({ line, character }, expression) {
    const words = [...this.lines[line].matchAll(new RegExp(expression, "gu"))];
    const word = words.find((each) => each.index <= character && character <= each.index + each[0].length);
    return word && new Range(new Position(line, word.index), new Position(line, word.index + word[0].length));
  }
}

const events = Object.fromEntries(["Open", "Change", "Save", "Close", "Folders", "Trust", "Configuration"].map((name) => [name, new EventEmitter()]));
const documents = [];
const settings = new Map();

const editor = {
  providers: new Map(),
  commands: new Map(),
  diagnostics: new Map(),
  shown: [],
  logged: "",
  progress: [],
  clipboard: undefined,
  /** Chooses among what is shown: for quick picks, messages with buttons, and input boxes. */
  choose: () => undefined,

  open(name, languageId, text) {
    const document = new Document(Uri.file(`/work/${name}`), languageId, text);
    documents.push(document);
    events.Open.fire(document);
    return document;
  },
  close(document) {
    documents.splice(documents.indexOf(document), 1);
    events.Close.fire(document);
  },
  /** Adds a folder to the workspace, or takes it away. */
  move: (event) => events.Folders.fire({ added: [], removed: [], ...event }),
  /** The user comes to trust the workspace, or never did. */
  trust(isTrusted) {
    vscode.workspace.isTrusted = isTrusted;
    if (isTrusted) {
      events.Trust.fire();
    }
  },
  save: (document) => events.Save.fire(document),
  /** Replaces ranges at once, as with several cursors: the editor tells of the last one first. */
  type(document, ...edits) {
    const sorted = edits.map(([start, end, text]) => ({
      rangeOffset: document.offsetAt(start), range: new Range(start, end), text,
    })).sort((one, other) => other.rangeOffset - one.rangeOffset);
    for (const { range, text } of sorted) {
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      document.text = document.text.slice(0, start) + text + document.text.slice(end);
    }
    document.version += 1;
    events.Change.fire({ document, contentChanges: sorted });
  },
  /** Puts the cursor before the first `word`. */
  go(document, word) {
    const place = document.positionAt(document.text.indexOf(word));
    vscode.window.activeTextEditor = { document, selection: new Selection(place, place) };
    return place;
  },
  set(key, value, where = "globalValue") {
    settings.set(key, { ...settings.get(key), [where]: value });
    events.Configuration.fire({ affectsConfiguration: (name) => key === name || key.startsWith(`${name}.`) });
  },
  execute: (name, ...given) => editor.commands.get(name)(...given),
};

const show = (kind) => async (text, ...buttons) => {
  editor.shown.push({ kind, text });
  return buttons.length > 0 ? editor.choose(buttons) : undefined;
};

const register = (kind) => (selector, provider, ...rest) => {
  editor.providers.set(kind, { selector, provider, rest });
  return { dispose: () => editor.providers.delete(kind) };
};

const PROVIDERS = [
  "Hover", "CompletionItem", "CodeActions", "CodeLens", "InlayHints", "DocumentSemanticTokens", "DocumentRangeSemanticTokens",
  "DocumentHighlight", "DocumentSymbol", "SelectionRange",
];

const vscode = {
  version: "stand-in",
  CodeActionKind, DocumentSymbol, EventEmitter, MarkdownString, Position, Range, Selection, Uri, WorkspaceEdit,
  CodeAction: plain("title", "kind"),
  CodeLens: plain("range", "command"),
  CompletionItem: plain("label", "kind"),
  CompletionList: plain("items", "isIncomplete"),
  Diagnostic: plain("range", "message", "severity"),
  DocumentHighlight: plain("range", "kind"),
  Hover: plain("contents", "range"),
  InlayHint: plain("position", "label", "kind"),
  InlayHintLabelPart: plain("value"),
  SelectionRange: plain("range", "parent"),
  SemanticTokens: plain("data", "resultId"),
  SemanticTokensEdit: plain("start", "deleteCount", "data"),
  SemanticTokensEdits: plain("edits", "resultId"),
  SemanticTokensLegend: plain("tokenTypes", "tokenModifiers"),
  SnippetString: plain("value"),
  TextEdit: plain("range", "newText"),
  ProgressLocation: { Window: 10 },
  env: { language: "ko", clipboard: { writeText: async (text) => void (editor.clipboard = text) } },
  commands: {
    registerCommand(name, action) {
      if (editor.commands.has(name)) {
        throw new Error(`command '${name}' already exists`);
      }
      editor.commands.set(name, action);
      return { dispose: () => editor.commands.delete(name) };
    },
  },
  languages: {
    createDiagnosticCollection: () => ({
      set: (uri, each) => void editor.diagnostics.set(uri.toString(), each),
      delete: (uri) => void editor.diagnostics.delete(uri.toString()),
      clear: () => editor.diagnostics.clear(),
      dispose: () => editor.diagnostics.clear(),
    }),
    ...Object.fromEntries(PROVIDERS.map((kind) => [`register${kind}Provider`, register(kind)])),
  },
  window: {
    activeTextEditor: undefined,
    createOutputChannel: () => ({
      append: (text) => void (editor.logged += text),
      appendLine: (text) => void (editor.logged += `${text}\n`),
      show: () => editor.shown.push({ kind: "log" }),
      dispose() {},
    }),
    showErrorMessage: show("error"),
    showWarningMessage: show("warning"),
    showInformationMessage: show("information"),
    showQuickPick: async (items, { placeHolder }) => {
      editor.shown.push({ kind: "pick", text: placeHolder, items });
      return editor.choose(items);
    },
    showInputBox: async ({ prompt }) => {
      editor.shown.push({ kind: "input", text: prompt });
      return editor.choose([]);
    },
    showTextDocument: async (uri) => void editor.shown.push({ kind: "document", text: uri.fsPath }),
    async withProgress({ title }, task) {
      const shown = { title, reports: [], ended: false, cancel: new EventEmitter() };
      editor.progress.push(shown);
      await task({ report: (each) => shown.reports.push(each) }, { onCancellationRequested: shown.cancel.event });
      shown.ended = true;
    },
  },
  workspace: {
    workspaceFolders: [{ uri: Uri.file(os.tmpdir()), name: "work" }],
    isTrusted: true,
    textDocuments: documents,
    onDidOpenTextDocument: events.Open.event,
    onDidChangeTextDocument: events.Change.event,
    onDidSaveTextDocument: events.Save.event,
    onDidCloseTextDocument: events.Close.event,
    onDidChangeWorkspaceFolders: events.Folders.event,
    onDidGrantWorkspaceTrust: events.Trust.event,
    onDidChangeConfiguration: events.Configuration.event,
    async applyEdit({ changes }) {
      for (const [uri, edits] of changes) {
        const document = documents.find((each) => each.uri.toString() === uri.toString());
        if (!document) {
          return false;
        }
        editor.type(document, ...edits.map(({ range, newText }) => [range.start, range.end, newText]));
      }
      return true;
    },
    getConfiguration: () => ({
      get: (key) => Object.values(settings.get(key) ?? {})[0],
      inspect: (key) => ({ key, defaultValue: "a default", ...settings.get(key) }),
    }),
  },
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === "vscode" ? __filename : resolve.call(this, request, ...rest);
};

module.exports = Object.assign(vscode, { editor });
