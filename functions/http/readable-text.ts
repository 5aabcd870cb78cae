/** The text of a JSON body as it is read for words of a life in danger. Runs in browsers too. */
export const textOfBody = (json: string): string => percentDecoded(unescaped(json));

const JSON_ESCAPE = /\\(?:u([\da-f]{4})|.)/gi;
const PERCENT_RUN = /(?:%[\da-f]{2})+/gi;

/** The letters of a JSON text, whether or not it is well formed: parsing would lose a body with a fault. */
export function unescaped(json: string): string {
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
