import type { searchFields } from './fields.ts';

export interface FieldNote {
  readonly description: string;
  /** In the form of the JSON body. */
  readonly example: unknown;
}

/** What each field of a search means, for the reader of the document. Accepted values stand in the schemas. */
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
      'Every center of a state, by city, then name. A code in any case. A state has no radius: `within` does not go with it.',
    example: 'AZ',
  },
  q: {
    description:
      'What people type. Read by rule into the other fields, which the answer’s `query` shows; words that were not ' +
      'understood are in `query.ignored`. Without a place it searches as `near=me`.',
    example: 'iop near 85004 medicaid',
  },
  name: {
    description:
      'Words, or beginnings of words, of a center’s or organization’s name, forgiving one wrong letter in a word. ' +
      'Beside any other field, or alone.',
    example: 'lantern bridge',
  },
  within: {
    description:
      'Radius: more than 0, at most 500 miles. Miles (`25mi`) or kilometers (`40km`); a bare number is miles. ' +
      'Left out, the nearest are found however far.',
    example: '25mi',
  },
  level: { description: 'Level of care. Several values mean any of them.', example: ['iop'] },
  condition: {
    description: 'What is treated. `substance-use` and `mental-health` also match what is below them in the taxonomy.',
    example: ['alcohol'],
  },
  population: { description: 'Whom the program is for. Several values mean any of them.', example: ['women'] },
  therapy: { description: 'How it treats. Several values mean any of them.', example: ['cbt', 'dbt'] },
  payer: {
    description:
      'Who pays: a kind of payer (`medicaid`, `private`, …) or the slug of a named insurer in the listings; ' +
      '`/v1/taxonomy` lists both.',
    example: ['medicaid'],
  },
  modality: { description: 'Whether one comes in person or joins by video.', example: ['telehealth'] },
  schedule: { description: 'Time of day. Only offerings whose times are known match.', example: ['evening'] },
  language: {
    description:
      'Languages as BCP 47 tags in any case, looked up by RFC 4647: `es-MX` asks for `es`, `fil` for `tl`. English leaves ' +
      'no center out; `ase` is American Sign Language. What no listing knows is a 400 with the nearest.',
    example: ['es'],
  },
  housing: { description: 'Whether clients live there. Only offerings that say so match.', example: true },
  maxHoursPerWeek: {
    description: 'At most so many hours a week. Only offerings whose hours are known match.',
    example: 12,
  },
  maxSessionsPerWeek: {
    description: 'At most so many sessions a week. Only offerings whose sessions are known match.',
    example: 4,
  },
  maxWeeks: { description: 'At most so many weeks. Only offerings whose length is known match.', example: 12 },
  organization: {
    description: 'Slugs of organizations, so that a provider’s site lists its own centers only.',
    example: ['open-door-health'],
  },
  confirmed: {
    description:
      'Only offerings that admissions confirmed: `true` for any that is not stale, or a longest age in days such as `30d`.',
    example: '30d',
  },
  accepting: { description: 'Leaves out offerings known to be full or closed to intake.', example: true },
  limit: { description: 'How many results a page has, from 1 to 50.', example: 10 },
  cursor: {
    description:
      'The `next` of the answer before, as it was, with the same search. Pages never repeat or skip a center, also ' +
      'when listings are published between two pages.',
    example: 'WyIyMDI2LTExLTIzVDEyOjAwOjAwLjAwMFoiXQ',
  },
};
