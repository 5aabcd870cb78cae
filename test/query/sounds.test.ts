import { describe, expect, it } from 'vitest';
import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import type { Reading } from '../../functions/query/reading.ts';
import { soundOf } from '../../functions/query/sounds.ts';

const places = load();
const read = (text: string): Reading => readQuery(text, { places, insurers: knownInsurers });

describe('the sound of a word', () => {
  it.each([
    ['english', 'detocks', 'detox'],
    ['english', 'dauter', 'daughter'],
    ['english', 'dawter', 'daughter'],
    ['english', 'adolesent', 'adolescent'],
    ['english', 'signa', 'cigna'],
    ['english', 'kiasier', 'kaiser'],
    ['spanish', 'kiero', 'quiero'],
    ['spanish', 'eroina', 'heroina'],
    ['spanish', 'ermana', 'hermana'],
    ['spanish', 'nesesito', 'necesito'],
    ['spanish', 'alluda', 'ayuda'],
    ['spanish', 'bato', 'vato'],
    ['spanish', 'jente', 'gente'],
  ] as const)('is one in %s: %s and %s', (language, typed, meant) =>
    expect(soundOf(typed, language)).toBe(soundOf(meant, language)),
  );

  it.each([
    ['english', 'flying', 'fleeing'],
    ['english', 'dually', 'daily'],
    ['english', 'mean', 'maine'],
    ['spanish', 'casa', 'caja'],
  ] as const)('differs in %s: %s and %s', (language, one, other) =>
    expect(soundOf(one, language)).not.toBe(soundOf(other, language)),
  );
});

describe('words written as they sound', () => {
  it.each<[string, Partial<Reading>]>([
    ['detocks near me', { level: ['detox'], near: 'me' }],
    ['teen dauter php edison nj', { level: ['php'], gender: ['women'] }],
    ['kiasier iop', { payer: ['kaiser'], level: ['iop'] }],
    ['rehab signa camden nj', { payer: ['cigna'] }],
    ['eroina alluda henderson nv', { condition: ['opioids'], near: 'Henderson, NV' }],
    ['kiero dejar de tomar tengo 29 años', { condition: ['alcohol'], age: ['adults'] }],
    ['nesesito rehab pa mi ermana en yuma', { gender: ['women'], near: 'Yuma, AZ' }],
    ['nesesito rehab q acepte soonercare en lawton pa mi wife', { near: 'Lawton, OK', gender: ['women'] }],
    ['dont hav insurance n need help in fresno', { payer: ['self-pay', 'sliding-scale', 'free'] }],
    ['rehab erie pa', { near: 'Erie, PA' }],
    ['pheonix iop', { near: 'Phoenix, AZ' }],
    ['reno iop', { near: 'Reno, NV' }],
  ])('%s', (text, expected) => expect(read(text)).toMatchObject(expected));
});
