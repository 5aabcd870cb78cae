import * as z from 'zod';
import { described, named } from '../../../http/openapi/described.ts';
import { first } from './common.ts';

export const signedOutSchema = named(
  'SignedOutAnswer',
  z.strictObject({
    ...first,
    signedOut: described(z.literal(true), 'None of this sign-in’s tokens can write any more.'),
  }),
  'The sign-in has ended.',
);
