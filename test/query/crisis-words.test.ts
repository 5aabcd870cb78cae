import { describe, expect, it } from 'vitest';
import { places } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';

const read = (text: string) => readQuery(text, { places: places(), insurers: [] });
const fieldsOf = (text: string) => read(text).understood.map(({ field }) => field);

describe('words of danger', () => {
  it('are understood as a crisis where the text means it', () => {
    expect(read('i want to die, iop spokane')).toMatchObject({ crisis: true, level: ['iop'] });
    expect(fieldsOf('i want to die, iop spokane')).toContain('crisis');
  });

  it.each([
    ['no thoughts of self harm, need anxiety iop spokane', ['self', 'harm']],
    ['overdose prevention training chicago', ['overdose']],
    ['overdosed last year, need iop', ['overdosed']],
  ])('are ignored where it does not: %s', (text, words) => {
    expect(read(text).crisis).toBe(false);
    expect(fieldsOf(text)).not.toContain('crisis');
    expect(read(text).ignored).toEqual(expect.arrayContaining(words));
  });
});
