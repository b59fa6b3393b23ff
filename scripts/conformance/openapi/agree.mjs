// Sends generated requests, right and wrong ones, and holds every response to the OpenAPI document: what its schemas
// refuse the server refuses, what they accept it accepts, and each response is one that the document has.
// Usage: node agree.mjs URL [REQUESTS] [SEED] [FIRST]; a failure names the arguments that repeat it.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { aliases, Values } from "./values.mjs";

const [url, requests = "10000", seed = "1", first = "0"] = process.argv.slice(2);
const FORM = "application/x-www-form-urlencoded";
const PARALLEL = 8;
const FAILURES_MAX = 10;
const TRIES_MIN = 50; // of an operation, after which one right request at least must have been among them

const document = await (await fetch(url + "/openapi.json")).json();
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
ajv.addFormat("int64", { type: "number", validate: (n) => n >= -(2 ** 63) && n < 2 ** 63 });
ajv.addFormat("password", true);
// Both have a pattern beside them, which says all.
for (const format of ["time-local", "date-time-local"]) ajv.addFormat(format, true);
// RFC 6531, of which the descriptions speak; that of ajv-formats wants a dot in every domain.
const letter = "A-Za-z0-9\\u00a0-\\u{10ffff}";
const [atom, label] = [`[${letter}!#$%&'*+/=?^_\`{|}~-]+`, `[${letter}](?:[${letter}-]*[${letter}])?`];
ajv.addFormat("email", new RegExp(`^${atom}(?:\\.${atom})*@${label}(?:\\.${label})*$`, "u"));
ajv.addVocabulary(["openapi", "info", "servers", "paths", "webhooks", "components", "tags", "discriminator"]);
ajv.addSchema(document, "document");

/** A validator of a schema in the document, by its JSON pointer. */
const validators = new Map();
function validator(pointer) {
  if (!validators.has(pointer)) validators.set(pointer, ajv.compile({ $ref: "document#" + pointer }));
  return validators.get(pointer);
}

const escaped = (part) => encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1"));
const pointer = (...parts) => parts.map((part) => "/" + escaped(part)).join("");

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, at: pointer("paths", path, method) })));

/** A text as the value that a schema of a parameter means by it, a whole number in digits; a text that is none stays one. */
function meant(schema, text) {
  const types = [schema.type ?? resolved(schema).type].flat();
  if (types.includes("integer") && /^-?\d+$/.test(text)) return Number(text);
  if (types.includes("number") && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

function resolved(schema) {
  if (schema.$ref) return resolved(schema.$ref.slice(2).split("/").reduce((all, part) => all[part], document));
  return schema.anyOf ? resolved(schema.anyOf[0]) : schema;
}

/** A value with the names that its schema has, in the place of others by which it is read, too. */
function canonical(given, value) {
  const schema = resolved(given);
  if (Array.isArray(value)) return schema.items ? value.map((each) => canonical(schema.items, each)) : value;
  if (value === null || typeof value !== "object" || !schema.properties) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => {
    const [known, property] = named(schema.properties, name) ?? [name, {}];
    return [known, canonical(property, each)];
  }));
}

/** A property, with its name, by any name that it is read by. */
function named(properties, name) {
  return Object.entries(properties).find(([known, property]) => known === name || aliases(property).includes(name));
}

/** The texts of a parameter, or of a field of a form; what its schema says of them becomes a fault. */
function generatedTexts(values, parameter, at, faults) {
  const isList = [resolved(parameter.schema).type].flat().includes("array");
  const element = isList ? resolved(parameter.schema).items : parameter.schema;
  const texts = values.texts(parameter, isList);
  const given = isAnyText(element) ? texts : texts.filter((text) => text !== "");
  if (given.length === 0) {
    if (parameter.required) faults.push(`${parameter.name} is missing`);
  } else {
    const all = given.map((text) => meant(element, text));
    const check = validator(at);
    if (!check(isList ? all : all[0])) faults.push(`${parameter.name}: ${ajv.errorsText(check.errors)}`);
  }
  return texts;
}

/** The names and texts of a map, none of them a name that is known; what its schema says of them becomes a fault. */
function generatedMap(values, schema, at, known, faults) {
  const element = resolved(schema.additionalProperties);
  const isList = element.type === "array";
  const members = {};
  const pairs = values.names(schema.propertyNames).filter((name) => !known.includes(name)).flatMap((name) => {
    const texts = isList ? values.elements(element, (each) => values.parameterText(each, "query"), 0) : [values.parameterText(element, "query")];
    const given = isAnyText(isList ? element.items : element) ? texts : texts.filter((text) => text !== "");
    const all = given.map((text) => meant(isList ? element.items : element, text));
    if (all.length > 0) members[name] = isList ? all : all[0];
    return texts.map((text) => [name, text]);
  });
  const check = validator(at);
  for (const [name, member] of Object.entries(members)) {
    const own = validator(at + "/additionalProperties");
    if (!own(member)) faults.push(`${name}: ${ajv.errorsText(own.errors)}`);
    if (schema.propertyNames && !validator(at + "/propertyNames")(name)) faults.push(`${name} is no name`);
  }
  if (!schema.properties && !check(members)) faults.push(ajv.errorsText(check.errors));
  return pairs;
}

