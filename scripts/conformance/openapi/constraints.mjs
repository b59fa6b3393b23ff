// Holds the table of constraints in the guide to the OpenAPI document of a program that has a route for each row: what a
// row calls right, the schema and the server take; what it calls wrong, the server refuses, and so does the schema, unless the row
// says that only the description has it. Usage: node constraints.mjs URL docs/validation.md
import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [url, page] = process.argv.slice(2);
const document = await (await fetch(url + "/openapi.json")).json();
const ajv = new Ajv2020({ allowUnionTypes: true, strict: false });
addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
ajv.addFormat("int64", true);
ajv.addSchema(document, "document");

const text = await readFile(page, "utf8");
const rows = text.split("<!-- table: constraints -->\n")[1].split("\n\n")[0].split("\n").slice(2)
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

async function status(number, json) {
  const headers = { "content-type": "application/json" };
  return (await fetch(`${url}/bodies/${number}`, { method: "POST", headers, body: `{"value":${json}}` })).status;
}

const failures = [];
for (const [number, [constraint, type, right, wrong, , , words]] of rows.entries()) {
  const valid = ajv.compile({ $ref: `document#/components/schemas/Body${number}` });
  const bare = (cell) => cell.replaceAll("`", "");
  const told = (json) => valid({ value: JSON.parse(json) });
  const wants = (what, is, expected) => is === expected || failures.push(`${constraint} on ${type}: ${what}: ${is}`);
  wants("the schema takes what is right", told(bare(right)), true);
  wants("the schema takes what is wrong", told(bare(wrong)), words === "in the description");
  wants("the server says of what is right", await status(number, bare(right)), 204);
  wants("the server says of what is wrong", await status(number, bare(wrong)), 422);
}
console.log(`constraints: ${rows.length} rows, ${failures.length} findings`);
failures.forEach((each) => console.log("  " + each));
process.exit(failures.length || rows.length < 30 ? 1 : 0);
