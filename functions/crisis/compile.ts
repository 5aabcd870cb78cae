import { charsOf } from './vocabulary.ts';
import { STOP } from './words.ts';

/** What may come between two words of a template: up to three filler words or punctuation marks. */
const BETWEEN = `[${charsOf('FILL')}${STOP}]{0,3}`;
/** A word inside a gap such as `.3`: not the end of a clause, a negation, or a word for treatment. */
const WITHIN = `[^${STOP}${charsOf('TREAT')}${charsOf('NEG')}]`;
/** In "a ~ b", up to ten words or stops may come between the two parts. */
const NEAR = `[^]{0,10}?`;

/**
 * Compiles all templates of a list to one regular expression. Matching takes time proportional to the text's length,
 * because every gap is bounded.
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

/** Compiles a choice such as `a|B|$`. */
function oneOf(item: string): string {
  const names = item.split('|');
  const chars = names
    .filter((name) => name !== '$')
    .map(charsOf)
    .join('');
  if (!names.includes('$')) return `[${chars}]`;
  return chars === '' ? `(?=${STOP}|$)` : `(?:[${chars}]|(?=${STOP}|$))`;
}
