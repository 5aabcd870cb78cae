import * as z from 'zod';
import { help } from '../help.ts';
import { described, named } from './described.ts';

export const datasetAnswerSchema = named(
  'Dataset',
  z.strictObject({
    version: described(
      z.string().min(1),
      'Names this set of listings; changes when any listing does.',
      'mR3kPq0ZcT1xW8aB',
    ),
    publishedAt: described(z.iso.datetime(), 'When it was published, in UTC.', '2026-11-23T12:00:00.000Z'),
  }),
  'The listings that the answer was made from: immutable, and the same for every part of one answer.',
);

export const helpAnswerSchema = named(
  'Help',
  z.strictObject({
    crisis: described(z.literal(help.crisis), 'The suicide and crisis lifeline. Show it with every list of results.'),
    treatment: described(z.literal(help.treatment), 'SAMHSA’s treatment referral helpline, day and night.'),
    emergency: described(z.literal(help.emergency), 'The emergency number.'),
    notice: described(z.literal(help.notice), 'What everybody should know about these listings.'),
  }),
  'Helplines of the United States, for every answer that somebody in need may see.',
);

/** `crisis` is the first property of every JSON answer or error to a text that expresses danger to life. */
export const crisisSchema = described(
  z.literal(true).optional(),
  'Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.',
  true,
);

export const miles = (description: string, example: number) =>
  described(z.number().nonnegative(), `${description}, in miles with two decimals.`, example);

export const approximateSchema = described(
  z.literal(true).optional(),
  'Present if the center is known by its ZIP only: measured to the middle of the ZIP, so do not show it as exact.',
  true,
);

export const distanceSchema = named(
  'Distance',
  z.strictObject({
    miles: miles('Great-circle distance from the origin', 1.27),
    km: described(
      z.number().nonnegative(),
      'The same in kilometers with two decimals. Results are ranked by the distance in steps of a micrometer (1e-9 km), on a sphere of radius 6,371.0088 km.',
      2.04,
    ),
    approximate: approximateSchema,
  }),
  'How far it is from the origin.',
);
