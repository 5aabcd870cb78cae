import type { CenterRecord } from '../../domain/record.ts';
import type { DatasetStore } from '../../store/store.ts';
import { type CorrectionRequest, plannedCorrection, UnknownCenterError } from '../correct.ts';
import { recordWith } from '../publish-centers.ts';

export interface CorrectionPreview {
  /** Revision of the corrections before the given one; 0 if there are none. */
  readonly version: number;
  /**
   * `before` is the record that the public sees now, null if the center is closed. `after` is the record with the
   * correction.
   */
  readonly before: CenterRecord | null;
  readonly after: CenterRecord | null;
}

/**
 * Returns a center as the public would see it after a correction. Writes nothing.
 * @throws what plannedCorrection throws
 */
export async function previewCorrection(
  request: CorrectionRequest,
  { store, now }: { readonly store: DatasetStore; readonly now: number },
): Promise<CorrectionPreview> {
  const { imported, previous, next } = await plannedCorrection(request, { store, now });
  if (imported === null) throw new UnknownCenterError(`the published dataset has no center "${request.center}"`);
  const [confirmations, facts] = await Promise.all([store.confirmations(request.center), store.facts(request.center)]);
  const seen = (corrections: typeof previous) => recordWith(imported, { confirmations, facts, corrections });
  return { version: previous?.revision ?? 0, before: seen(previous), after: seen(next) };
}
