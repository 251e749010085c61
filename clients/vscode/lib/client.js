"use strict";
// The life of the server: started, told of the documents, asked, started again where it dies.

const { spawn } = require("child_process");
const vscode = require("vscode");
const convert = require("./convert");
const settings = require("./settings");
const { Connection } = require("./connection");
const { register } = require("./features");

// The server is started again this often within this many milliseconds; then it is left alone.
const RESTARTS = 4;
const RESTART_WINDOW = 180_000;
const SHUTDOWN_PATIENCE = 2_000;

const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  window: { workDoneProgress: true, showMessage: {} },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    configuration: true,
    didChangeConfiguration: {},
    workspaceFolders: true,
    executeCommand: {},
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        resolveSupport: { properties: ["documentation", "detail"] },
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "refactor.rewrite"] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit", "command"] },
    },
    codeLens: {},
    inlayHint: {},
    documentHighlight: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    selectionRange: {},
    publishDiagnostics: { versionSupport: true, dataSupport: true, codeDescriptionSupport: true },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
  },
};

const plainFolder = ({ uri, name }) => ({ uri: uri.toString(), name });

/** Those whose sluice.toml the server may read: none where the user does not trust them. */
const folders = () => (vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : []);

class Client {
  /**
   * @param {import("vscode").OutputChannel} log
   * @param {(name: string) => void} commandOffered called with each command of the server
   */
  constructor(log, commandOffered) {
    this.log = log;
    this.commandOffered = commandOffered;
    this.diagnostics = vscode.languages.createDiagnosticCollection("sluice");
    this.open = new Map();
    this.session = undefined;
    this.deaths = [];
    this.starting = undefined;
    this.watches = [
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.saved(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      vscode.workspace.onDidChangeWorkspaceFolders((event) => this.moved(event)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
      vscode.workspace.onDidChangeConfiguration((event) => this.configured(event)),
    ];
  }

  /** Starts the server if a document is open that it is for. */
  startIfWanted() {
    if (!this.session && vscode.workspace.textDocuments.some((document) => this.reads(document))) {
      return this.start();
    }
    return this.starting;
  }

  reads(document) {
    return ["file", "untitled"].includes(document.uri.scheme) && settings.languages().includes(document.languageId);
  }

  /** Runs until the session is ready; nothing where it cannot be. */
  start() {
    this.starting ??= this.connect().catch((error) => this.say(error.message)).finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  async connect() {
    const [program, ...rest] = settings.program();
    const folder = folders()[0]?.uri;
    const child = spawn(program, rest, { cwd: folder?.scheme === "file" ? folder.fsPath : undefined });
    const session = { child, disposables: [], progress: new Map(), ready: false };
    child.stderr.on("data", (bytes) => this.log.append(bytes.toString()));
    const failed = new Promise((_, reject) => child.once("error", (error) => reject(error.code === "ENOENT"
      ? new Error(`there is no program "${program}": build it and put it on PATH, or set sluice.program`)
      : error)));
    session.connection = new Connection(child.stdout, child.stdin, () => this.died(session));
    this.session = session;
    this.serve(session);
    try {
      const answer = await Promise.race([failed, session.connection.request("initialize", this.introduction())]);
      session.connection.notify("initialized", {});
      this.greet(session, answer.capabilities);
    } catch (error) {
      this.end(session);
      throw error;
    }
  }

  introduction() {
    const known = folders().map(plainFolder);
    return {
      processId: process.pid,
      clientInfo: { name: "Visual Studio Code", version: vscode.version },
      locale: vscode.env?.language,
      rootUri: known[0]?.uri ?? null,
      workspaceFolders: known.length > 0 ? known : null,
      capabilities: CAPABILITIES,
      // So that settings hold for the first document, too, which is opened before the server has been told any.
      initializationOptions: settings.section("sluice"),
    };
  }

  greet(session, capabilities) {
    session.ready = true;
    const sync = capabilities.textDocumentSync;
    session.wholeTexts = (typeof sync === "object" ? sync.change : sync) === 1;
    const selector = settings.languages().flatMap((language) =>
      ["file", "untitled"].map((scheme) => ({ language, scheme })));
    const { disposables, refresh } = register(session.connection, capabilities, selector);
    session.disposables.push(...disposables);
    for (const [method, again] of Object.entries(refresh)) {
      session.connection.on(method, again);
    }
    capabilities.executeCommandProvider?.commands.forEach(this.commandOffered);
    vscode.workspace.textDocuments.forEach((document) => this.opened(document));
  }

  // What the server says and asks

  serve(session) {
    const { connection } = session;
    const window = vscode.window;
    const show = [undefined, window.showErrorMessage, window.showWarningMessage, window.showInformationMessage];
    // What comes for a document that was closed while it was under way would stay for ever.
    connection.on("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      if (this.open.has(uri)) {
        this.diagnostics.set(vscode.Uri.parse(uri), diagnostics.map(convert.diagnostic));
      }
    });
    connection.on("window/showMessage", ({ type, message }) => void show[type]?.(message));
    connection.on("window/showMessageRequest", async ({ type, message, actions }) => {
      const title = await (show[type] ?? window.showInformationMessage)(message, ...(actions ?? []).map((each) => each.title));
      return actions?.find((each) => each.title === title);
    });
    connection.on("window/logMessage", ({ message }) => this.log.appendLine(message));
    connection.on("workspace/configuration", ({ items }) => items.map(({ section }) => settings.section(section)));
    connection.on("workspace/workspaceFolders", () => this.introduction().workspaceFolders);
    connection.on("workspace/applyEdit", async ({ edit }) =>
      ({ applied: await vscode.workspace.applyEdit(convert.workspaceEdit(edit)) }));
    connection.on("window/workDoneProgress/create", () => null);
    connection.on("$/progress", ({ token, value }) => this.progressed(session, token, value));
  }

  progressed(session, token, value) {
    const shown = session.progress.get(token);
    if (value.kind === "begin") {
      const options = {
        location: vscode.ProgressLocation.Window, title: `Sluice: ${value.title}`, cancellable: value.cancellable === true,
      };
      void vscode.window.withProgress(options, (progress, cancellation) => new Promise((end) => {
        session.progress.set(token, { progress, end, percentage: 0 });
        cancellation?.onCancellationRequested(() =>
          session.connection.notify("window/workDoneProgress/cancel", { token }));
        progress.report({ message: value.message });
      }));
    } else if (value.kind === "report" && shown) {
      const increment = value.percentage === undefined ? undefined : value.percentage - shown.percentage;
      shown.percentage = value.percentage ?? shown.percentage;
      shown.progress.report({ message: value.message, increment });
    } else if (value.kind === "end") {
      shown?.end();
      session.progress.delete(token);
    }
  }

  // What the server is told

  tell(method, params) {
    if (this.session?.ready) {
      this.session.connection.notify(method, params);
    }
  }

  opened(document) {
    const uri = document.uri.toString();
    if (!this.reads(document) || this.open.has(uri)) {
      return;
    }
    if (!this.session) {
      void this.start();
    } else if (this.session.ready) {
      this.open.set(uri, document.languageId);
      this.tell("textDocument/didOpen", {
        textDocument: { uri, languageId: document.languageId, version: document.version, text: document.getText() },
      });
    }
  }

  changed({ document, contentChanges }) {
    const uri = document.uri.toString();
    if (!this.open.has(uri) || contentChanges.length === 0) {
      return;
    }
    this.tell("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: this.session.wholeTexts
        ? [{ text: document.getText() }]
        : contentChanges.map(({ range, text }) => ({ range: convert.plainRange(range), text })),
    });
  }

