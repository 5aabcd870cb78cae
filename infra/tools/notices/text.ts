import { keyOf, type Package } from './packages.ts';

/** Licenses that allow redistribution with only their text. A person must decide about any other license. */
const accepted = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0'];

/** Lists the packages with a license that is not in `accepted`. */
export const unaccepted = (packages: readonly Package[]): Package[] =>
  packages.filter(
    ({ license }) =>
      !license
        .replaceAll(/[()]/g, '')
        .split(' OR ')
        .some((one) => accepted.includes(one)),
  );

/** Notice for the data in the bundles, which belongs to no package. */
const data = `Places: GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), made smaller.
State outlines: US Census Bureau, by us-atlas (ISC), made smaller.
Listings: SAMHSA's National Directories, public domain.`;

/** Writes the notices that must be distributed with the bundles: each package with its license. */
export function noticesText(packages: readonly Package[]): string {
  const parts = packages.map((one) =>
    [
      `${keyOf(one)} (${one.license})`,
      ...(one.texts.length > 0
        ? one.texts
        : [`It comes without a text of its license, which is at https://spdx.org/licenses/${one.license}.html`]),
    ].join('\n\n'),
  );
  return `${[`This program carries code and data of others.\n\n${data}`, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * Writes the same packages as a software bill of materials (CycloneDX 1.6). It has no date, so that the same bundles
 * always give the same file.
 */
export function billOfMaterials(
  packages: readonly Package[],
  own: { readonly name: string; readonly version: string },
) {
  const purl = (one: Package): string => `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': own.name, ...own } },
    components: packages.map((one) => ({
      type: 'library',
      'bom-ref': purl(one),
      name: one.name,
      version: one.version,
      purl: purl(one),
      licenses: [/^[\w.-]+$/.test(one.license) ? { license: { id: one.license } } : { expression: one.license }],
    })),
  };
}
