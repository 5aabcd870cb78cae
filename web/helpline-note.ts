import { el } from './dom.ts';

/** Where a search finds nothing, there is still somebody to ask. */
export function helplineNote(): HTMLElement {
  const number = el('a', { href: 'tel:+18006624357' }, '1-800-662-HELP (4357)');
  return el('p', { class: 'notice' }, 'People at SAMHSA’s helpline can look with you, day or night: ', number, '.');
}
