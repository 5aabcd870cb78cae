import type { CodeSystem, CodeSystemConcept } from 'fhir/r4.js';
import type { VersionKey } from '../../../dataset/head.ts';
import { closedFields } from '../../../domain/fields.ts';
import { levels, levelTerm } from '../../../domain/level-of-care.ts';
import { onlys } from '../../../domain/only.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';
import { metaOf } from './resources.ts';
import { type CodeSystemName, codeSystemNames, type Namespace, type OtherCodeSystem } from './systems.ts';

type Name = CodeSystemName | OtherCodeSystem;

/** The properties of one code system. */
interface Own extends Pick<CodeSystem, 'title' | 'description' | 'content' | 'copyright'> {
  readonly concept: readonly CodeSystemConcept[];
}

const closed = 'A closed list of the treatment-program locator; its values are never removed and never change meaning.';

const others: Readonly<Record<OtherCodeSystem, () => Own>> = {
  only: () => ({
    title: 'The only people who are served',
    description: closed,
    content: 'complete',
    concept: conceptsOf(onlys),
  }),
  'asam-3': () => asam('3', 'third edition (2013)'),
  'asam-4': () => asam('4', 'fourth edition (2023)'),
  samhsa: () => ({
    title: 'Codes of SAMHSA’s National Directories',
    description: 'As CATEGORY:CODE, those that our own values stand for. SAMHSA keeps the whole list.',
    content: 'fragment',
    concept: [...new Set(closedFields.flatMap((field) => samhsaOf(vocabularyOf(field))))]
      .sort()
      .map((code) => ({ code })),
  }),
};

/**
 * The payers are a "fragment" (an incomplete list) in FHIR's terms: insurers named in the data are codes of the same
 * system, with `private` as their parent.
 */
function ofField(name: CodeSystemName): Own {
  return {
    title: `Values of the field "${name}"`,
    description: closed,
    content: name === 'payer' ? 'fragment' : 'complete',
    concept: conceptsOf(vocabularyOf(name)),
  };
}

function asam(edition: '3' | '4', called: string): Own {
  const codes = levels.codes.flatMap((level) =>
    levelTerm(level).asam.flatMap((one) => (one.edition === edition ? [one.code] : [])),
  );
  return {
    title: `Levels of care of The ASAM Criteria, ${called}`,
    description:
      'The codes that our levels of care correspond to; records may have others of the same edition, such as a level of withdrawal management. ASAM keeps the criteria, which are not repeated here.',
    content: 'fragment',
    copyright: 'The ASAM Criteria are the American Society of Addiction Medicine’s.',
    concept: [...new Set(codes)].sort().map((code) => ({ code })),
  };
}

const samhsaOf = ({ codes, terms }: Vocabulary<string>): readonly string[] =>
  codes.flatMap((code) => terms[code]?.samhsa ?? []);

function conceptsOf({ codes, terms }: Vocabulary<string>): CodeSystemConcept[] {
  return codes.map((code) => {
    const { label = code, synonyms = [], parent } = terms[code] ?? {};
    return {
      code,
      display: label,
      ...(synonyms.length === 0 ? {} : { designation: synonyms.map((value) => ({ language: 'en', value })) }),
      ...(parent === undefined ? {} : { property: [{ code: 'parent', valueCode: parent }] }),
    };
  });
}

/** Builds the code system that codings refer to by its URL. */
export function codeSystemOf(name: Name, namespace: Namespace, dataset: VersionKey): CodeSystem {
  const field = codeSystemNames.find((one) => one === name);
  const { concept, ...own } = field === undefined ? others[name as OtherCodeSystem]() : ofField(field);
  return {
    resourceType: 'CodeSystem',
    id: name,
    meta: metaOf(dataset, false),
    url: namespace.system(name),
    name: `Locator${computable(name)}`,
    status: 'active',
    experimental: false,
    caseSensitive: true,
    hierarchyMeaning: 'is-a',
    ...own,
    ...(own.content === 'complete' ? { count: concept.length } : {}),
    property: [{ code: 'parent', type: 'code', uri: 'http://hl7.org/fhir/concept-properties#parent' }],
    concept: [...concept],
  };
}

/** A computable name as FHIR wants it: `asam-3` becomes `Asam3`. */
export const computable = (name: string): string =>
  name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
