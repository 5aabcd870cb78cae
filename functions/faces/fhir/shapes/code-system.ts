import type { CodeSystem } from 'fhir/r4.js';
import type { VersionKey } from '../../../dataset/head.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';
import { metaOf } from './resources.ts';
import type { CodeSystemName, Namespace } from './systems.ts';

/**
 * One of our closed lists. Payers are a fragment: insurers that the data names are codes of the same system, with
 * `private` as their parent.
 */
export function codeSystemOf(name: CodeSystemName, namespace: Namespace, dataset: VersionKey): CodeSystem {
  const { codes, terms } = vocabularyOf(name);
  return {
    resourceType: 'CodeSystem',
    id: name,
    meta: metaOf(dataset, false),
    url: namespace.system(name),
    name: `Locator${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    title: `Values of the field "${name}"`,
    status: 'active',
    experimental: false,
    description:
      'A closed list of the treatment-program locator; its values are never removed and never change meaning.',
    caseSensitive: true,
    hierarchyMeaning: 'is-a',
    content: name === 'payer' ? 'fragment' : 'complete',
    ...(name === 'payer' ? {} : { count: codes.length }),
    property: [{ code: 'parent', type: 'code', uri: 'http://hl7.org/fhir/concept-properties#parent' }],
    concept: codes.map((code) => {
      const { label = code, synonyms = [], parent } = terms[code] ?? {};
      return {
        code,
        display: label,
        ...(synonyms.length === 0 ? {} : { designation: synonyms.map((value) => ({ language: 'en', value })) }),
        ...(parent === undefined ? {} : { property: [{ code: 'parent', valueCode: parent }] }),
      };
    }),
  };
}
