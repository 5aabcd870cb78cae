import type { ListField, Offering } from './answer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One line of what a listing names: a title and its values, those that were asked for first. */
export interface Fact {
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly asked: boolean }[];
}

/** What was asked for in each field; empty where anything will do. */
export type Asked = Readonly<Partial<Record<ListField, readonly string[]>>>;

const lines = [
  { title: 'Ways to pay', field: 'payer', key: 'payers' },
  { title: 'Treats', field: 'condition', key: 'conditions' },
  { title: 'Programs for', field: 'population', key: 'populations' },
  { title: 'Therapies', field: 'therapy', key: 'therapies' },
  { title: 'Languages', field: 'language', key: 'languages' },
  { title: 'In person or online', field: 'modality', key: 'modalities' },
] as const;
type Line = (typeof lines)[number];

/**
 * What several offerings of one center have in common, and what each has of its own.
 * Listings repeat a center's facts for every offering; a reader needs them once.
 */
export function splitFacts(offerings: readonly Offering[], asked: Asked, vocabulary: Vocabulary) {
  const [first] = offerings;
  const common = lines.filter(({ key }) => offerings.every((offering) => same(offering[key], first?.[key] ?? [])));
  const facts = (offering: Offering | undefined, wanted: readonly Line[]) =>
    wanted.flatMap((line) => fact(line, offering?.[line.key] ?? [], asked, vocabulary));
  return {
    common: facts(first, common),
    own: offerings.map((offering) =>
      facts(
        offering,
        lines.filter((line) => !common.includes(line)),
      ),
    ),
  };
}

function fact({ title, field }: Line, listed: readonly string[], asked: Asked, vocabulary: Vocabulary): Fact[] {
  if (listed.length === 0) return [];
  const values = listed.map((value) => ({
    label: vocabulary.label(field, value),
    asked: asked[field]?.includes(value) ?? false,
  }));
  return [{ title, values: values.toSorted((a, b) => Number(b.asked) - Number(a.asked)) }];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
