import type { Offering } from './answer.ts';

/** The nearest center with the next level up or down. */
export interface Step {
  readonly level: string;
  readonly center: { readonly id: string; readonly name: string };
  readonly miles: number;
  /** True if either center is known by its ZIP only. */
  readonly approximate: boolean;
}

/** What an opened card says besides its search result: all that the center offers, and where to go on from there. */
export interface Details {
  readonly offerings: readonly Offering[];
  readonly up: Step | null;
  readonly down: Step | null;
}

/** What the API says of one center, as far as an opened card reads it. */
export interface ApiCenter {
  readonly offerings: readonly Offering[];
}

/** Where to go on from each level of a center. */
export interface ApiContinuum {
  readonly steps: readonly {
    readonly level: string;
    readonly stepUp: ApiStep | null;
    readonly stepDown: ApiStep | null;
  }[];
}

interface ApiStep {
  readonly level: string;
  readonly center: { readonly id: string; readonly name: string };
  readonly distance: { readonly miles: number; readonly approximate?: boolean };
}

/** What an opened card says. @param level The level that was asked for; the first of the center otherwise. */
export function detailsOf({ offerings }: ApiCenter, { steps }: ApiContinuum, level: string | null): Details {
  const own = steps.find((step) => step.level === level) ?? steps[0];
  return { offerings, up: stepOf(own?.stepUp ?? null), down: stepOf(own?.stepDown ?? null) };
}

function stepOf(step: ApiStep | null): Step | null {
  if (step === null) return null;
  const { miles, approximate = false } = step.distance;
  return { level: step.level, center: { id: step.center.id, name: step.center.name }, miles, approximate };
}
