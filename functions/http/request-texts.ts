/**
 * Every text that a caller wrote into a request, read before anything is checked: names and values of the query (the
 * values of a repeated parameter as one text), the body whatever its form, and a path that is more than names and ids.
 * Takes any event, also one that is malformed, and never throws. For reading in memory only: nothing of it is kept or logged.
 */
export function textsOf(event: unknown): readonly string[] {
  if (!isRecord(event)) return [];
  const { path, body, isBase64Encoded, multiValueQueryStringParameters: query } = event;
  const texts: string[] = [];
  if (typeof path === 'string' && !PLAIN_PATH.test(path)) texts.push(path);
  for (const [name, values] of isRecord(query) ? Object.entries(query) : []) {
    texts.push(name, (Array.isArray(values) ? values : [values]).filter(isText).join(' '));
  }
  if (isText(body)) texts.push(unescaped(isBase64Encoded === true ? Buffer.from(body, 'base64').toString() : body));
  return texts.map(percentDecoded);
}

/** The text that {@link textsOf} reads from a JSON body. Runs in browsers too. */
export const textOfBody = (json: string): string => percentDecoded(unescaped(json));

const PLAIN_PATH = /^[\w/.~-]*$/;
const JSON_ESCAPE = /\\(?:u([\da-f]{4})|.)/gi;
const PERCENT_RUN = /(?:%[\da-f]{2})+/gi;

/** The letters of a JSON text, whether or not it is well formed: parsing would lose a body with a fault. */
function unescaped(json: string): string {
  return json.replace(JSON_ESCAPE, (_, unit?: string) =>
    unit === undefined ? ' ' : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/** What is still percent-encoded, such as a form's body; a run that is no UTF-8 only separates words. */
function percentDecoded(text: string): string {
  return text.replace(PERCENT_RUN, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return ' ';
    }
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
