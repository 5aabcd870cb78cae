import { postalStates } from '../functions/places/postal-states.ts';

const names = new Map<string, string>(postalStates);

/** `FL` as `Florida`; a code that is no state's stays as it is. */
export function stateName(code: string): string {
  return names.get(code) ?? code;
}

/** `Arizona, Colorado and Nevada`. */
export function listText(items: readonly string[], word = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
