import type { Center } from './answer.ts';

/** A center's address on one line. If its street is withheld, it is left out. */
export function addressText({ street, city, state, zip }: Center['address']): string {
  return `${street === null ? '' : `${street}, `}${city}, ${state} ${zip}`;
}

/**
 * A `tel:` link. The comma before an extension makes the phone pause; `;ext=` is the standard, but few dialers support
 * it.
 */
export function phoneHref({ number, extension }: Pick<Center['phones'][number], 'number' | 'extension'>): string {
  return `tel:${number}${extension === null ? '' : `,${extension}`}`;
}

/** The platform, which decides the links for directions. */
export type Platform = 'ios' | 'android' | 'other';

export interface DirectionsLink {
  readonly app: string;
  readonly href: string;
}

/**
 * Links for directions to a center. They name the exact point if it is known, and otherwise the address. Nothing is
 * sent before a link is tapped.
 */
export function directionsTo({ address, location }: Center, platform: Platform): readonly DirectionsLink[] {
  const text = encodeURIComponent(addressText(address));
  const point = `${location.lat},${location.lng}`;
  if (platform === 'ios') return [{ app: 'Apple Maps', href: `https://maps.apple.com/?daddr=${text}` }];
  if (platform === 'android') return [{ app: 'Maps', href: `geo:${point}?q=${text}` }];
  return [
    { app: 'Google Maps', href: `https://www.google.com/maps/dir/?api=1&destination=${text}` },
    { app: 'OpenStreetMap', href: `https://www.openstreetmap.org/directions?to=${encodeURIComponent(point)}` },
    { app: 'Apple Maps', href: `https://maps.apple.com/?daddr=${text}` },
  ];
}
