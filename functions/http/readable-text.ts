/**
 * The texts of a body that must be checked for danger to life. In JSON, each string is one text, both property names
 * and values; in a form, each name and value. Any other body is one text. Runs in browsers too.
 */
export function textsOfBody(body: string): readonly string[] {
  // Looks at the raw JSON text, because parsing keeps only the last of two properties with the same name.
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
