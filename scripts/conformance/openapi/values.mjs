// Values for schemas: most fit, some are at the edge of what fits, some are of another type.

const TEXTS = [
  "", " ", "a", "ab", "abc", "abcd", "abcde", "abcdef", "text", "Ann", "x y", "a  b", "\t", "\n", "\u00a0", "\u2007", "\u202f", "\ufeff",
  "\u3000", "\u2028", "\u0085", "\u001c", "\u001f", "\u200b", "\u180e", "\u205f", "\u00e9", "e\u0301", "\u{1d4b3}", "\u{1f600}\u{1f600}",
  "\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}", "\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}", "\"quoted\"", "back\\slash", "\u0000",
  "slug-1", "Slug", "AB123", "ab123", "AB123\n", "cat", "dog", "catdog", "abbac", "c", "bc", "axb", "a\nb", "a\u2028b", "a\u0085b", "a\rb",
  "one two", "one\u00a0two", "xy12", "XY1", "Ax", "ax", "FX", "gx", "bcd", "bad", "z", "  \t", " a", "B\u00a0\t", "b ", "B\u3000", "x-y", "5-y", "\u00e9-y",
  "\u00c4\u00df", "a1", "\u03a9A1", "\u03a9\u00c4\u0662", "wA1", "1+1", "2*2", "11", "a@b.org", "a@b", "AB\u{1f600}", "AB\t\u{1f600}", "abx", "abcdefg", "a1b", "axb1", "aaaaaaa1",
  "12:30", "12:30:00.5", "24:00:00", "23:59:60", "2026-01-31T12:30", "2026-02-30T12:30:00", "12:30:00+01:00", "12:30:00Z", "12:30Z", "2026-01-31T12:30:00+01:00",
  "2026-01-31T12:30:00+01:00[Europe/Berlin]", "2026-01-31T12:30:00+02:00[Europe/Berlin]", "2026-01-31T12:30:00Z[Nowhere]", "PT2H30M", "-PT1.5S", "P1D", "PT", "P", "P1Y6M",
  "P2W", "P1Y2W", "PT9999999999M", "2026-01", "2026-13", "--12-31", "--02-30", "Europe/Berlin", "Nowhere", "+01:00", "+18:30", "Z", "https://example.org", "a:", "QUJD", "QUI=", "QQ",
  "ac", "abc", "aa", "a  ", "aaa", "true", "false", "1", "0", "-", "/", "a/b", "%", "?", "#", "+", "&=", "..x", "null",
];
const MAILS = ["a@b", "ann@example.org", "a.b@c.d.e", "a+b@c-d.org", "a..b@c.d", ".a@b", "a@", "@b", "a@b@c", "a b@c.d", "a@-b.c", "a@b..c", "\u00e9@b.org", "a", ""];
const UUIDS = ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000", "00000000-0000-0000-0000-000000000000",
  "123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400", "123e4567-e89b-12d3-a456-42661417400g", "", "1-1-1-1-1"];
const DATES = ["2026-01-31", "2024-02-29", "2026-02-29", "2000-02-29", "1900-02-29", "0001-01-01", "9999-12-31", "2026-13-01", "2026-00-10", "2026-1-1",
  "2026-01-32", "20260131", "2026-01-31T00:00:00Z", "", "10000-01-01", "0000-01-01", "+2026-01-31", "-0001-01-01"];
const TIMES = ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.5Z", "2026-01-31t12:00:00.123456z", "2026-01-31T12:00:00+02:00", "2026-01-31T23:59:59-12:30",
  "2026-01-31T24:00:00Z", "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12:00Z", "2026-01-31", "2026-01-31T12:00:00", "2026-02-30T12:00:00Z",
  "2026-01-31T12:00:00+2", "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00+24:00", "", "12:00:00Z", "0001-01-02T00:00:00Z", "2016-12-31T23:59:60Z", "2026-01-31T12:00:00+19:00",
  "2026-01-31T12:00:00.1234567890Z", "0000-01-01T00:00:00Z", "9999-12-30T23:59:59.999999Z"];
