import * as z from 'zod';

/** Lower-case words of letters and digits joined by single hyphens. */
export const slugSchema = z
  .string()
  .max(120)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'must be lower-case letters and digits joined by single hyphens, such as "blue-cross"',
  );

/** Turns a name into a slug: accents and punctuation go. An empty result throws. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug === '') throw new Error(`no slug can be made of "${name}"`);
  return slug;
}
