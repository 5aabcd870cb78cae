import type { AttributeName } from './attribute-names.ts';

/**
 * The attributes of `<program-locator>`. The element reads them and its documentation is generated from them. Each is
 * also a property: see `propertyOf`.
 */
export interface Attribute {
  readonly name: AttributeName;
  /** A `flag` has no value: it is on if the attribute is present. The values of a `list` are separated by commas. */
  readonly kind: 'text' | 'flag' | 'list' | 'choice';
  readonly choices?: readonly string[];
  readonly default: string;
  readonly example: string;
  readonly text: string;
}

export const attributes = [
  {
    name: 'api',
    kind: 'text',
    default: 'where the script came from',
    example: 'https://find.example.org',
    text: 'URL of the locator whose API is asked, without a closing slash.',
  },
  {
    name: 'level',
    kind: 'list',
    default: 'any',
    example: 'iop,php',
    text: 'Levels of care that are chosen at the start. The visitor can change them.',
  },
  {
    name: 'within',
    kind: 'text',
    default: 'any distance',
    example: '25mi',
    text: 'Radius that is chosen at the start: 5mi, 10mi, 25mi, 50mi or 100mi.',
  },
  {
    name: 'payer',
    kind: 'list',
    default: 'any',
    example: 'medicaid',
    text: 'Ways to pay that are chosen at the start.',
  },
  {
    name: 'organization',
    kind: 'list',
    default: 'every operator',
    example: 'example-recovery',
    text: 'Shows the centers of these organizations only. The visitor cannot change it.',
  },
  {
    name: 'in',
    kind: 'list',
    default: 'every state',
    example: 'AZ,NV',
    text: 'Shows centers in these states only, by postal code. The visitor cannot change it.',
  },
  {
    name: 'near',
    kind: 'text',
    default: 'nothing',
    example: '85004',
    text: 'A ZIP or place to search at once, such as that of the page’s own town. Never a visitor’s.',
  },
  {
    name: 'lang',
    kind: 'choice',
    choices: ['en', 'es'],
    default: 'the page’s language, else English',
    example: 'es',
    text: 'English or Spanish.',
  },
  {
    name: 'theme',
    kind: 'choice',
    choices: ['auto', 'light', 'dark'],
    default: 'auto',
    example: 'light',
    text: 'Light, dark, or what the visitor’s device prefers.',
  },
  {
    name: 'units',
    kind: 'choice',
    choices: ['mi', 'km'],
    default: 'mi',
    example: 'km',
    text: 'Shows distances in miles or kilometers.',
  },
  {
    name: 'phone',
    kind: 'text',
    default: 'none',
    example: '+16025550142 Desert Willow admissions',
    text: 'The website’s own admissions line, shown first and labeled as its own: the number, then who answers.',
  },
  {
    name: 'benefits',
    kind: 'text',
    default: 'none',
    example: '+16025550143 Free insurance check',
    text: 'The website’s own benefits-check line, shown beside it.',
  },
  {
    name: 'search',
    kind: 'choice',
    choices: ['api', 'device'],
    default: 'api',
    example: 'device',
    text: 'With api, the locator searches and writes nothing down; where it gives no answer, the visitor’s device searches by itself. With device, each visitor’s device downloads the whole list, a few hundred KB, and searches by itself, so that nobody, the locator included, can learn what is searched.',
  },
  {
    name: 'report',
    kind: 'text',
    default: 'no link',
    example: 'corrections@example.org',
    text: 'Where a wrong fact is reported: an email address, or a page that begins with https://. An opened center then has a link there, which names the center and nothing of the search.',
  },
  {
    name: 'history',
    kind: 'flag',
    default: 'off',
    example: '',
    text: 'Keeps the search in the browser’s history state, so that Back and reload restore it. Browsers write that to their session files.',
  },
] as const satisfies readonly Attribute[];
