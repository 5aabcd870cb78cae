import * as z from 'zod';
import { answerers, phonePurposes } from './contact.ts';

/** A phone number and who answers it, so that a call center is never shown as the facility. */
export const phoneSchema = z.strictObject({
  /** The number in E.164 format; United States only. */
  number: z.string().regex(/^\+1[2-9]\d{2}[2-9]\d{6}$/, 'must be a United States number such as "+16025550100"'),
  extension: z
    .string()
    .regex(/^\d{1,8}$/, 'must be digits')
    .nullable(),
  purpose: z.enum(phonePurposes),
  answeredBy: z.enum(answerers),
});
