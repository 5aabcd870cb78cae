/**
 * The texts of a body as they are read for words of a life in danger. In JSON each string, name or value, is a text by
 * itself: names such as "tools/call" between them are the API's words, not the caller's. So is each name and value of a
 * form. Any other body is one text.
 * Runs in browsers too.
 */
export function textsOfBody(body: string): readonly string[] {
  // Not from the parsed value, which keeps only the last of two equal names.
  if (FORM.test(body)) return [...new URLSearchParams(body)].flat();
  const strings = isJson(body) ? (body.match(JSON_STRING) ?? []) : [body];
  return strings.map((text) => percentDecoded(unescaped(text)));
}

/** Names and values as forms are sent: everything but letters, digits and a few marks is percent-encoded. */
const FORM = /^[\w.*+%~-]+=[\w.*+%~&=-]*$/;
const JSON_STRING = /"(?:[^"\\]|\\.)*"/g;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const JSON_ESCAPE = /\\(?:u([\da-f]{4})|.)/gi;
const PERCENT_RUN = /(?:%[\da-f]{2})+/gi;

/** The letters of a JSON text, whether or not it is well formed: parsing would lose a body with a fault. */
function unescaped(json: string): string {
  return json.replace(JSON_ESCAPE, (_, unit?: string) =>
    unit === undefined ? ' ' : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/** What is still percent-encoded, such as a form's body; a run that is no UTF-8 only separates words. */
export function percentDecoded(text: string): string {
  return text.replace(PERCENT_RUN, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return ' ';
    }
  });
}
