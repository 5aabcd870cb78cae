import * as z from 'zod';
import { centerSchema } from '../domain/center.ts';
import { confirmationSchema } from '../domain/confirmation.ts';
import { phoneSchema } from '../domain/contact.ts';
import { offeringSchema } from '../domain/offering.ts';

const text = z.string();

export const pointShape = { lat: z.number(), lng: z.number() };

/** On every answer; see closing.ts. */
export const closingShape = {
  dataset: z
    .strictObject({ version: text, publishedAt: z.iso.datetime() })
    .describe('The listings that this was read from.'),
  help: z
    .strictObject({ crisis: text, treatment: text, emergency: text, notice: text })
    .describe('Helplines and what everybody shall know of these listings: repeat them word for word.'),
};

const center = z.strictObject({
  ...centerSchema.shape,
  sample: z.boolean().describe('True for a fictional example: never recommend it.'),
  phones: z.array(z.strictObject({ ...phoneSchema.shape, display: text })),
});

const offering = z
  .strictObject({
    ...offeringSchema.shape,
    label: text,
    confirmation: z.strictObject({
      ...confirmationSchema.shape,
      state: z
        .enum(['confirmed', 'unconfirmed', 'stale', 'denied'])
        .describe('Whether admissions said that the center offers this.'),
    }),
  })
  .describe('null means unknown, and a value missing from a list was not named: neither means "no".');

export const distanceSchema = z
  .strictObject({ miles: z.number(), km: z.number() })
  .describe('Great-circle distance, not driving distance.');

/** A center with the offerings that matched, or all of them. */
export const resultShape = { center, offerings: z.array(offering) };
