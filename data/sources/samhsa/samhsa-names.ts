import { codeRows } from './code-table.ts';

const codesOf: ReadonlyMap<string, string> = new Map(
  codeRows.map(({ category, code, name }) => [`${category}:${keyOf(name)}`, `${category}:${code}`]),
);

/** Older or shorter names that the official locator uses, with the names that the directories use. */
const olderNames: Readonly<Record<string, readonly string[]>> = {
  'TC:SA': ['Substance use', 'Substance abuse', 'Substance abuse treatment', 'Substance abuse treatment services'],
  'TC:MH': ['Mental health', 'Mental health services', 'Mental health treatment services'],
  'TC:DT': ['Detox', 'Detoxification services'],
  'TC:HH': ['Halfway house', 'Transitional housing', 'Sober home', 'Transitional housing or halfway house'],
  'SET:HI': ['Hospital inpatient', '24-hour hospital inpatient', 'Inpatient'],
  'SET:RES': ['Residential', '24-hour residential', 'Residential treatment'],
  'SET:HID': ['Hospital inpatient detox'],
  'SET:RD': ['Residential detox'],
  'SET:OD': ['Outpatient detox'],
  'SET:RL': ['Long-term residential treatment', 'Residential/long-term'],
  'SET:RS': ['Short-term residential treatment', 'Residential/short-term'],
  'SET:OIT': ['Intensive outpatient'],
  'SET:ORT': ['Regular outpatient', 'Outpatient treatment'],
  'SET:ODT': ['Outpatient day treatment', 'Outpatient day treatment/partial hospitalization'],
  'SET:PHDT': ['Partial hospitalization', 'Day treatment', 'Partial hospitalization or day treatment'],
  'SET:OMB': [
    'Outpatient methadone/buprenorphine',
    'Outpatient methadone/buprenorphine or Vivitrol',
    'Outpatient methadone/buprenorphine or naltrexone',
  ],
};
const olderCodes: ReadonlyMap<string, string> = new Map(
  Object.entries(olderNames).flatMap(([code, names]) =>
    names.map((name) => [`${code.slice(0, code.indexOf(':'))}:${keyOf(name)}`, code]),
  ),
);

const categories: ReadonlySet<string> = new Set(codeRows.map(({ category }) => category));
/** The codes of names that occur in only one category, by name. */
const uniqueNames: ReadonlyMap<string, string> = new Map(
  [...Map.groupBy(codeRows, ({ name }) => keyOf(name))].flatMap(([name, [row, ...others]]) =>
    row === undefined || others.length > 0 ? [] : [[name, `${row.category}:${row.code}`] as const],
  ),
);
/** The categories of languages. Older exports have one category for both. */
const languageCategories = ['SL', 'OL'];

/**
 * Finds `CATEGORY:CODE` by a service's name, ignoring case and punctuation: the official locator's export has names where
 * the directories have codes. In a category that the directories do not have, a name must be unique. Null if the
 * directories do not have the name.
 */
export function codeOfName(category: string, name: string): string | null {
  const [own, key] = [category.trim().toUpperCase(), keyOf(name)];
  const found = codesOf.get(`${own}:${key}`) ?? olderCodes.get(`${own}:${key}`);
  if (found !== undefined) return found;
  if (languageCategories.includes(own) || /^LANG/.test(own)) {
    return languageCategories.map((each) => codesOf.get(`${each}:${key}`)).find((code) => code !== undefined) ?? null;
  }
  return categories.has(own) ? null : (uniqueNames.get(key) ?? null);
}

const byCode: ReadonlyMap<string, string> = new Map(
  codeRows.map(({ category, code }) => [code, `${category}:${code}`]),
);

/**
 * Returns a code as `CATEGORY:CODE`. The code alone is unique among all categories. Null if the directories do not have
 * it.
 */
export const qualifiedCode = (code: string): string | null => byCode.get(code.trim().toUpperCase()) ?? null;

/** True if a text is the code of a category, for example `SET`. */
export const isCategory = (text: string): boolean => categories.has(text.trim().toUpperCase());

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
