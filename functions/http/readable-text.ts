/**
 * The texts of a body to check for danger to a life. In JSON each string, name or value, is one text: names such as
 * "tools/call" between them are the API's words, not the caller's. So is each name and value of a form. Any other body
 * is one text. Runs in browsers too.
 */
export function textsOfBody(body: string): readonly string[] {
  // Reads the raw text: parsing keeps only the last of two equal names.
  if (FORM.test(body)) return [...new URLSearchParams(body)].flat();
  const strings = isJson(body) ? (body.match(JSON_STRING) ?? []) : [body];
  return strings.map((text) => percentDecoded(unescaped(text)));
}

/** Matches encoded form data: everything except letters, digits and a few marks is percent-encoded. */
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

/** Unescapes JSON text even if it is malformed: parsing would lose a faulty body. */
function unescaped(json: string): string {
  return json.replace(JSON_ESCAPE, (_, unit?: string) =>
    unit === undefined ? ' ' : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/** Decodes percent-encoded text, such as a form's body. Bytes that are not UTF-8 become spaces. */
export function percentDecoded(text: string): string {
  return text.replace(PERCENT_RUN, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return ' ';
    }
  });
}
