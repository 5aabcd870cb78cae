import type { Condition } from '../domain/condition.ts';
import type { Level } from '../domain/level-of-care.ts';
import type { Modality } from '../domain/modality.ts';
import type { Population } from '../domain/population.ts';
import type { Track } from '../domain/schedule.ts';
import type { State } from '../domain/state.ts';
import type { Therapy } from '../domain/therapy.ts';
import type { Field } from './sayings/field.ts';

/** What a text typed into one search box asks for, in the fields of the search. */
export interface Reading {
  /** Text for `near`: a ZIP, a point, `Phoenix, AZ`, `me`, or the name of an ambiguous city. Null where no place was named. */
  readonly near: string | null;
  /** A whole state that we serve; never together with `near`. */
  readonly state: State | null;
  /** The postal code of a whole state that we do not serve: its name is in `ignored` too. */
  readonly unservedState: string | null;
  /** `20mi` or `40km`. */
  readonly within: string | null;
  readonly level: readonly Level[];
  readonly condition: readonly Condition[];
  readonly population: readonly Population[];
  readonly therapy: readonly Therapy[];
  /** Kinds of payer, and slugs of the insurers that were given. */
  readonly payer: readonly string[];
  readonly modality: readonly Modality[];
  readonly schedule: readonly Track[];
  readonly language: readonly string[];
  readonly housing: boolean | null;
  readonly accepting: boolean;
  /** Words of a life in danger: show the crisis lines first. The search goes on as usual. */
  readonly crisis: boolean;
  /** Words that were not understood, as typed and in order. Words that carry no wish of their own are left out. */
  readonly ignored: readonly string[];
  /** What each understood stretch of the text was read as, in order; one that means two values stands there twice. */
  readonly understood: readonly Understood[];
}

export interface Understood {
  readonly text: string;
  readonly field: Field | 'within';
  readonly value: string;
}