/** Whether also the empty text is a value: of anything else it counts as not given, as the document's description says. */
function isAnyText(schema) {
  const { type, format, enum: words } = resolved(schema);
  return [type].flat().includes("string") && !words && [undefined, "email", "password"].includes(format);
}

/** The fields of a form, each right or wrong. */
function form(values, schema, faults) {
  const object = resolved(schema);
  const at = schema.$ref.slice(1);
  const pairs = Object.entries(object.properties).flatMap(([name, property]) => {
    const field = { name, in: "form", schema: property, required: (object.required ?? []).includes(name) };
    const sent = values.one([name, ...aliases(property)]);
    return generatedTexts(values, field, at + pointer("properties", name), faults).map((text) => [sent, text]);
  });
  if (object.additionalProperties) {
    const known = Object.entries(object.properties).flatMap(([name, property]) => [name, ...aliases(property)]);
    pairs.push(...generatedMap(values, object, at, known, faults));
  }
  return new URLSearchParams(pairs).toString();
}

/** One request, and what the schemas say of it. */
function generated(index) {
  const values = new Values(document, Number(seed) * 1_000_003 + index);
  const { path, method, operation, at } = operations[index % operations.length];
  const faults = [];
  values.hasMany = (operation.parameters ?? []).length > 10;
  const query = [];
  const headers = {};
  const cookies = [];
  let target = path;
  (operation.parameters ?? []).forEach((parameter, i) => {
    if (parameter.explode) {
      const known = operation.parameters.filter((each) => each.in === "query" && !each.explode).flatMap((each) => [each.name, ...aliases(each)]);
      const pairs = generatedMap(values, parameter.schema, at + pointer("parameters", i, "schema"), known, faults);
      query.push(...pairs.map((pair) => pair.map(encodeURIComponent).join("=")));
      return;
    }
    const texts = generatedTexts(values, parameter, at + pointer("parameters", i, "schema"), faults);
    if (parameter.in === "path") target = target.replace(`{${parameter.name}}`, encodeURIComponent(texts[0]));
    const name = values.one([parameter.name, ...aliases(parameter)]);
    const pairs = texts.map((text) => `${name}=${encodeURIComponent(text)}`);
    if (parameter.in === "query") query.push(...pairs);
    if (parameter.in === "cookie") cookies.push(...pairs);
    if (parameter.in === "header" && texts.length > 0) headers[parameter.name] = texts.join(", ");
  });
  if (cookies.length > 0) headers.Cookie = cookies.join("; ");
  if (operation.security) {
    const mayLack = operation.security.some((each) => Object.keys(each).length === 0);
    if (values.below(4) > 0) headers.Authorization = values.one(["Bearer abc", "Basic YTpi", "x"]);
    else if (!mayLack) faults.push("Authorization is missing");
  }
  let body;
  const types = Object.keys(operation.requestBody?.content ?? {});
  const media = types.length > 1 ? values.one(types) : types[0];
  if (media === "application/json") {
    const schema = operation.requestBody.content[media].schema;
    body = values.isRare() ? undefined : values.json(schema);
    const check = validator(at + pointer("requestBody", "content", media, "schema"));
    if (body !== undefined && !check(canonical(schema, JSON.parse(body)))) faults.push("body: " + ajv.errorsText(check.errors));
  } else if (media === FORM) {
    body = values.isRare() ? undefined : form(values, operation.requestBody.content[media].schema, faults);
  } else if (media) {
    body = values.isRare() ? undefined : "bytes";
  }
  if (body === undefined && operation.requestBody?.required) faults.push("the body is missing");
  if (body !== undefined) headers["Content-Type"] = media;
  if (query.length > 0) target += "?" + query.join("&");
  return { method: method.toUpperCase(), target, headers, body, faults, operation, at };
}

/** Whether a description says what a schema cannot: all that it is told of by the names of codes. */
function isTold(detail, operation) {
  const told = descriptions(detail.location, operation).join(" ");
  const words = {
    digits: /after the decimal point/, pattern: /regular expression/, bad_text: /U\+0000/.test(detail.reason) ? /U\+0000/ : /surrogate/, type: /leap second.*format: date|of no offset|this offset then|behind its scheme|hours, such as|IANA database|base64/s,
    duplicate: /No two (items|names) may stand for the same value/, past: /Must be in the past/, past_or_present: /Must not be in the future/, future: /Must be in the future/, future_or_present: /Must not be in the past/,
  };
  return (words[detail.code] ?? new RegExp("`" + detail.code + "`")).test(told);
}

