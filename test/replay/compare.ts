/** A difference between an answer and the recorded one. */
export interface Difference {
  /** `words` if every difference is in text for people, and that text keeps its numbers and URLs. */
  readonly kind: 'structure' | 'words';
  /** Where the difference is: `status`, `header etag`, or a path into the body. */
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

interface Compared {
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Members whose strings are prose. `display` is prose only next to a code: a phone's `display` is a number to call. */
const wordy = new Set([
  'detail',
  'title',
  'message',
  'text',
  'diagnostics',
  'description',
  'notice',
  'summary',
  'documentation',
]);

/** Finds all differences between two answers. */
export function differences(before: Compared, after: Compared): Difference[] {
  const found: Difference[] = [];
  if (before.status !== after.status) found.push(structure('status', before.status, after.status));
  const names = new Set([...Object.keys(before.answerHeaders), ...Object.keys(after.answerHeaders)]);
  for (const name of names) {
    const [one, other] = [before.answerHeaders[name], after.answerHeaders[name]];
    if (one !== other) found.push(structure(`header ${name}`, one, other));
  }
  if (before.body === after.body) return found;
  const [one, other] = [jsonOf(before.body), jsonOf(after.body)];
  if (one === undefined || other === undefined) {
    const line = firstLineThatDiffers(before.body, after.body);
    return [...found, structure(`body, line ${line.number}`, line.before, line.after)];
  }
  const inside = [...valueDifferences(one, other, '', false)];
  // If no value differs, the members have another order or another spelling.
  return [
    ...found,
    ...(inside.length > 0 ? inside : [structure('body', before.body.slice(0, 200), after.body.slice(0, 200))]),
  ];
}

function* valueDifferences(before: unknown, after: unknown, at: string, words: boolean): Generator<Difference> {
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const coded = name === 'display' && ('code' in before || 'reference' in before);
      yield* valueDifferences(before[name], after[name], `${at}/${name}`, wordy.has(name) || coded);
    }
    if (Object.keys(before).join() !== Object.keys(after).join() && sameMembers(before, after))
      yield structure(`${at} (order)`, Object.keys(before).join(), Object.keys(after).join());
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) yield structure(`${at} (length)`, before.length, after.length);
    for (let index = 0; index < Math.min(before.length, after.length); index += 1)
      yield* valueDifferences(before[index], after[index], `${at}/${index}`, words);
    return;
  }
  if (Object.is(before, after)) return;
  if (words && typeof before === 'string' && typeof after === 'string' && factsOf(before) === factsOf(after))
    yield { kind: 'words', at, before, after };
  else yield structure(at, before, after);
}

/** Facts that a text must keep when it is reworded: numbers, phone numbers, URLs, quoted values. */
function factsOf(text: string): string {
  const facts = text.match(/https?:\/\/[^\s)"]+|"[^"]*"|\b[\w.-]+\.(?:org|gov|com)\b|[\w.+-]*\d[\w.+-]*/g) ?? [];
  return facts
    .map((fact) => fact.replace(/[.-]+$/, ''))
    .sort()
    .join(' ');
}

const structure = (at: string, before: unknown, after: unknown): Difference => ({
  kind: 'structure',
  at: at === '' ? 'body' : at,
  before: shown(before),
  after: shown(after),
});

const shown = (value: unknown): string =>
  value === undefined ? '(nothing)' : typeof value === 'string' ? value : JSON.stringify(value);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameMembers(one: object, other: object): boolean {
  return Object.keys(one).sort().join() === Object.keys(other).sort().join();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstLineThatDiffers(before: string, after: string) {
  const [ones, others] = [before.split('\n'), after.split('\n')];
  const index = ones.findIndex((line, at) => line !== others[at]);
  const at = index < 0 ? ones.length : index;
  return { number: at + 1, before: ones[at], after: others[at] };
}
