import { DEFAULT_DAYS, daysAfter, type ProviderProgram } from './schema.ts';

/** The day from which a statement is too old to rely on. */
export const staleOn = ({ asOf, validUntil }: Pick<ProviderProgram, 'asOf' | 'validUntil'>): string =>
  validUntil === undefined ? daysAfter(asOf, DEFAULT_DAYS) : daysAfter(validUntil, 1);
