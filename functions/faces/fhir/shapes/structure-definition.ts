import type { ElementDefinition, StructureDefinition } from 'fhir/r4.js';
import type { VersionKey } from '../../../dataset/head.ts';
import { yesNoFields } from '../../../domain/fields.ts';
import { computable } from './code-system.ts';
import { metaOf } from './resources.ts';
import type { Namespace } from './systems.ts';

/** A FHIR type of an extension's value. */
type ValueType = 'boolean' | 'code' | 'CodeableConcept' | 'date' | 'dateTime' | 'decimal' | 'Range' | 'string' | 'uri';

/** An extension that resources here may have. */
interface ExtensionNote {
  readonly title: string;
  readonly description: string;
  /** Elements that may have the extension. */
  readonly on: readonly string[];
  /** True if an element may have the extension several times. */
  readonly many?: true;
  /** Type of the extension's value, or the names and types of its parts if it has parts. */
  readonly value: ValueType | Readonly<Record<string, { readonly type: ValueType; readonly max: '1' | '*' }>>;
}

const one = (type: ValueType) => ({ type, max: '1' }) as const;
const service = ['HealthcareService'];
const search = ['Bundle.entry.search'];

/** All our own extensions, by the last part of their URL. */
export const extensions: Readonly<Record<string, ExtensionNote>> = {
  source: {
    title: 'Source',
    description: 'A directory or site that lists the center, and as of when.',
    on: ['Location'],
    many: true,
    value: { name: one('string'), asOf: one('date') },
  },
  'position-accuracy': {
    title: 'Accuracy of the position',
    description:
      'Whether the position is the address (address), its street (street) or only the middle of its ZIP (zip).',
    on: ['Location'],
    value: 'code',
  },
  'unknown-level': {
    title: 'Unknown level of care',
    description: 'A level of care that the center’s sources have no word for: it may offer it.',
    on: ['Location'],
    many: true,
    value: 'CodeableConcept',
  },
  confirmation: {
    title: 'Confirmation by admissions',
    description:
      'Whether admissions confirmed the program, when, until when that holds, and whether it takes new clients.',
    on: service,
    value: {
      state: one('code'),
      confirmedAt: one('dateTime'),
      expiresAt: one('dateTime'),
      intake: one('code'),
      intakeAsOf: one('dateTime'),
      intakeUntil: one('dateTime'),
    },
  },
  schedule: {
    title: 'Schedule',
    description: 'How many sessions and hours a week, and for how many weeks.',
    on: service,
    value: {
      sessionsPerWeek: one('Range'),
      hoursPerSession: one('decimal'),
      hoursPerWeek: one('decimal'),
      weeks: one('Range'),
    },
  },
  'from-provider': {
    title: 'Stated by the provider',
    description: 'Which facts the provider states on its own site, and how old they are.',
    on: service,
    value: {
      source: one('uri'),
      asOf: one('date'),
      readOn: one('date'),
      staleOn: one('date'),
      failingSince: one('date'),
      fact: { type: 'code', max: '*' },
    },
  },
  ...Object.fromEntries(
    yesNoFields.map((field): [string, ExtensionNote] => [
      field,
      {
        title: computable(field),
        description: `The field "${field}"; absent if unknown.`,
        on: service,
        value: 'boolean',
      },
    ]),
  ),
  'phone-purpose': {
    title: 'Purpose of the number',
    description: 'What the number is for.',
    on: ['ContactPoint'],
    value: 'code',
  },
  'answered-by': {
    title: 'Who answers',
    description: 'Who answers the number.',
    on: ['ContactPoint'],
    value: 'code',
  },
  'distance-approximate': {
    title: 'Approximate distance',
    description: 'True if the center’s point is only its ZIP’s, so that the distance is approximate.',
    on: search,
    value: 'boolean',
  },
  certainty: {
    title: 'Certainty',
    description: 'listed if the entry matches, unknown if its sources cannot say.',
    on: search,
    value: 'code',
  },
  ask: {
    title: 'What to ask',
    description: 'A field to ask the center about, since its sources cannot say.',
    on: search,
    many: true,
    value: 'code',
  },
};

/** Builds the definition of an extension that resources refer to by its URL. */
export function structureDefinitionOf(
  name: string,
  { title, description, on, many, value }: ExtensionNote,
  namespace: Namespace,
  dataset: VersionKey,
): StructureDefinition {
  const url = namespace.extension(name);
  return {
    resourceType: 'StructureDefinition',
    id: name,
    meta: metaOf(dataset, false),
    url,
    name: `Locator${computable(name)}`,
    title,
    status: 'active',
    experimental: false,
    description,
    fhirVersion: '4.0.1',
    kind: 'complex-type',
    abstract: false,
    context: on.map((expression) => ({ type: 'element', expression })),
    type: 'Extension',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
    derivation: 'constraint',
    differential: {
      element: [
        { id: 'Extension', path: 'Extension', short: title, definition: description, min: 0, max: many ? '*' : '1' },
        ...(typeof value === 'string' ? [none('Extension.extension')] : Object.entries(value).flatMap(partOf)),
        { id: 'Extension.url', path: 'Extension.url', fixedUri: url },
        typeof value === 'string' ? valueAt('Extension.value[x]', value) : none('Extension.value[x]'),
      ],
    },
  };
}

function partOf([name, { type, max }]: [string, { type: ValueType; max: string }]): ElementDefinition[] {
  const id = `Extension.extension:${name}`;
  return [
    { id, path: 'Extension.extension', sliceName: name, min: 0, max },
    { ...none('Extension.extension.extension'), id: `${id}.extension` },
    { id: `${id}.url`, path: 'Extension.extension.url', fixedUri: name },
    { ...valueAt('Extension.extension.value[x]', type), id: `${id}.value[x]` },
  ];
}

const none = (path: string): ElementDefinition => ({ id: path, path, max: '0' });
const valueAt = (path: string, type: ValueType): ElementDefinition => ({
  id: path,
  path,
  min: 1,
  type: [{ code: type }],
});
