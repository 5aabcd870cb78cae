import { DEFAULT_DAYS, daysAfter, type ProviderProgram } from './schema.ts';

/** The first day on which a provider's facts are too old to rely on. */
export const staleOn = ({ asOf, validUntil }: Pick<ProviderProgram, 'asOf' | 'validUntil'>): string =>
  validUntil === undefined ? daysAfter(asOf, DEFAULT_DAYS) : daysAfter(validUntil, 1);
