import type {
  ContactPoint,
  Extension,
  Location as FhirLocation,
  Organization as FhirOrganization,
  HealthcareService,
  Meta,
  Reference,
} from 'fhir/r4.js';
import type { VersionKey } from '../../../dataset/head.ts';
import type { Center } from '../../../domain/center.ts';
import { displayPhone } from '../../../domain/contact.ts';
import { fields, isClosed, yesNoFields } from '../../../domain/fields.ts';
import { type FromProvider, providerUrl } from '../../../domain/from-provider.ts';
import { languageLabel } from '../../../domain/language.ts';
import { impliedAsam } from '../../../domain/level-of-care.ts';
import { type Offering, offeringName, valuesIn } from '../../../domain/offering.ts';
import { onlys } from '../../../domain/only.ts';
import type { Organization } from '../../../domain/organization.ts';
import type { Schedule } from '../../../domain/schedule-schema.ts';
import { locationId, organizationId, serviceId } from './ids.ts';
import { fieldsOfParameter } from './parameters.ts';
import { concept, conceptOf, levelConcept, type Namespace, provisionOf, systems } from './systems.ts';

/** Dataset and base URLs, which every resource is made with. */
export interface Making {
  readonly namespace: Namespace;
  /** A dataset is published as a whole, so its version is the version of each resource. */
  readonly dataset: VersionKey;
}

/** A center as a Location. */
export function locationOf(center: Center, { namespace, dataset }: Making): FhirLocation {
  const { street, city, state, zip } = center.address;
  const { lat, lng, accuracy } = center.location;
  return {
    resourceType: 'Location',
    id: locationId(center.id),
    meta: metaOf(dataset, center.sample),
    extension: [
      ...center.sources.map(
        ({ name, asOf }): Extension => ({
          url: namespace.extension('source'),
          extension: [
            { url: 'name', valueString: name },
            { url: 'asOf', valueDate: asOf },
          ],
        }),
      ),
      { url: namespace.extension('position-accuracy'), valueCode: accuracy },
      ...center.unknownLevels.map(
        (level): Extension => ({
          url: namespace.extension('unknown-level'),
          valueCodeableConcept: conceptOf('level', level, namespace),
        }),
      ),
    ],
    identifier: [{ system: namespace.identifier('center'), value: center.id }],
    status: 'active',
    name: center.name,
    ...(center.alternateNames.length === 0 ? {} : { alias: [...center.alternateNames] }),
    mode: 'instance',
    telecom: telecomOf(center, namespace),
    address: {
      use: 'work',
      type: 'physical',
      text: [street, city, `${state} ${zip}`].filter((part) => part !== null).join(', '),
      ...someOf('line', street === null ? [] : [street]),
      city,
      state,
      postalCode: zip,
      country: 'US',
    },
    physicalType: concept(systems.physicalType, 'si', 'Site'),
    position: { longitude: lng, latitude: lat },
    managingOrganization: organizationReference(center.organization),
  };
}

/** An offering as a HealthcareService at its center. */
export function serviceOf(center: Center, offering: Offering, { namespace, dataset }: Making): HealthcareService {
  const { level, asam, only, schedule, payers, languages } = offering;
  const provision = provisionOf(payers);
  const concepts = (parameter: string) =>
    fieldsOfParameter(parameter)
      .filter(isClosed)
      .flatMap((field) =>
        valuesIn(offering, field).map((code) => conceptOf(field, code, namespace, center.address.state)),
      );
  return {
    resourceType: 'HealthcareService',
    id: serviceId(center.id, offering.id),
    meta: metaOf(dataset, center.sample),
    extension: [
      confirmationOf(offering, namespace),
      ...(schedule === null ? [] : [scheduleOf(schedule, namespace)]),
      ...(offering.fromProvider === undefined ? [] : [fromProviderOf(offering.fromProvider, namespace)]),
      ...yesNoFields.flatMap((field) => {
        const value = offering[fields[field].member];
        return value === null ? [] : [{ url: namespace.extension(field), valueBoolean: value }];
      }),
    ],
    identifier: [{ system: namespace.identifier('offering'), value: offering.id }],
    active: offering.confirmation.state !== 'denied',
    providedBy: organizationReference(center.organization),
    category: [concept(systems.category, 'behav', 'Behavioral Health')],
    type: [levelConcept(level, asam ?? impliedAsam(level), namespace)],
    ...someOf('specialty', concepts('specialty')),
    location: [{ reference: `Location/${locationId(center.id)}`, display: center.name }],
    name: offeringName(center, offering),
    comment: 'Confirm with admissions that the center offers the program.',
    telecom: telecomOf(center, namespace),
    ...someOf('serviceProvisionCode', provision),
    ...someOf(
      'eligibility',
      only.map((one) => ({
        code: concept(namespace.only, one, onlys.terms[one].label),
        comment: `Only ${onlys.terms[one].label}.`,
      })),
    ),
    ...someOf('program', concepts('program')),
    ...someOf('characteristic', concepts('characteristic')),
    ...someOf(
      'communication',
      languages.map((code) => concept(systems.language, code, languageLabel(code))),
    ),
  };
}

