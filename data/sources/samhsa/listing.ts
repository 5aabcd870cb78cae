import type { Source } from '../../../functions/domain/source.ts';
import type { ResolvedCodes } from './samhsa-codes.ts';

/** Substance use or mental health: the two directories, which share columns but not codes. */
export type Kind = 'substance-use' | 'mental-health';

/** One listed facility, as the directory has it. */
export interface Listing {
  readonly kind: Kind;
  readonly year: number;
  /** The row of the sheet, from 1 as spreadsheets count; for messages only, nothing may depend on it. */
  readonly row: number;
  readonly name1: string;
  readonly name2: string;
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string;
  readonly intake1: string;
  readonly intake2: string;
  readonly codeText: string;
  readonly codes: ResolvedCodes['codes'];
  readonly unknownCodes: ResolvedCodes['unknown'];
  /** Only where the source gives one. */
  readonly website?: string | null;
  /** Where the facts are from, for listings that are not of a directory's workbook. */
  readonly source?: Source;
}
