/** Words that are Spanish and not English, without accents: the most common, and those of people in need. */
const words = new Set(
  (
    'a al algo alguien ando ayuda ayudame ayudeme busco cansada cansado como con cortarme de del deseo dolor duele el ella ' +
    'en era es esta estoy favor gracias ha hacer hace hacerme hay hermana hermano hija hijo hoy la las le lo los madre mas ' +
    'matar matarme mañana manana me mi mis mucho mucha muerta muerte muerto morir morirme muy nada nadie necesito no nunca ' +
    'ojala padre para pastillas pero por porque puedo que quiere quiero quisiera quitarme se sin sobredosis soy su suicida ' +
    'suicidar suicidarme suicidarse suicidio tengo tome todo todos tome un una vida viva vivir vivo y ya yo'
  ).split(' '),
);
/** Spanish words that also occur in English texts. */
const shared = new Set([
  'a',
  'me',
  'no',
  'en',
  'la',
  'el',
  'los',
  'las',
  'es',
  'de',
  'del',
  'con',
  'se',
  'le',
  'lo',
  'mas',
]);

/** Words that are English and not Spanish: the most common, and those of people in need. */
const englishWords = new Set(
  (
    'and are can cant dead die died dies dont drinking dying end for from gun hang have he help her hes him himself his how hurt ' +
    'i im is it ive jump just kill killed killing life live my myself near not of on out overdose overdosed overdosing pills she ' +
    'shes shot someone suicidal suicide take taking that the they think this to took want wanting wants was will with you'
  ).split(' '),
);

const isOnlySpanish = (word: string): boolean => words.has(word) && !shared.has(word);

/** The language of a text; null if it cannot be decided, as for a name or a word of both languages. */
export function languageOf(text: string): 'en' | 'es' | null {
  if (readsAsSpanish(text)) return 'es';
  const all = lettersOf(text);
  if (all.some((word) => englishWords.has(word))) return 'en';
  return all.some(isOnlySpanish) ? 'es' : null;
}

/** True if a text reads as Spanish: at least half of its words are Spanish, and one of them is not English. */
function readsAsSpanish(text: string): boolean {
  const all = lettersOf(text);
  if (all.length === 0) return false;
  const spanish = all.filter((word) => words.has(word));
  return spanish.length * 2 >= all.length && spanish.some(isOnlySpanish);
}

/** The words of a text, in lower case and without accents and apostrophes. */
const lettersOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .match(/[a-z]+/g) ?? [];
