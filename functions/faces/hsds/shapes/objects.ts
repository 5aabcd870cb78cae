import { type Center, withheldStreet } from '../../../domain/center.ts';
import { phoneInWords } from '../../../domain/contact.ts';
import { providerUrl } from '../../../domain/from-provider.ts';
import { languageLabel } from '../../../domain/language.ts';
import { levelTerm } from '../../../domain/level-of-care.ts';
import { type Offering, offeringName } from '../../../domain/offering.ts';
import { onlyText } from '../../../domain/only.ts';
import type { Organization } from '../../../domain/organization.ts';
import { labelInState } from '../../../domain/state-label.ts';
import { codesOfOffering, termOf } from './taxonomies.ts';
import { scheme, uuidOfCenter, uuidOfOrganization } from './uuid.ts';

/**
 * The objects of Open Referral HSDS 3 that the export and the API share: a center is a location, an offering is a
 * service at that location.
 */
export function organizationOf({ slug, name }: Organization) {
  return {
    id: uuidOfOrganization(slug),
    name,
    description: `${name} runs treatment centers.`,
    organization_identifiers: [
      {
        id: uuidOfOrganization(slug, 'organization_identifier'),
        identifier_scheme: scheme,
        identifier_type: 'slug',
        identifier: slug,
      },
    ],
  };
}

/** The location without those properties that are lists. */
export function plainLocationOf(center: Center) {
  return {
    id: uuidOfCenter(center.id, 'location', center.id),
    location_type: 'physical',
    organization_id: uuidOfOrganization(center.organization.slug),
    name: center.name,
    ...(center.alternateNames[0] === undefined ? {} : { alternate_name: center.alternateNames[0] }),
    latitude: center.location.lat,
    longitude: center.location.lng,
    external_identifier: center.id,
    external_identifier_type: scheme,
  };
}

export function locationOf(center: Center) {
  return { ...plainLocationOf(center), addresses: [addressOf(center)], phones: phonesOf(center) };
}

/** The service without those properties that are lists. */
export function plainServiceOf(center: Center, offering: Offering) {
  const { state, confirmedAt } = offering.confirmation;
  const { city, state: postalState } = center.address;
  return {
    id: uuidOfCenter(center.id, 'service', offering.id),
    organization_id: uuidOfOrganization(center.organization.slug),
    name: offeringName(center, offering),
    description: `${levelTerm(offering.level).label} at ${center.name} in ${city}, ${postalState}. Confirm with admissions that the center offers the program.`,
    ...(offering.only.length === 0 ? {} : { eligibility_description: sentence(onlyText(offering.only)) }),
    status: state === 'denied' ? 'inactive' : 'active',
    ...(center.website === null ? {} : { url: center.website }),
    ...(state === 'confirmed' && confirmedAt !== null ? { assured_date: confirmedAt.slice(0, 10) } : {}),
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The service with its languages, and the terms that it is classified by as attributes. */
export function serviceOf(center: Center, offering: Offering) {
  const plain = plainServiceOf(center, offering);
  return {
    ...plain,
    languages: offering.languages.map((code) => ({
      id: uuidOfCenter(center.id, 'language', `${offering.id} ${code}`),
      service_id: plain.id,
      name: languageLabel(code),
      code,
    })),
    attributes: [
      ...codesOfOffering(offering).map(([taxonomy, code]) => {
        const term = termOf(taxonomy, code);
        return {
          id: uuidOfCenter(center.id, 'attribute', `${offering.id} ${taxonomy} ${code}`),
          link_id: plain.id,
          link_entity: 'service',
          link_type: taxonomy,
          label: labelInState(taxonomy, code, term.name, center.address.state),
          taxonomy_term_id: term.id,
          taxonomy_term: term,
        };
      }),
      ...fromProviderOf(center, offering, plain.id),
    ],
  };
}

/** HSDS has no property for the source of a fact, so the provider's own statements become an attribute. */
function fromProviderOf(center: Center, { id, fromProvider }: Offering, service: string) {
  if (fromProvider === undefined) return [];
  const { host, asOf, staleOn, failingSince, facts } = fromProvider;
  const failing = failingSince === undefined ? '' : `, not readable since ${failingSince}`;
  return [
    {
      id: uuidOfCenter(center.id, 'attribute', `${id} from_provider`),
      ...{ link_id: service, link_entity: 'service', link_type: scheme, label: 'from_provider' },
      value: `${facts.join('; ')}: ${providerUrl(host)} @ ${asOf}, to be asked again from ${staleOn}${failing}`,
    },
  ];
}

export function serviceAtLocationOf(center: Center, offering: Offering) {
  return {
    id: uuidOfCenter(center.id, 'service_at_location', offering.id),
    service_id: uuidOfCenter(center.id, 'service', offering.id),
    location_id: uuidOfCenter(center.id, 'location', center.id),
  };
}

function addressOf({ id, address }: Center) {
  return {
    id: uuidOfCenter(id, 'address', id),
    location_id: uuidOfCenter(id, 'location', id),
    // HSDS requires an address line, so a withheld street gets a text.
    address_1: address.street ?? withheldStreet,
    city: address.city,
    state_province: address.state,
    postal_code: address.zip,
    country: 'US',
    address_type: 'physical',
  };
}

/** In HSDS an extension is a number, so the description keeps its original text, and who answers. */
function phonesOf(center: Center) {
  return center.phones.map((phone, index) => ({
    id: uuidOfCenter(center.id, 'phone', String(index)),
    location_id: uuidOfCenter(center.id, 'location', center.id),
    number: phone.number,
    ...(phone.extension === null ? {} : { extension: Number(phone.extension) }),
    type: 'voice',
    description: phoneInWords(phone),
  }));
}