function descriptions([source, ...steps], operation) {
  const texts = [operation.description ?? "", operation.responses["422"]?.description ?? "", document.info.description ?? ""];
  let at;
  if (source === "body") {
    at = operation.requestBody.content["application/json"].schema;
  } else if (source === "form") {
    at = operation.requestBody.content[FORM].schema;
  } else {
    const known = operation.parameters?.find((each) => !each.explode && [each.name.toLowerCase(), ...aliases(each)].includes(String(steps[0]).toLowerCase()));
    const parameter = known ?? operation.parameters?.find((each) => each.explode && each.in === source);
    if (!parameter) return texts;
    texts.push(parameter.description ?? "");
    at = parameter.schema;
    if (known) steps = steps.slice(1);
  }
  for (const step of [...steps, null]) {
    texts.push(at.description ?? "");
    at = resolved(at);
    texts.push(at.description ?? "", "format: " + at.format);
    if (step === null) break;
    at = typeof step === "number" ? at.items : named(at.properties ?? {}, step)?.[1] ?? at.additionalProperties;
    if (!at) break;
  }
  return texts;
}

/** Whether a path holds what the document's description says that none may hold. */
function isPathRefused(target) {
  const path = decodeURIComponent(target.split("?")[0].replaceAll("%2F", "\\"));
  return /control character/.test(document.info.description) && /[\\\x00-\x1f\x7f]/.test(path);
}

/** What a description says that the server takes beyond the schema. */
function isTakenBeyond(request) {
  const texts = JSON.stringify([request.operation, document.components.schemas]);
  return request.faults.every((fault) => /must be boolean/.test(fault) && /`yes`/.test(texts));
}

async function tried(index) {
  const request = generated(index);
  const response = await fetch(url + request.target, request);
  const text = await response.text();
  const failures = [];
  const status = response.status;
  const isRefused = status >= 400;
  if (status >= 500) failures.push("a server error");
  if (request.faults.length > 0 && !isRefused && !isTakenBeyond(request)) failures.push("taken, but its schema refuses it: " + request.faults.join("; "));
  if (request.faults.length === 0 && isRefused && (status === 400 || status === 422)) {
    const details = JSON.parse(text).error.details;
    const untold = details.filter((detail) => !isTold(detail, request.operation));
    if (status === 400 ? !isPathRefused(request.target) : untold.length > 0) failures.push("refused, but its schema accepts it");
  }
  const { responses } = request.operation;
  const key = status in responses ? String(status) : isRefused || !responses.default.content ? "default" : undefined;
  if (key === undefined) failures.push(`the document has no response ${status}`);
  else failures.push(...responseFailures(request, key, response, text));
  if (failures.length === 0) return { request, isRefused };
  const repeat = `node agree.mjs URL 1 ${seed} ${index}`;
  return { failure: [failures.join("\n  "), `${request.method} ${request.target} ${JSON.stringify(request.headers)}`, request.body ?? "no body", `${status} ${text}`, repeat].join("\n  ") };
}

function responseFailures(request, key, response, text) {
  const { content } = request.operation.responses[key];
  const type = response.headers.get("content-type")?.split(";")[0];
  if (!content) return text === "" || key === "default" ? [] : ["a body that the document does not have"];
  if (!content[type]) return [`the document has no ${type} for ${key}`];
  if (!/json$/.test(type)) return [];
  const check = validator(request.at + pointer("responses", key, "content", type, "schema"));
  return check(JSON.parse(text)) ? [] : [`the response breaks its schema: ${ajv.errorsText(check.errors)}`];
}

for (const pattern of JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)) new RegExp(JSON.parse(pattern[1]), "u");

const failures = [];

/** Holds every example in a part of the document to the schema that it stands in, or beside. */
function checkExamples(node, at, hasNames = false) {
  if (node === null || typeof node !== "object") return;
  if (!hasNames && !Array.isArray(node)) {
    const several = Array.isArray(node.examples) ? node.examples : Object.values(node.examples ?? {}).map((each) => each.$ref ? resolved(each).value : each.value);
    for (const example of "example" in node ? [...several, node.example] : several) {
      const check = validator(node.schema ? at + "/schema" : at);
      if (!check(example)) failures.push(`${at}: the example ${JSON.stringify(example)} breaks its schema: ${ajv.errorsText(check.errors)}`);
    }
  }
  for (const [key, child] of Object.entries(node)) {
    if (hasNames || !["example", "examples", "default", "enum"].includes(key)) checkExamples(child, at + pointer(key), ["properties", "schemas", "components"].includes(key));
  }
}
checkExamples(document, "");

const seen = { taken: 0, refused: 0 };
const taken = new Set();
const last = Number(first) + Number(requests);
let next = Number(first);
async function sender() {
  while (next < last && failures.length < FAILURES_MAX) {
    const { failure, request, isRefused } = await tried(next++);
    if (failure) {
      failures.push(failure);
      continue;
    }
    seen[isRefused ? "refused" : "taken"]++;
    if (!isRefused) taken.add(request.at);
  }
}
await Promise.all(Array.from({ length: PARALLEL }, sender));
if (failures.length === 0 && Number(requests) >= TRIES_MIN * operations.length) {
  operations.filter(({ at }) => !taken.has(at)).forEach(({ path, method }) => failures.push(`${method} ${path}: no request was right`));
}
failures.forEach((failure) => console.error("FAILED: " + failure));
console.error(`${operations.length} operations, ${seen.taken} requests taken, ${seen.refused} refused, ${failures.length} failed (seed ${seed})`);
process.exit(failures.length === 0 ? 0 : 1);
