import type { Center } from '../../../domain/center.ts';
import { nameSchema } from '../../../http/text-schemas.ts';
import { comparable, type NameTest, passes } from '../../../search/names/name-test.ts';

/** The alternatives of one string parameter, such as `name=a,b`. A text matches if any of these tests passes. */
export type AnyOf = readonly NameTest[];

/** Parameters of a Location that are compared with parts of its address. */
export const addressParameters = ['address', 'address-city', 'address-postalcode'] as const;
export type AddressParameter = (typeof addressParameters)[number];

/** Tests of a center's name and address; all of them must pass. */
export interface CenterTexts {
  readonly names: readonly AnyOf[];
  readonly address: readonly { readonly of: AddressParameter; readonly anyOf: AnyOf }[];
}

/**
 * Reads the value of a string parameter. A comma starts another alternative; a comma within a text is written `\,`.
 * @returns the tests, or what is wrong
 */
export function readTexts(value: string, how: NameTest['how']): AnyOf | { readonly wrong: readonly string[] } {
  const texts = alternativesIn(value);
  const wrong = texts.flatMap(faultsOf);
  return wrong.length > 0 ? { wrong } : texts.map((text) => ({ how, text }));
}

/** Splits at commas. A backslash before a comma, a bar, a dollar sign or a backslash makes it part of the text. */
function alternativesIn(value: string): string[] {
  const texts = [''];
  for (const [piece] of value.matchAll(/\\[,|$\\]|./gsu)) {
    if (piece === ',') texts.push('');
    else texts[texts.length - 1] += piece.length === 1 ? piece : piece.slice(1);
  }
  return texts.map((text) => text.trim());
}

function faultsOf(text: string): readonly string[] {
  const parsed = nameSchema.safeParse(text);
  if (!parsed.success) return [parsed.error.issues[0]?.message ?? 'is no text'];
  return comparable(text) === '' ? ['has neither a letter nor a digit'] : [];
}

/** True if one of the names passes one of the tests. */
export const passesAny = (anyOf: AnyOf, names: readonly string[]): boolean =>
  anyOf.some((test) => names.some((name) => passes(test, name)));

export function passesTexts({ names, address }: CenterTexts, center: Center): boolean {
  return (
    names.every((anyOf) => passesAny(anyOf, [center.name, ...center.alternateNames])) &&
    address.every(({ of, anyOf }) => passesAny(anyOf.map(knownPart(of)), partsOf(of, center.address)))
  );
}

/** Listings have five-digit ZIPs, so the last four digits of a ZIP+4 would match none. */
function knownPart(of: AddressParameter): (test: NameTest) => NameTest {
  return ({ how, text }) => ({ how, text: of === 'address-postalcode' ? text.replace(/^(\d{5})-\d{4}$/, '$1') : text });
}

function partsOf(of: AddressParameter, { street, city, state, zip }: Center['address']): readonly string[] {
  if (of === 'address-city') return [city];
  if (of === 'address-postalcode') return [zip];
  const line = street === null ? [] : [street];
  return [...line, city, state, zip, 'US', [...line, city, `${state} ${zip}`].join(', ')];
}
