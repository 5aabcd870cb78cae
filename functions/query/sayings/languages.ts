import { knownLanguages, unlistedLanguages } from '../../domain/language.ts';
import type { Saying } from './saying.ts';

// Further names of languages, besides the English one. "English" is left out, because asking for it excludes no center.
const others: ReadonlyMap<string, string> = new Map(
  Object.entries({
    es: `espanol, bilingual, latino, latina,
    hispanic`,
    ase: 'asl, sign language, deaf, hard of hearing, hearing impaired, sign language interpreter',
    zh: 'mandarin',
    ht: 'haitian, kreyol',
    fa: 'persian, iranian, dari',
    pt: 'brazilian, portugese',
    tl: 'filipino, tagalo',
    vi: 'viet, vietnamise, tieng viet',
    oj: 'ojibwe, chippewa',
    ru: 'russian speaker',
    ar: 'arab',
  }),
);

/** Languages whose name more often means a people. */
const alsoPeople: ReadonlySet<string> = new Set(['nv']);

/** Spanish names of languages, as in "que hable chino". */
const inSpanish: Readonly<Record<string, string>> = {
  es: 'español, bilingüe, hispano, hispanohablante, castellano',
  ase: 'lengua de señas, lenguaje de señas, sordo, sordomudo',
  zh: 'chino, mandarín',
  ar: 'árabe',
  fr: 'francés',
  pt: 'portugués',
  ru: 'ruso',
  vi: 'vietnamita',
  ko: 'coreano',
  ja: 'japonés',
  ht: 'criollo haitiano',
};

export const languageSayings: readonly Saying[] = [
  ...[...knownLanguages].map(([code, { label }]) => ({
    said: [label, `${label} speaking`, ...[others.get(code)].filter((said) => said !== undefined)].join(', '),
    means: { language: [code] },
  })),
  ...[...unlistedLanguages].map(([code, label]) => ({
    said: alsoPeople.has(code) ? `${label} speaking, speak ${label}, ${label} language` : `${label}, ${label} speaking`,
    means: { language: [code] },
  })),
  { said: 'cantonese, taiwanese, toishanese', means: { language: ['zh'] }, widened: true },
  { said: 'cambodian', means: { language: ['km'] } },
  { said: 'laotian', means: { language: ['lo'] } },
  { said: 'ethiopian speaking', means: { language: ['am'] } },
  { said: 'mixteco', means: { language: ['mix'] } },
];

export const spanishLanguageSayings: readonly Saying[] = Object.entries(inSpanish).map(([code, said]) => ({
  said,
  means: { language: [code] },
}));
