import type { Place } from '../../../places/place.ts';

/** A place that a text may mean, as autocomplete shows it. */
export const placeAnswer = ({ label, kind, location, state }: Place) => ({ label, kind, location, state });
export type PlaceAnswer = ReturnType<typeof placeAnswer>;
