// Holds a document to AsyncAPI 3: valid.mjs FILE. Every error and warning of the parser is one too many.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
const bad = diagnostics.filter(each => each.severity < 2);
for (const each of bad) console.error(`${each.path.join(".")}: ${each.message}`);
if (!document || bad.length > 0) process.exit(1);
const messages = document.channels().all().flatMap(each => each.messages().all());
console.log(`AsyncAPI ${document.version()}: ${document.channels().all().length} channels, ${messages.length} messages`);
