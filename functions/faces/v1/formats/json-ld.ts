import type { ResultAnswer } from '../shapes/center.ts';

/**
 * One center as schema.org JSON-LD, for search engines and knowledge graphs.
 * @param url URL that identifies the center. Its programs get fragments of the same URL without the center's fragment,
 * because a URL can have only one.
 */
export function toJsonLd({ center, offerings }: ResultAnswer, url: string) {
  const { street, city, state, zip } = center.address;
  const document = url.replace(/#.*$/, '');
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalClinic',
    '@id': url,
    name: center.name,
    ...(center.alternateNames.length > 0 ? { alternateName: center.alternateNames } : {}),
    ...(center.website === null ? {} : { url: center.website }),
    telephone: center.phones.map(dialled),
    address: {
      '@type': 'PostalAddress',
      ...(street === null ? {} : { streetAddress: street }),
      addressLocality: city,
      addressRegion: state,
      postalCode: zip,
      addressCountry: 'US',
    },
    geo: { '@type': 'GeoCoordinates', latitude: center.location.lat, longitude: center.location.lng },
    parentOrganization: { '@type': 'MedicalOrganization', name: center.organization.name },
    // The vocabulary has no word for "admissions said no", so denied offerings are left out.
    availableService: offerings
      .filter(({ confirmation }) => confirmation.state !== 'denied')
      .map(({ id, label }) => ({ '@type': 'MedicalTherapy', '@id': `${document}#${id}`, name: label })),
  };
}

/** A telephone URI (RFC 3966), with the extension. */
export const dialled = ({ number, extension }: ResultAnswer['center']['phones'][number]): string =>
  extension === null ? number : `${number};ext=${extension}`;
