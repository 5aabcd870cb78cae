import { faultAt, unknownName } from '../../../http/faults.ts';
import type { Fault } from '../../../http/problem.ts';
import type { Request } from '../../../http/request-shape.ts';
import { fieldKinds } from './field-forms.ts';

/** Names of all fields of a search. */
export const fieldNamesOfSearch = Object.keys(fieldKinds);

/** Names of the fields that have a value, even a faulty one. */
export function filledOf(fields: Iterable<readonly [string, unknown]>): Set<string> {
  return new Set([...fields].flatMap(([name, value]) => (isFilled(value) ? [name] : [])));
}

/** True for anything except null and blank text. */
const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

type TextForm = 'text' | 'list' | 'number' | 'boolean';
type Kinds = Readonly<Record<string, TextForm>>;

/**
 * Converts a query string to the form of the JSON body. Names every parameter that cannot be converted.
 * @param kinds What each parameter's text becomes.
 */
export function bodyOfQuery(
  query: Request['query'],
  kinds: Kinds = fieldKinds,
): { body: Record<string, unknown>; faults: Fault[] } {
  const body: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, values] of mergedLists(query, kinds)) {
    const [text = ''] = values;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined)
      faults.push(faultAt([name], unknownName(name, 'a parameter', Object.keys(kinds)), 'parameter'));
    else if (values.length > 1) faults.push(faultAt([name], 'is given more than once', 'parameter'));
    else if (!isFilled(text)) faults.push(faultAt([name], 'is empty; leave it out or give a value', 'parameter'));
    else body[name] = valueOfText(text, kind);
  }
  return { body, faults };
}

function valueOfText(text: string, kind: TextForm): unknown {
  const trimmed = text.trim();
  if (kind === 'list') return trimmed.split(',').map((item) => item.trim());
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (kind === 'boolean') return trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed;
  return trimmed;
}

/** `level=iop&level=php` and `level[]=iop&level[]=php` mean `level=iop,php`. Other parameters keep all their values. */
function mergedLists(query: Request['query'], kinds: Kinds): ReadonlyMap<string, readonly string[]> {
  const merged = new Map<string, readonly string[]>();
  for (const [name, values] of query) {
    const field = name.endsWith('[]') ? name.slice(0, -2) : name;
    if (!Object.hasOwn(kinds, field) || kinds[field] !== 'list') merged.set(name, values);
    else merged.set(field, [[...(merged.get(field) ?? []), ...values].join(',')]);
  }
  return merged;
}
