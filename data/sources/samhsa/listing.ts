import type { Source } from '../../../functions/domain/source.ts';
import type { ResolvedCodes } from './samhsa-codes.ts';

/** Which of the two directories a listing is from. They share their columns but not their codes. */
export type Kind = 'substance-use' | 'mental-health';

/** One facility as a directory lists it. */
export interface Listing {
  readonly kind: Kind;
  readonly year: number;
  /**
   * The row's number in the sheet, counted from 1 as spreadsheets do. It is for messages only; nothing else may depend
   * on it.
   */
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
  /** The center's website; absent if the source has no column for it. */
  readonly website?: string | null;
  /** The source of the facts, for listings that are not from a directory's workbook. */
  readonly source?: Source;
}
