import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The published directories, which are not part of the project: tests that need them are skipped without them. */
const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const published = {
  substanceUse: `${folder}samhsa-su-2023.xlsx`,
  mentalHealth: `${folder}samhsa-mh-2024.xlsx`,
  coordinates: `${folder}facilities-8states.csv`,
  codes: `${folder}service-codes.csv`,
} as const;

/** Why a test is skipped; null if all the files exist. */
export const absent: string | null = Object.values(published).every((path) => existsSync(path))
  ? null
  : 'skipped: SAMHSA’s workbooks are not beside the project';