/** An organization as a resource. */
export function organizationOf({ slug, name }: Organization, { namespace, dataset }: Making): FhirOrganization {
  return {
    resourceType: 'Organization',
    id: organizationId(slug),
    meta: metaOf(dataset, false),
    identifier: [{ system: namespace.identifier('organization'), value: slug }],
    active: true,
    type: [concept(systems.organizationType, 'prov', 'Healthcare Provider')],
    name,
  };
}

/** Metadata of a resource. Replaces underscores in the dataset's version, because a FHIR id cannot have any. */
export function metaOf({ version, publishedAt }: VersionKey, sample: boolean): Meta {
  return {
    versionId: version.replaceAll('_', '.'),
    lastUpdated: publishedAt,
    ...(sample ? { tag: [{ system: systems.actReason, code: 'HTEST', display: 'test health data' }] } : {}),
  };
}

function organizationReference({ slug, name }: Organization): Reference {
  return { reference: `Organization/${organizationId(slug)}`, display: name };
}

/** Each phone number has an extension that says who answers it. */
function telecomOf({ phones, website }: Center, namespace: Namespace): ContactPoint[] {
  const numbers = phones.map(
    (phone, index): ContactPoint => ({
      extension: [
        { url: namespace.extension('phone-purpose'), valueCode: phone.purpose },
        { url: namespace.extension('answered-by'), valueCode: phone.answeredBy },
      ],
      system: 'phone',
      value: displayPhone(phone),
      use: 'work',
      rank: index + 1,
    }),
  );
  return website === null ? numbers : [...numbers, { system: 'url', value: website, use: 'work' }];
}

/** The confirmation as recorded. It may have expired: readers compare `expiresAt` with the current time. */
function confirmationOf({ confirmation, intake }: Offering, namespace: Namespace): Extension {
  const { state, confirmedAt, expiresAt } = confirmation;
  return {
    url: namespace.extension('confirmation'),
    extension: [
      { url: 'state', valueCode: state },
      ...(confirmedAt === null ? [] : [{ url: 'confirmedAt', valueDateTime: confirmedAt }]),
      ...(expiresAt === null ? [] : [{ url: 'expiresAt', valueDateTime: expiresAt }]),
      { url: 'intake', valueCode: intake.state },
      ...(intake.asOf === null ? [] : [{ url: 'intakeAsOf', valueDateTime: intake.asOf }]),
      ...(intake.until === undefined ? [] : [{ url: 'intakeUntil', valueDateTime: intake.until }]),
    ],
  };
}

/**
 * Facts that the provider states on its own site. They are too old from `staleOn` on; readers compare it with today's
 * date.
 */
function fromProviderOf(word: FromProvider, namespace: Namespace): Extension {
  const { host, asOf, readOn, staleOn, failingSince, facts } = word;
  return {
    url: namespace.extension('from-provider'),
    extension: [
      { url: 'source', valueUri: providerUrl(host) },
      { url: 'asOf', valueDate: asOf },
      { url: 'readOn', valueDate: readOn },
      { url: 'staleOn', valueDate: staleOn },
      ...(failingSince === undefined ? [] : [{ url: 'failingSince', valueDate: failingSince }]),
      ...facts.map((fact) => ({ url: 'fact', valueCode: fact })),
    ],
  };
}

function scheduleOf(schedule: Schedule, namespace: Namespace): Extension {
  const range = (url: string, values: readonly [number, number] | null): Extension[] =>
    values === null ? [] : [{ url, valueRange: { low: { value: values[0] }, high: { value: values[1] } } }];
  const number = (url: string, value: number | null): Extension[] =>
    value === null ? [] : [{ url, valueDecimal: value }];
  return {
    url: namespace.extension('schedule'),
    extension: [
      ...range('sessionsPerWeek', schedule.sessionsPerWeek),
      ...number('hoursPerSession', schedule.hoursPerSession),
      ...number('hoursPerWeek', schedule.hoursPerWeek),
      ...range('weeks', schedule.weeks),
    ],
  };
}

/** An object with this list; without it if the list is empty, because FHIR forbids empty lists. */
function someOf<Name extends string, Item>(name: Name, items: Item[]): { [key in Name]?: Item[] } {
  return (items.length === 0 ? {} : { [name]: items }) as { [key in Name]?: Item[] };
}
