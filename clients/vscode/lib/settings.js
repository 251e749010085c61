"use strict";
// What somebody has set. Defaults are the server's: one sent from here would hide what a sluice.toml says.

const vscode = require("vscode");

const KEYS = Object.keys(require("../package.json").contributes.configuration[0].properties);
// The editor's identifiers of what is prose throughout.
const PROSE = ["plaintext", "markdown", "git-commit"];

/** What was set under a key, the nearest place first. */
function explicit(configuration, key) {
  const found = configuration.inspect(key) ?? {};
  return found.workspaceFolderValue ?? found.workspaceValue ?? found.globalValue;
}

/** The object that the server is given for the section `sluice`, or a part of it for `sluice.…`. */
function section(name) {
  const configuration = vscode.workspace.getConfiguration();
  const all = {};
  for (const key of KEYS) {
    const value = explicit(configuration, key);
    if (value !== undefined && value !== null) {
      const names = key.split(".");
      const last = names.pop();
      const place = names.reduce((object, each) => (object[each] ??= {}), all);
      place[last] = value;
    }
  }
  return (name ?? "sluice").split(".").reduce((object, each) => object?.[each], all) ?? (name === "sluice" ? {} : null);
}

/** Languages whose documents the server is told of. */
function languages() {
  const set = explicit(vscode.workspace.getConfiguration(), "sluice.languageIds");
  return Array.isArray(set) ? set : PROSE;
}

/** The server's command line. */
function program() {
  return [vscode.workspace.getConfiguration().get("sluice.program") || "sluice", "lsp"];
}

module.exports = { languages, program, section };
