import { charsOf } from './vocabulary.ts';
import { STOP } from './words.ts';

/** Allowed between two words of a template: filler words and punctuation. */
const BETWEEN = `[${charsOf('FILL')}${STOP}]{0,3}`;
/** A gap must not contain the end of a sentence, a negation, or a word for treatment. */
const WITHIN = `[^${STOP}${charsOf('TREAT')}${charsOf('NEG')}]`;
/** Greatest distance between the two parts of "a ~ b". */
const NEAR = `[^]{0,10}?`;

/**
 * One regular expression for all templates of a list. Its time is proportional to the text's length, because every gap
 * is bounded.
 */
export function compile(templates: string, flags = 'g', after = ''): RegExp {
  const lines = templates.split('\n').filter((line) => line !== '');
  return new RegExp(`(?:${lines.map(oneTemplate).join('|')})${after}`, flags);
}

function oneTemplate(line: string): string {
  const [first = '', second] = line.split(' ~ ').map(inOrder);
  return second === undefined ? first : `${first}${NEAR}${second}|${second}${NEAR}${first}`;
}

function inOrder(part: string): string {
  const items = part.split(' ');
  return items
    .map((item, index) => {
      const last = index === items.length - 1 ? '' : BETWEEN;
      if (/^\.\d$/.test(item)) return `${WITHIN}{0,${item.slice(1)}}?`;
      if (item === '^') return '(?<![^])';
      if (item.startsWith('!')) return `(?!${oneOf(item.slice(1))})`;
      if (item.endsWith('?')) return `(?:${oneOf(item.slice(0, -1))}${last})?`;
      return oneOf(item) + last;
    })
    .join('');
}

/** `a|B|$` */
function oneOf(item: string): string {
  const names = item.split('|');
  const chars = names
    .filter((name) => name !== '$')
    .map(charsOf)
    .join('');
  if (!names.includes('$')) return `[${chars}]`;
  return chars === '' ? `(?=${STOP}|$)` : `(?:[${chars}]|(?=${STOP}|$))`;
}
