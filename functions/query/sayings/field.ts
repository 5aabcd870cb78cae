import type { Condition } from '../../domain/condition.ts';
import type { Level } from '../../domain/level-of-care.ts';
import type { Modality } from '../../domain/modality.ts';
import type { PayerKind } from '../../domain/payer.ts';
import type { Population } from '../../domain/population.ts';
import type { Track } from '../../domain/schedule.ts';
import type { Therapy } from '../../domain/therapy.ts';

/** The values that a saying can have, by field. */
export interface Values {
  readonly level: Level;
  readonly condition: Condition;
  readonly population: Population;
  readonly therapy: Therapy;
  readonly payer: PayerKind;
  readonly modality: Modality;
  readonly schedule: Track;
  readonly language: string;
  readonly housing: 'true';
  readonly accepting: 'true';
  readonly crisis: 'true';
  readonly near: 'me';
  readonly state: string;
}
export type Field = keyof Values;
export type ListField = Exclude<Field, 'housing' | 'accepting' | 'crisis' | 'near' | 'state'>;
