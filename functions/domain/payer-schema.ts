import * as z from 'zod';
import { payers } from './payer.ts';
import { slugSchema } from './slug.ts';
import { schemaOf } from './vocabulary-schema.ts';

/** A way to pay: a kind of payer, or the slug of an insurer. */
export const payerSchema = z.union([schemaOf(payers), slugSchema]);
