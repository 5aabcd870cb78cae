import { h, type JSX } from 'preact';
import { type CrisisLanguage, crisisWords } from '../../words/crisis.ts';
import { icon } from './icons.ts';
import type { StartProps } from './props.ts';

/**
 * Crisis panel: 988 and 911, above everything else. It uses the language of the typed text, or of the page if that is
 * unknown, and ends with how to call 988 in the other language.
 */
export function crisisPanel({ state, words: { code }, send }: StartProps): JSX.Element | null {
  const { crisis, view, act } = state;
  if (crisis === null) return null;
  const { words } = crisis;
  const language = crisis.language ?? (code === 'es' ? 'es' : 'en');
  const w = crisisWords[language];
  return h(
    'section',
    { id: 'crisis', class: 'crisis', lang: language, 'aria-labelledby': 'crisis-heading' },
    crisisHelp(language),
    // Once a search is asked, its own texts below say what to do.
    view !== null || act.kind === 'search'
      ? null
      : h(
          'div',
          { class: 'crisis-also' },
          h('h3', null, w.also),
          h('p', null, w.add),
          h(
            'button',
            { type: 'button', class: 'quiet', onClick: () => send({ type: 'locate' }) },
            icon('here'),
            w.locate,
          ),
          words === null
            ? null
            : h('button', { type: 'button', class: 'quiet', onClick: () => send({ type: 'crisis-search' }) }, w.again),
          words === null ? null : h('p', { class: 'hint' }, w.kept),
        ),
  );
}

/** The phone, text and chat helplines in one language, followed by how to call in the other language. */
export function crisisHelp(language: CrisisLanguage): JSX.Element {
  const w = crisisWords[language];
  return h(
    'div',
    { class: 'crisis-panel' },
    h('h2', { id: 'crisis-heading', tabIndex: -1 }, w.title),
    h('p', null, w.words),
    h('a', { class: 'crisis-call', href: 'tel:988' }, icon('phone'), w.call),
    h(
      'p',
      { class: 'crisis-ways' },
      h('a', { class: 'crisis-way', href: w.text.href }, icon('text'), w.text.label),
      h('a', { class: 'crisis-way', href: w.chat.href, rel: 'noreferrer' }, w.chat.label),
    ),
    h(
      'p',
      { class: 'crisis-danger' },
      h('span', null, w.danger),
      ' ',
      h('a', { class: 'crisis-way warm', href: 'tel:911' }, w.emergency),
    ),
    otherLanguage(language),
  );
}

/** The number in the other language, in that language. */
export function otherLanguage(language: CrisisLanguage): JSX.Element {
  if (language === 'es')
    return h('p', { class: 'crisis-other', lang: 'en' }, 'In English: ', h('a', { href: 'tel:988' }, 'call 988'), '.');
  return h(
    'p',
    { class: 'crisis-other', lang: 'es' },
    '¿En español? ',
    h('a', { href: 'tel:988' }, 'Llame al 988'),
    ' y oprima 2, o ',
    h('a', { href: crisisWords.es.text.href }, 'texto AYUDA al 988'),
    '.',
  );
}
