"use strict";
// Puts the settings of ../../protocol/sluice.schema.json into package.json. `node manifest.js --check` says whether they are.

const fs = require("fs");
const path = require("path");

const SCHEMA = path.join(__dirname, "..", "..", "protocol", "sluice.schema.json");
const MANIFEST = path.join(__dirname, "package.json");

/** Keys as the editor's settings have them: those of an object with keys of its own are parted by points. */
function properties(schema, prefix) {
  return Object.fromEntries(Object.entries(schema.properties).filter(([name]) => name !== "$schema").flatMap(([name, each]) =>
    each.properties ? Object.entries(properties(each, `${prefix}${name}.`)) : [[`${prefix}${name}`, each]]));
}

function manifest() {
  const result = JSON.parse(fs.readFileSync(MANIFEST, "utf8"));
  const schema = JSON.parse(fs.readFileSync(SCHEMA, "utf8"));
  result.contributes.configuration[0].properties = properties(schema, "sluice.");
  return `${JSON.stringify(result, null, 2)}\n`;
}

module.exports = { properties };

if (require.main === module) {
  const text = manifest();
  if (!process.argv.includes("--check")) {
    fs.writeFileSync(MANIFEST, text);
  } else if (text !== fs.readFileSync(MANIFEST, "utf8")) {
    console.error("package.json has other settings than protocol/sluice.schema.json: run node manifest.js");
    process.exit(1);
  }
}
