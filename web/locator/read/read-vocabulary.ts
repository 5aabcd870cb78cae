// In a file of its own because the class Vocabulary is needed at the start, while the table of fields is loaded later.
import { listFields } from '../../words/fields.ts';
import { type Term, Vocabulary } from './vocabulary.ts';

/** Reads the answer of `/v1/taxonomy`. Leaves out everything that does not have the expected shape. */
export function readVocabulary(body: unknown): Vocabulary {
  const { filters: lists } = body as { readonly filters: Readonly<Record<string, unknown>> };
  return new Vocabulary(
    new Map(
      listFields.flatMap((field) => {
        const list = lists[field];
        return Array.isArray(list) ? [[field, list.flatMap(readTerm)] as const] : [];
      }),
    ),
  );
}

function readTerm(item: unknown): Term[] {
  const { value, label, parent, centers } = item as Readonly<Record<string, unknown>>;
  if (typeof value !== 'string' || typeof label !== 'string') return [];
  return [
    {
      value,
      label,
      parent: typeof parent === 'string' ? parent : null,
      centers: typeof centers === 'number' ? centers : 0,
    },
  ];
}
