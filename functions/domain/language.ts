/** A language as in BCP 47, in lower case: `es`, `zh`, `ase` (American Sign Language). English is not listed. */
export type Language = string;

interface LanguageTerm {
  readonly label: string;
  readonly samhsa: readonly string[];
}

// SAMHSA's code for any Chinese language is listed as zh. Its codes SL:NX and SL:FX cover several languages without
// naming one, and are left out.
const terms: Readonly<Record<string, LanguageTerm>> = {
  es: { label: 'Spanish', samhsa: ['SL:SP'] },
  ase: { label: 'American Sign Language', samhsa: ['SL:AH'] },
  ar: { label: 'Arabic', samhsa: ['OL:F4'] },
  zh: { label: 'Chinese', samhsa: ['OL:F17'] },
  ht: { label: 'Creole', samhsa: ['OL:F19'] },
  fa: { label: 'Farsi', samhsa: ['OL:F25'] },
  fr: { label: 'French', samhsa: ['OL:F28'] },
  de: { label: 'German', samhsa: ['OL:F30'] },
  el: { label: 'Greek', samhsa: ['OL:F31'] },
  he: { label: 'Hebrew', samhsa: ['OL:F35'] },
  hi: { label: 'Hindi', samhsa: ['OL:F36'] },
  hmn: { label: 'Hmong', samhsa: ['OL:F37'] },
  it: { label: 'Italian', samhsa: ['OL:F42'] },
  ja: { label: 'Japanese', samhsa: ['OL:F43'] },
  ko: { label: 'Korean', samhsa: ['OL:F47'] },
  pl: { label: 'Polish', samhsa: ['OL:F66'] },
  pt: { label: 'Portuguese', samhsa: ['OL:F67'] },
  ru: { label: 'Russian', samhsa: ['OL:F70'] },
  tl: { label: 'Tagalog', samhsa: ['OL:F81'] },
  vi: { label: 'Vietnamese', samhsa: ['OL:F92'] },
  oj: { label: 'Ojibwa', samhsa: ['OL:N24'] },
  ypk: { label: 'Yupik', samhsa: ['OL:N40'] },
};

/**
 * Languages that are spoken in our states, but for which no directory has a code. A listing cannot name them. So they
 * are unknown at every center whose operator does not name them.
 */
export const unlistedLanguages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    am: 'Amharic',
    hy: 'Armenian',
    bn: 'Bengali',
    my: 'Burmese',
    gu: 'Gujarati',
    id: 'Indonesian',
    km: 'Khmer',
    lo: 'Lao',
    mix: 'Mixtec',
    nah: 'Nahuatl',
    nv: 'Navajo',
    ne: 'Nepali',
    om: 'Oromo',
    pa: 'Punjabi',
    ro: 'Romanian',
    sm: 'Samoan',
    so: 'Somali',
    sw: 'Swahili',
    ta: 'Tamil',
    te: 'Telugu',
    th: 'Thai',
    ti: 'Tigrinya',
    tr: 'Turkish',
    uk: 'Ukrainian',
    ur: 'Urdu',
  }),
);

export const knownLanguages: ReadonlyMap<string, LanguageTerm> = new Map(Object.entries(terms));

export function languageLabel(language: Language): string {
  return (
    knownLanguages.get(language)?.label ??
    unlistedLanguages.get(language) ??
    new Intl.DisplayNames('en', { type: 'language' }).of(language) ??
    language
  );
}
