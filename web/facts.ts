import { fields, type ListField, memberFields } from '../functions/domain/fields.ts';
import type { Offering } from './answer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One line of what a listing names: a title and its values, those that were asked for first. */
export interface Fact {
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly asked: boolean }[];
}

/** What was asked for in each field; empty where anything will do. */
export type Asked = Readonly<Partial<Record<ListField, readonly string[]>>>;

/** Ways to pay decide most often, so they come first. */
const lines = [...memberFields]
  .sort((a, b) => Number(isPayer(b)) - Number(isPayer(a)))
  .map((field) => ({ field, title: fields[field].page.title, key: fields[field].member }));
type Line = (typeof lines)[number];

function isPayer(field: ListField): boolean {
  return fields[field].kind === 'payers';
}

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