  saved(document) {
    const uri = document.uri.toString();
    if (this.open.has(uri)) {
      this.tell("textDocument/didSave", { textDocument: { uri } });
    }
  }

  closed(document) {
    const uri = document.uri.toString();
    if (this.open.delete(uri)) {
      this.tell("textDocument/didClose", { textDocument: { uri } });
      this.diagnostics.delete(document.uri);
    }
  }

  moved({ added, removed }) {
    if (vscode.workspace.isTrusted) {
      this.tell("workspace/didChangeWorkspaceFolders", {
        event: { added: added.map(plainFolder), removed: removed.map(plainFolder) },
      });
    }
  }

  configured(event) {
    if (event.affectsConfiguration("sluice.program") || event.affectsConfiguration("sluice.languageIds")) {
      void this.restart();
    } else if (event.affectsConfiguration("sluice")) {
      this.tell("workspace/didChangeConfiguration", { settings: { sluice: settings.section("sluice") } });
    }
  }

  /** The answer of any method, LSP's or Sluice's own. Rejects where there is none. */
  async request(method, params) {
    await (this.starting ?? (this.session ? undefined : this.start()));
    if (!this.session) {
      throw new Error("the server does not run: see Sluice: Show Log");
    }
    return this.session.connection.request(method, params);
  }

  // Ends

  died(session) {
    if (this.session !== session) {
      return;
    }
    const wasReady = session.ready;
    this.end(session);
    // One that never was ready would not be the next time.
    if (!wasReady) {
      return;
    }
    const now = Date.now();
    this.deaths = this.deaths.filter((time) => now - time < RESTART_WINDOW);
    this.deaths.push(now);
    if (this.deaths.length > RESTARTS) {
      this.say(`the server has ended ${this.deaths.length} times within three minutes and is not started again; `
        + "Sluice: Restart Server does");
    } else {
      void this.start();
    }
  }

  end(session) {
    session.ready = false;
    session.disposables.splice(0).forEach((each) => each.dispose());
    session.progress.forEach(({ end }) => end());
    session.connection.close(new Error("the server has ended"));
    session.child.kill();
    this.diagnostics.clear();
    this.open.clear();
    if (this.session === session) {
      this.session = undefined;
    }
  }

  /** Ends the server in the order that LSP asks for. */
  async stop() {
    const session = this.session;
    if (!session) {
      return;
    }
    this.session = undefined;
    const exited = new Promise((resolve) => session.child.once("exit", resolve));
    const late = new Promise((resolve) => setTimeout(resolve, SHUTDOWN_PATIENCE).unref());
    if (session.ready) {
      session.ready = false;
      const { connection } = session;
      await Promise.race([connection.request("shutdown", undefined).catch(() => undefined), late]);
      connection.notify("exit", undefined);
      await Promise.race([exited, late]);
    }
    this.end(session);
  }

  async restart() {
    this.deaths = [];
    await this.starting;
    await this.stop();
    await this.startIfWanted();
  }

  async dispose() {
    this.watches.forEach((each) => each.dispose());
    await this.stop();
    this.diagnostics.dispose();
  }

  say(text) {
    this.log.appendLine(text);
    void vscode.window.showErrorMessage(`Sluice: ${text}`);
  }
}

module.exports = { Client };
