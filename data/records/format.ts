/**
 * Maximum number of characters in a line of a data file. A list or object that fits within it is written on one line.
 * biome.json sets the same width for JSON.
 */
const width = 160;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes JSON for a person to review: one fact per line, but a short list or a small object (a phone, a confirmation)
 * on one line. Keys keep the value's order. Equal values give equal text, which ends with a line break.
 * @param value Anything JSON can hold. `undefined` members are omitted; any other value throws.
 */
export function formatJson(value: unknown): string {
  return `${write(value as Json, '', 0)}\n`;
}

/** @param before Number of characters on the line in front of the value. */
function write(value: Json, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const line = flat(value);
  if (line !== null && before + line.length + 1 <= width) return line;
  const inner = `${indent}  `;
  if (isList(value)) {
    const lines = value.map((item) => `${inner}${write(item, inner, inner.length)}`);
    return `[\n${lines.join(',\n')}\n${indent}]`;
  }
  const lines = membersOf(value).map(([key, item]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return `${head}${write(item, inner, head.length)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/**
 * Writes the value on one line. Null if it reads better on several lines, such as a list of several objects or a nested
 * object.
 */
function flat(value: Json): string | null {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (isList(value)) {
    const simple = value.length === 1 || value.every(isScalar);
    const items = simple ? value.map(flat) : [null];
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  const members = membersOf(value);
  if (members.length === 0) return '{}';
  if (!members.every(([, item]) => isScalar(item) || (isList(item) && item.every(isScalar)))) return null;
  return `{ ${members.map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`).join(', ')} }`;
}

function scalar(value: Json): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`a ${typeof value} cannot be written as JSON`);
  return text;
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function membersOf(value: { readonly [key: string]: Json }): [string, Json][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** Writes any JSON value on one line, spaced as {@link formatJson} spaces it. */
export function inlineJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return scalar(value as Json);
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(', ')}]`;
  const members = membersOf(value as { readonly [key: string]: Json });
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, item]) => `${JSON.stringify(key)}: ${inlineJson(item)}`).join(', ')} }`;
}