const LINKS = ["https://example.org/a?b=c", "a/b", "#part", "", "a b", "http://[::1]/", "%", "https://example.org/%zz", "mailto:ann@example.org"];
const INTEGERS = ["0", "1", "-1", "2", "7", "10", "11", "50", "51", "99", "100", "1000", "-0", "1.0", "1e1", "10e-1", "1.5", "0.1", "2147483647", "2147483648",
  "-2147483648", "-2147483649", "9007199254740993", "9223372036854774784", "9223372036854775808", "-9223372036854775808", "-9223372036854777856", "1e30"];
const NUMBERS = [...INTEGERS, "0.5", "0.49", "19.99", "143.48", "0.94", "8.69", "1.11", "1.10", "1.100", "0.005", "999999.99", "1000000", "999999.995",
  "1e-7", "123456789.125", "5e-324", "1.7976931348623157e308", "0.999", "99.9", "99.95", "0.1234"];
const MIXED = ["a", "Z", "0", "-", " ", "\t", "\u00e9", "\u03a9", "\u{1f600}", "_", "@", ".", "\u2003", "x"];

/** Further names by which a property or a parameter is read. */
export const aliases = ({ description = "" }) => [...description.matchAll(/Also read as `([^`]+)`/g)].map((match) => match[1]);

export class Values {
  constructor(document, seed) {
    this.document = document;
    this.state = seed >>> 0;
    this.hasMany = false; // whether the request has many parameters
  }

  /** The next number of a fixed sequence, below a bound. */
  below(bound) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  }

  one(list) {
    return list[this.below(list.length)];
  }

  isRare() {
    return this.below(25) === 0;
  }

  resolved(schema) {
    if (schema.$ref) return schema.$ref.slice(2).split("/").reduce((all, part) => all[part], this.document);
    return schema;
  }

  /** A JSON text that may fit. */
  json(schema, depth = 0) {
    if (this.isRare()) return this.one(["null", "true", "0", '"a"', '"\\ud800"', "[]", "{}", "[null]", '{"a":1}', "1.5"]);
    if (schema.anyOf) return this.below(3) === 0 ? "null" : this.json(this.one(schema.anyOf), depth);
    const { type, ...own } = this.resolved(schema);
    if ("const" in own && this.below(8) > 0) return JSON.stringify(own.const);
    if (own.oneOf) return this.json(this.one(own.oneOf), depth);
    if (type === undefined) return this.one(["null", "1.50", '"a"', '[1,{"a":[]}]', '{"b":null}', "false", "1e3"]);
    const kind = this.one([type].flat());
    switch (kind) {
      case "null":
        return "null";
      case "boolean":
        return this.one(["true", "false"]);
      case "integer":
      case "number":
        return this.number(own, kind);
      case "string":
        return JSON.stringify(this.text(own));
      case "array":
        return `[${this.elements(own, (element) => this.json(element, depth + 1), depth).join(",")}]`;
      default:
        return this.object(own, depth);
    }
  }

  object(schema, depth) {
    const members = [];
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const isRequired = schema.required?.includes(name);
      const isLeftOut = isRequired ? this.below(60) === 0 : this.below(2) === 0 || depth > 3;
      if (!isLeftOut) members.push(`${JSON.stringify(this.one([name, ...aliases(property)]))}:${this.json(property, depth + 1)}`);
    }
    if (typeof schema.additionalProperties === "object") {
      const texts = new Set(Array.from({ length: depth > 3 ? 0 : this.below(4) }, () => this.scalarText(schema.propertyNames ?? { type: "string" })));
      for (const text of texts) members.push(`${JSON.stringify(text)}:${this.json(schema.additionalProperties, depth + 1)}`);
    }
    const id = schema.properties?.id ? '"ID":1' : '"id":1'; // no name twice: readers differ in what they make of that
    if (this.isRare()) members.push(this.one([id, '"unknown":{"a":[1]}', '"":null']));
    return `{${members.join(",")}}`;
  }

  elements(schema, make, depth) {
    const edges = [0, 1, 2, 3, 4, schema.minItems ?? 0, schema.maxItems ?? 2];
    const count = depth > 3 ? this.below(2) : this.one(edges);
    return Array.from({ length: count }, () => make(schema.items));
  }

  number(schema, kind) {
    const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].filter((key) => key in schema).map((key) => schema[key]);
    if (bounds.length > 0 && this.below(3) === 0) {
      const edge = this.one(bounds) + this.one([0, 1, -1, kind === "number" ? 0.01 : 2, 3]);
      return kind === "number" ? String(Number(edge.toFixed(2))) : String(edge);
    }
    if (this.below(4) > 0) return String(this.within(schema, 1 + this.below(9)));
    const list = kind === "number" ? NUMBERS : INTEGERS;
    return this.isRare() && schema.format === "double" ? "1e309" : this.one(list);
  }

  /** A whole number, moved to the right side of a bound that it passes. */
  within(schema, number) {
    const low = schema.minimum ?? schema.exclusiveMinimum ?? number;
    const high = schema.maximum ?? schema.exclusiveMaximum ?? number;
    if (number > high) return Math.ceil(high) - 1;
    return number < low ? Math.floor(low) + 1 : number;
  }

  text(schema) {
    if (schema.enum) return this.below(8) === 0 ? this.one([...TEXTS, schema.enum[0].toLowerCase(), schema.enum[0] + " "]) : this.one(schema.enum);
    const known = { email: MAILS, uuid: UUIDS, date: DATES, "date-time": TIMES }[schema.format];
    if (known) return this.below(3) > 0 ? known[this.below(3)] : this.one(known);
    if (schema.format === "uri-reference") return this.one(LINKS);
    if (schema.pattern && this.below(3) > 0) return this.fitting(schema);
    return this.below(3) === 0 ? this.random(schema) : this.one(TEXTS);
  }

  /** A text of a length at the edge of what is allowed. */
  random(schema) {
    const edges = [schema.minLength ?? 1, (schema.minLength ?? 1) - 1, schema.maxLength ?? 3, (schema.maxLength ?? 3) + 1, 2];
    return Array.from({ length: Math.max(0, this.one(edges)) }, () => this.one(MIXED)).join("");
  }

  /** One of the texts that the pattern matches, if there is one among those known. */
  fitting(schema) {
    const pattern = new RegExp(schema.pattern, "u");
    const all = TEXTS.filter((text) => pattern.test(text));
    return all.length > 0 ? this.one(all) : this.one(TEXTS);
  }

  /** The texts of a parameter, none if it is left out, as most are where there are many: all are seldom right at once. */
  texts(parameter, isList) {
    const schema = this.resolved(parameter.schema);
    const isLeftOut = parameter.required ? this.below(40) === 0 : this.hasMany ? this.below(5) > 0 : this.below(3) === 0;
    if (parameter.in !== "path" && isLeftOut) return [];
    if (isList) return this.elements(schema, (element) => this.parameterText(element, parameter.in), 0);
    return [this.parameterText(schema, parameter.in)];
  }

  /** A few names of a map, each once. */
  names(schema = { type: "string" }) {
    const one = schema.anyOf?.at(-1) ?? schema; // of a form, whose own fields have names, too
    return [...new Set(Array.from({ length: this.below(5) }, () => this.scalarText(one)))];
  }

  parameterText(schema, place) {
    for (let i = 0; i < 20; i++) {
      const text = this.scalarText(schema);
      if (text === "" && schema.pattern && !schema.format) continue; // a pattern alone does not say whether it is none, as of a Duration, or a String
      if (["query", "cookie", "form"].includes(place)) return text;
      if (place === "path" && text !== "" && text !== "." && text !== "..") return text;
      if (place === "header" && /^[!-+\--~]([ -+\--~]*[!-+\--~])?$/.test(text)) return text;
    }
    return "1";
  }

  scalarText(given) {
    const schema = this.resolved(given.anyOf ? given.anyOf[0] : given);
    const kind = [schema.type].flat().find((type) => type !== "null");
    if (this.isRare()) return this.one(["", "x", "1", "-1", "1.5", "true", "+1", "0x1", "007", "NaN", "1e400", " 1", "null"].filter((text) => text !== "1e400" || schema.format === "double"));
    switch (kind) {
      case "boolean":
        return this.one(["true", "false", "true", "false", "yes", "1", "ON", "off", "2", "TRUE"]);
      case "integer":
      case "number":
        return this.number(schema, kind);
      default:
        return this.text(schema);
    }
  }
}
