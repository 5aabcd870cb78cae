import type { CodeableConcept, Coding } from 'fhir/r4.js';
import { type ClosedField, closedFields } from '../../../domain/fields.ts';
import type { AsamCode, Level } from '../../../domain/level-of-care.ts';
import { levelTerm } from '../../../domain/level-of-care.ts';
import { insurerLabel, isPayerKind } from '../../../domain/payer.ts';
import type { State } from '../../../domain/state.ts';
import { labelInState } from '../../../domain/state-label.ts';
import { vocabularyOf } from '../../../domain/vocabularies.ts';

/** Our closed lists that are code systems. Each name is the last part of the code system's URL. */
export type CodeSystemName = ClosedField;
export const codeSystemNames: readonly CodeSystemName[] = closedFields;

/**
 * Our code systems that do not belong to a search field: the restrictions to groups of people (`only`), and other
 * organizations' codes as we use them.
 */
export const otherCodeSystems = ['only', 'asam-3', 'asam-4', 'samhsa'] as const;
export type OtherCodeSystem = (typeof otherCodeSystems)[number];

/** URLs of code systems that other organizations maintain. */
export const systems = {
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  revenue: 'https://www.nubc.org/CodeSystem/RevenueCodes',
  category: 'http://hl7.org/fhir/us/davinci-pdex-plan-net/CodeSystem/HealthcareServiceCategoryCS',
  provision: 'http://terminology.hl7.org/CodeSystem/service-provision-conditions',
  organizationType: 'http://terminology.hl7.org/CodeSystem/organization-type',
  physicalType: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
  language: 'urn:ietf:bcp:47',
  ucum: 'http://unitsofmeasure.org',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
} as const;

export const distanceUrl = 'http://hl7.org/fhir/StructureDefinition/location-distance';

/** URLs that begin our own code systems, extensions and identifiers, and links to resources. */
export class Namespace {
  /** URL that begins links to resources. It is on the requested domain. */
  readonly base: string;
  /** URL that begins identifiers. It is the same on every domain. */
  readonly #names: string;

  /**
   * Both URLs without a closing slash.
   * @param apiUrl URL on the requested domain.
   */
  constructor(publicUrl: string, apiUrl: string = publicUrl) {
    this.base = `${apiUrl}/fhir`;
    this.#names = `${publicUrl}/fhir`;
  }

  system(name: CodeSystemName | OtherCodeSystem): string {
    return `${this.#names}/CodeSystem/${name}`;
  }

  /** URL of the code system for restrictions to groups of people. It is not a search field. */
  get only(): string {
    return this.system('only');
  }

  /** ASAM's criteria have no commonly used URL, so we give each edition its own. */
  asam({ edition }: Pick<AsamCode, 'edition'>): string {
    return this.system(`asam-${edition}`);
  }

  /** Codes of SAMHSA's National Directories, as `CATEGORY:CODE`. */
  get samhsa(): string {
    return this.system('samhsa');
  }

  identifier(of: 'center' | 'offering' | 'organization'): string {
    return `${this.#names}/identifier/${of}`;
  }

  extension(name: string): string {
    return `${this.#names}/StructureDefinition/${name}`;
  }
}

/**
 * A value of one of our lists, with its codes in SAMHSA's directories.
 * @param state State of the center, named in the text of values that differ by state, such as its Medicaid.
 */
export function conceptOf(name: CodeSystemName, code: string, namespace: Namespace, state?: State): CodeableConcept {
  const { terms } = vocabularyOf(name);
  const term = Object.hasOwn(terms, code) ? terms[code] : undefined;
  const display = term?.label ?? insurerLabel(code);
  const own: Coding = { system: namespace.system(name), code, display };
  const samhsa = (term?.samhsa ?? []).map((one): Coding => ({ system: namespace.samhsa, code: one }));
  const text = state === undefined ? display : labelInState(name, code, display, state);
  return { coding: [own, ...samhsa], text };
}

/** A level of care: our own code, ASAM's, SAMHSA's, and its billing codes. */
export function levelConcept(level: Level, asam: AsamCode | null, namespace: Namespace): CodeableConcept {
  const { hcpcs, revenue } = levelTerm(level);
  const { coding: [own, ...samhsa] = [], text = level } = conceptOf('level', level, namespace);
  const stated = asam === null ? [] : [{ system: namespace.asam(asam), version: asam.edition, code: asam.code }];
  return {
    coding: [
      ...(own === undefined ? [] : [{ ...own, userSelected: true }]),
      ...stated,
      ...samhsa,
      ...hcpcs.map((code) => ({ system: systems.hcpcs, code })),
      ...revenue.map((code) => ({ system: systems.revenue, code })),
    ],
    text,
  };
}

/** FHIR's own codes for free and reduced-price care. */
export function provisionOf(payersOfOffering: readonly string[]): CodeableConcept[] {
  const found: CodeableConcept[] = [];
  if (payersOfOffering.includes('free')) found.push(concept(systems.provision, 'free', 'Free'));
  if (payersOfOffering.includes('sliding-scale')) {
    found.push(concept(systems.provision, 'disc', 'Discounts Available'));
  }
  if (payersOfOffering.some((payer) => payer === 'self-pay' || payer === 'private' || !isPayerKind(payer))) {
    found.push(concept(systems.provision, 'cost', 'Fees apply'));
  }
  return found;
}

export function concept(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }], text: display };
}
