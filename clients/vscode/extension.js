"use strict";

const os = require("os");
const path = require("path");
const fs = require("fs");
const vscode = require("vscode");
const convert = require("./lib/convert");
const { Client } = require("./lib/client");

let client;

/** The word at the cursor, and where it is. */
function wordAtCursor() {
  const editor = vscode.window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, /[\p{L}\p{M}\p{N}]+/u);
  return range && { editor, range, text: editor.document.getText(range) };
}

/** The word at the cursor, else what the user is asked for; undefined where there is none. */
const wordOrAsk = async (prompt) => wordAtCursor()?.text || vscode.window.showInputBox({ prompt });

/** The selection, else the lines around the cursor between blank ones. */
function paragraph({ document, selection }) {
  if (!selection.isEmpty) {
    return document.getText(selection);
  }
  const blank = (line) => document.lineAt(line).isEmptyOrWhitespace;
  let first = selection.active.line;
  let last = first;
  while (first > 0 && !blank(first - 1)) {
    first -= 1;
  }
  while (last + 1 < document.lineCount && !blank(last + 1)) {
    last += 1;
  }
  return document.getText(new vscode.Range(document.lineAt(first).range.start, document.lineAt(last).range.end));
}

/** Related words to look at. Where one is chosen it is taken to the clipboard. */
async function similar() {
  const word = await wordOrAsk("Words similar to");
  if (!word) {
    return;
  }
  const answer = await client.request("words/similar", { word });
  const items = answer.neighbours.map((each) => ({
    label: each.word,
    description: [each.similarity.toFixed(2), each.relation].filter(Boolean).join(" · "),
  }));
  const placeHolder = `near ${word} in ${answer.vectors}; what you choose is copied`;
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (chosen) {
    await vscode.env.clipboard.writeText(chosen.label);
  }
}

/** A word for the place of the one at the cursor, in its form. */
async function replace() {
  const word = wordAtCursor();
  if (!word) {
    return;
  }
  const { editor } = word;
  const actions = await client.request("textDocument/codeAction", {
    textDocument: { uri: editor.document.uri.toString() },
    range: convert.plainRange(editor.selection),
    context: { diagnostics: [], only: ["refactor.rewrite"] },
  });
  const items = (actions ?? []).map((action) => ({ label: action.title, action }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(`Sluice: there is no word for the place of “${word.text}”`);
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: `in the place of ${word.text}` });
  if (chosen) {
    const { edit } = chosen.action.edit ? chosen.action : await client.request("codeAction/resolve", chosen.action);
    await vscode.workspace.applyEdit(convert.workspaceEdit(edit));
  }
}

async function label() {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const answer = await client.request("text/classify", { text: paragraph(editor) });
  const labels = answer.labels.map((each) => `${each.label} ${each.probability.toFixed(3)}`).join(", ");
  void vscode.window.showInformationMessage(`${labels} (${answer.model})`);
}

const execute = (command, ...given) => client.request("workspace/executeCommand", { command, arguments: given });

async function addToDictionary(word) {
  const text = word ?? (await wordOrAsk("Add to dictionary"));
  if (text) {
    await execute("sluice.addToDictionary", text);
  }
}

async function removeFromDictionary(word) {
  const text = word ?? (await wordOrAsk("Remove from dictionary"));
  if (text) {
    await execute("sluice.removeFromDictionary", text);
  }
}

/** The daemon's log, else what the server has said here. */
async function showLog(log) {
  const state = process.env.XDG_STATE_HOME || path.join(os.homedir(), ".local", "state");
  const file = path.join(state, "sluice", "sluice.log");
  if (fs.existsSync(file)) {
    await vscode.window.showTextDocument(vscode.Uri.file(file));
  } else {
    log.show();
  }
}

async function activate(context) {
  const log = vscode.window.createOutputChannel("Sluice");
  const registered = new Set();
  const command = (name, action) => {
    if (registered.has(name)) {
      return;
    }
    registered.add(name);
    context.subscriptions.push(vscode.commands.registerCommand(name, async (...given) => {
      try {
        return await action(...given);
      } catch (error) {
        const hint = error.data?.hint ? `; ${error.data.hint}` : "";
        void vscode.window.showErrorMessage(`Sluice: ${error.message}${hint}`);
        return undefined;
      }
    }));
  };
  // Code actions name the server's commands, which are done there.
  client = new Client(log, (name) => command(name, (...given) => execute(name, ...given)));
  context.subscriptions.push(log);
  command("sluice.similar", similar);
  command("sluice.replace", replace);
  command("sluice.label", label);
  command("sluice.addToDictionary", addToDictionary);
  command("sluice.removeFromDictionary", removeFromDictionary);
  command("sluice.reload", () => execute("sluice.reload"));
  command("sluice.restart", () => client.restart());
  command("sluice.log", () => showLog(log));
  await client.startIfWanted();
}

async function deactivate() {
  await client?.dispose();
  client = undefined;
}

module.exports = { activate, deactivate };
