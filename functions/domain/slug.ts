import * as z from 'zod';
import { MOST_SLUG, SLUG } from './slug-form.ts';

/** Lower-case words of letters and digits joined by single hyphens. */
export const slugSchema = z
  .string()
  .max(MOST_SLUG)
  .regex(SLUG, 'must be lower-case letters and digits joined by single hyphens, such as "blue-cross"');

/** Letters that normalization does not split into a letter and a mark, each with its usual replacement. */
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/**
 * Turns a name into a slug: removes accents, punctuation, and words beyond the length limit.
 * @throws if the result is empty
 */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħı]/g, (letter) => written[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug === '') throw new Error(`no slug can be made of "${name}"`);
  return cutAtWord(slug, MOST_SLUG);
}

/** The slug cut to the limit after a whole word. If its first word alone is too long, the word is cut. */
export function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const end = slug.slice(0, length + 1).lastIndexOf('-');
  return end > 0 ? slug.slice(0, end) : slug.slice(0, length);
}
