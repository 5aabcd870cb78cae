import { stateOf } from '../../../functions/places/postal-states.ts';

/**
 * Splits a whole address that is in one cell: `10 West Main Street, Suite 4, Phoenix, AZ 85004`. The city must be
 * between commas or on a line of its own, because otherwise nothing shows where the street ends.
 * @throws naming the column, if a part is missing.
 */
export function addressIn(name: string, text: string): Record<'street' | 'city' | 'state' | 'zip', string> {
  const lines = text
    .split(/[,\r\n]+/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  if (/^(?:usa?|u\.s\.(?:a\.)?|united states(?: of america)?)$/i.test(lines.at(-1) ?? '')) lines.pop();
  const [, beforeZip = '', zip] = /^(.*?)\s*\b(\d{5})(?:-?\d{4})?$/.exec(lines.pop() ?? '') ?? [];
  const rest = [...lines, beforeZip].filter((line) => line !== '');
  const last = rest.pop() ?? '';
  const words = last.split(' ');
  // Uses the longest end of the line that is a state's name: "New Jersey" rather than "Jersey".
  const at = words.findIndex((_, index) => stateOf(words.slice(index).join(' ')) !== null);
  const city = at > 0 ? words.slice(0, at).join(' ') : (rest.pop() ?? '');
  const state = at < 0 ? '' : words.slice(at).join(' ');
  const street = rest.join(', ');
  if (zip === undefined || state === '' || city === '' || street === '') {
    throw new Error(
      `${name}: "${text.slice(0, 80)}" is not a whole address such as "10 West Main Street, Suite 4, Phoenix, AZ 85004"`,
    );
  }
  return { street, city, state, zip };
}
