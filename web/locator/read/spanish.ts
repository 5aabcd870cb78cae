/** Words that are Spanish and not English, without accents: the commonest, and those of somebody in need. */
const words = new Set(
  (
    'a al algo alguien ando ayuda ayudame ayudeme busco cansada cansado como con cortarme de del deseo dolor duele el ella ' +
    'en era es esta estoy favor gracias ha hacer hace hacerme hay hermana hermano hija hijo hoy la las le lo los madre mas ' +
    'matar matarme mañana manana me mi mis mucho mucha muerta muerte muerto morir morirme muy nada nadie necesito no nunca ' +
    'ojala padre para pastillas pero por porque puedo que quiere quiero quisiera quitarme se sin sobredosis soy su suicida ' +
    'suicidar suicidarme suicidarse suicidio tengo tome todo todos tome un una vida viva vivir vivo y ya yo'
  ).split(' '),
);
/** Of those, words that English texts have too. */
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

/** Whether a text reads as Spanish: half of its words at least, one of which English does not have. */
export function readsAsSpanish(text: string): boolean {
  const all = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .match(/[a-z]+/g);
  if (all === null) return false;
  const spanish = all.filter((word) => words.has(word));
  return spanish.length * 2 >= all.length && spanish.some((word) => !shared.has(word));
}
