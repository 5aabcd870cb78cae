/** Width in characters. A list or object that is wider gets one line per entry. */
const WIDTH = 56;

/** Formats JSON so that it is easy to read: short values stay on one line. */
export function jsonText(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  const inner = `${indent}  `;
  const members = isList
    ? value.map((one) => jsonText(one, inner))
    : Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${jsonText(member, inner)}`);
  if (members.length === 0) return isList ? '[]' : '{}';
  const line = `${open}${members.join(', ')}${close}`;
  if (line.length <= WIDTH && !line.includes('\n')) return line;
  return `${open.trim()}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close.trim()}`;
}
