import { knownLanguages } from '../../domain/language.ts';
import type { Saying } from './saying.ts';

// What is said beside the language's own English name. "English" asks for nothing.
const others: ReadonlyMap<string, string> = new Map(
  Object.entries({
    es: `espanol, en espanol, habla espanol, se habla espanol, hablo espanol, spanish speaker, bilingual, latino, latina,
    hispanic, in spanish, habla hispana`,
    ase: 'asl, sign language, deaf, hard of hearing, hearing impaired, sign language interpreter',
    zh: 'mandarin, cantonese, chinese mandarin',
    ht: 'haitian, haitian creole, kreyol',
    fa: 'persian, iranian, dari',
    pt: 'brazilian, portugese',
    tl: 'filipino, tagalo',
    vi: 'viet, vietnamise, tieng viet',
    oj: 'ojibwe, chippewa',
    ru: 'russian speaker',
  }),
);

export const languageSayings: readonly Saying[] = [...knownLanguages].map(([code, { label }]) => ({
  said: [label, `${label} speaking`, ...[others.get(code)].filter((said) => said !== undefined)].join(', '),
  means: { language: [code] },
}));
