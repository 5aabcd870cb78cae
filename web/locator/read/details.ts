import type { Offering } from './answer.ts';

/** The next level up or down, at the nearest center that has it. */
export interface Step {
  readonly level: string;
  readonly center: { readonly id: string; readonly name: string };
  readonly miles: number;
  /** True if the exact location of either center is unknown and the middle of its ZIP is used. */
  readonly approximate: boolean;
}

/** What an opened card shows in addition to the search result: all offerings, and the next level up and down. */
export interface Details {
  readonly offerings: readonly Offering[];
  readonly up: Step | null;
  readonly down: Step | null;
}

/** The part of the API's answer about a center that an opened card needs. */
export interface ApiCenter {
  readonly offerings: readonly Offering[];
}

/** The API's answer about the next levels up and down, for each level of a center. */
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

/**
 * Makes the details of an opened card from the API's answers.
 * @param level The requested level; null for the center's first.
 */
export function detailsOf({ offerings }: ApiCenter, { steps }: ApiContinuum, level: string | null): Details {
  const own = steps.find((step) => step.level === level) ?? steps[0];
  return { offerings, up: stepOf(own?.stepUp ?? null), down: stepOf(own?.stepDown ?? null) };
}

function stepOf(step: ApiStep | null): Step | null {
  if (step === null) return null;
  const { miles, approximate = false } = step.distance;
  return { level: step.level, center: { id: step.center.id, name: step.center.name }, miles, approximate };
}
