import * as z from 'zod';

const instantSchema = z.iso.datetime();

/** Says if admissions confirmed that the center offers this. `stale` is computed from `expiresAt` on each read. */
export const confirmationSchema = z
  .strictObject({
    state: z.enum(['confirmed', 'unconfirmed', 'denied']),
    confirmedAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
  })
  .refine(
    ({ state, confirmedAt, expiresAt }) =>
      state === 'unconfirmed'
        ? confirmedAt === null && expiresAt === null
        : confirmedAt !== null && (state === 'denied' || expiresAt !== null),
    'a confirmed offering has confirmedAt and expiresAt, a denied one confirmedAt, an unconfirmed one neither',
  )
  .refine(
    ({ confirmedAt, expiresAt }) => !(Date.parse(confirmedAt ?? '') >= Date.parse(expiresAt ?? '')),
    'expiresAt must be later than confirmedAt',
  );
export type Confirmation = z.infer<typeof confirmationSchema>;
