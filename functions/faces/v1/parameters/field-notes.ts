import { mapFields } from '../../../domain/fields.ts';
import type { searchFields } from './fields.ts';

export interface FieldNote {
  readonly description: string;
  /** Example value, as it is written in the JSON body. */
  readonly example: unknown;
}

/** The meaning of each search field, for readers of the OpenAPI document. The schemas list the accepted values. */
export const fieldNotes: Readonly<Record<keyof typeof searchFields, FieldNote>> = {
  near: {
    description:
      'Where to search: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees ' +
      '(`33.4484,-112.0740`), or `me` for the network’s own city-level guess. One of `near`, `cell`, `state`, `q` is ' +
      'given, or `name` alone.',
    example: '85004',
  },
  cell: {
    description:
      'A private origin: a geohash of 4 or 5 characters. The answer holds every center that can be among the nearest ' +
      '`limit` for any point of the cell, so that the caller ranks by itself and its point is never sent. It has no pages.',
    example: '9tbq3',
  },
  state: {
    description:
      'Every center of a state, by city, then name. A code in any case. A state has no radius: `within` cannot be combined with it.',
    example: 'AZ',
  },
  q: {
    description:
      'What people type. Read by rule into the other fields, which the answer’s `query` shows; words that were not ' +
      'understood are the `name` of a center about there if one has it, else in `query.ignored`. Without a place it ' +
      'searches as `near=me`.',
    example: 'iop near 85004 medicaid',
  },
  name: {
    description:
      'A center’s or organization’s name as people type it: some of its words or their beginnings, its initials, its city, ' +
      'with slips, joined or split. Beside any other field, or alone: those that fit best come first.',
    example: 'lantern bridge',
  },
  within: {
    description:
      'Radius: more than 0, at most 500 miles. Miles (`25mi`) or kilometers (`40km`); a bare number is miles. ' +
      'Left out, the nearest are found however far.',
    example: '25mi',
  },
  ...mapFields(({ description, example }) => ({ description, example })),
  include: {
    description:
      '`unknown` lists the centers in doubt too, in their place among the results: those whose listing cannot say. Every ' +
      'result then has `certainty`, and one in doubt has `ask`.',
    example: 'unknown',
  },
  limit: { description: 'How many results a page has, from 1 to 50.', example: 10 },
  cursor: {
    description:
      'The `next` of the answer before, as it was, with the same search. Pages never repeat or skip a center, also ' +
      'when listings are published between two pages.',
    example: 'WyIyMDI2LTExLTIzVDEyOjAwOjAwLjAwMFoiXQ',
  },
};
