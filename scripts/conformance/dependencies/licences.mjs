// licences.mjs TARGET: compares TARGET/bom.json with the jars in TARGET/lib, and looks at each licence.
import { readFileSync, readdirSync } from "node:fs";

const target = process.argv[2];
const allowed = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "Bouncy Castle Licence", "EPL-2.0", "MIT"]);
const { components } = JSON.parse(readFileSync(`${target}/bom.json`, "utf8"));
const jars = new Set(readdirSync(`${target}/lib`));
const faults = [];

for (const { name, version, licenses = [] } of components) {
  const jar = `${name}-${version}.jar`;
  if (!jars.delete(jar)) faults.push(`${jar} is in the SBOM, and not in lib`);
  const names = licenses.map((each) => each.expression ?? each.license.id ?? each.license.name);
  if (!names.some((each) => allowed.has(each))) faults.push(`${jar} is under ${names.join(", ") || "no licence"}`);
}
for (const jar of jars) faults.push(`${jar} is in lib, and not in the SBOM`);
for (const fault of faults) console.error(`covet: ${target}: ${fault}`);
console.error(`covet: ${target}: ${components.length} libraries`);
process.exit(faults.length > 0 || components.length === 0 ? 1 : 0);
