import { percentDecoded, textsOfBody } from './readable-text.ts';

/**
 * Every text that a caller wrote into a request, collected before anything is checked: names and values of the query
 * (all values of a repeated parameter are one text), the body in any form, and the path if it has more than names and
 * ids. Accepts any event, even a malformed one, and never throws. Only for reading in memory: nothing of it is stored
 * or logged.
 */
export function textsOf(event: unknown): readonly string[] {
  if (!isRecord(event)) return [];
  const { path, body, isBase64Encoded, multiValueQueryStringParameters: query } = event;
  const texts: string[] = [];
  if (typeof path === 'string' && !PLAIN_PATH.test(path)) texts.push(path);
  for (const [name, values] of isRecord(query) ? Object.entries(query) : []) {
    texts.push(name, (Array.isArray(values) ? values : [values]).filter(isText).join(' '));
  }
  const bodies = isText(body)
    ? textsOfBody(isBase64Encoded === true ? Buffer.from(body, 'base64').toString() : body)
    : [];
  return [...texts.map(percentDecoded), ...bodies];
}

const PLAIN_PATH = /^[\w/.~-]*$/;
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
