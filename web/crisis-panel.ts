import { button, el } from './dom.ts';

/** Each language's own: its numbers answer to other words and keys. */
const languages = {
  en: {
    title: 'Talk to somebody now',
    words:
      'You do not have to get through this alone. 988 answers day and night. It is free, and you need not give a name.',
    call: 'Call 988',
    text: { label: 'Text 988', href: 'sms:988' },
    chat: { label: 'Chat online', href: 'https://988lifeline.org/chat/' },
    danger: 'In danger now, or took too much?',
    emergency: 'Call 911',
    also: 'Also look for a center near you',
    add: 'Add a ZIP code or city in the search box, or use your location.',
    locate: 'Use my location',
    again: 'Search with what I typed',
    kept: 'What you typed is off the screen and was not sent.',
  },
  es: {
    title: 'Hable con alguien ahora',
    words:
      'No tiene que pasar por esto a solas. El 988 contesta de día y de noche. Es gratis y no tiene que dar su nombre.',
    call: 'Llame al 988 y oprima 2',
    text: { label: 'Texto AYUDA al 988', href: 'sms:988?body=AYUDA' },
    chat: { label: 'Chat en línea', href: 'https://988lifeline.org/chat/' },
    danger: '¿Corre peligro o tomó demasiado?',
    emergency: 'Llame al 911',
    also: 'Busque también un centro cerca',
    add: 'Escriba un código postal o una ciudad en el buscador, o use su ubicación.',
    locate: 'Usar mi ubicación',
    again: 'Buscar con lo que escribí',
    kept: 'Lo que escribió ya no está en la pantalla y no se envió.',
  },
} as const;
export type Language = keyof typeof languages;

/** What the panel can ask the page to do. */
export interface CrisisActions {
  readonly locate: () => void;
  /** Sends the words after all; null where they were sent, or there are none. */
  readonly again: (() => void) | null;
}

/** 988 and 911 before everything else, in the language of the text, with the other one's number below. */
export function crisisPanel(language: Language, actions: CrisisActions): Node[] {
  const words = languages[language];
  const link = (className: string, { label, href }: { readonly label: string; readonly href: string }) =>
    el('a', { class: className, href, rel: 'noreferrer' }, label);
  return [
    el('h2', { id: 'crisis-heading', tabindex: '-1' }, words.title),
    el('p', {}, words.words),
    link('crisis-call', { label: words.call, href: 'tel:988' }),
    el('p', { class: 'crisis-ways' }, link('crisis-way', words.text), link('crisis-way', words.chat)),
    el(
      'p',
      { class: 'crisis-danger' },
      el('span', {}, words.danger),
      link('crisis-way warm', { label: words.emergency, href: 'tel:911' }),
    ),
    otherLanguage(language),
    el('div', { class: 'crisis-also' }, ...alsoSearch(language, actions)),
  ];
}

function otherLanguage(language: Language): HTMLElement {
  const call = (lang: Language, label: string) => el('a', { href: 'tel:988', hreflang: lang }, label);
  if (language === 'es')
    return el('p', { class: 'crisis-other', lang: 'en' }, 'In English: ', call('en', 'call 988'), '.');
  const text = el('a', { href: 'sms:988?body=AYUDA', hreflang: 'es' }, 'texto AYUDA al 988');
  const parts = ['¿En español? ', call('es', 'Llame al 988'), ' y oprima 2, o ', text, '.'];
  return el('p', { class: 'crisis-other', lang: 'es' }, ...parts);
}

function alsoSearch(language: Language, { locate, again }: CrisisActions): (Node | null)[] {
  const words = languages[language];
  return [
    el('h3', {}, words.also),
    el('p', {}, words.add),
    button(words.locate, 'quiet', locate),
    again && button(words.again, 'quiet', again),
    again && el('p', { class: 'crisis-kept' }, words.kept),
  ];
}
