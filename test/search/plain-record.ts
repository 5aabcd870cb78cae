import { type PackedCenter, packed, unpackCenter, unpackOffering } from '../../functions/dataset/packed-center.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { isPayerKind, payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { therapies } from '../../functions/domain/therapy.ts';

const inOrder =
  <T extends string>(codes: readonly T[]) =>
  (list: readonly T[]): T[] =>
    [...list].sort((a, b) => codes.indexOf(a) - codes.indexOf(b));

/**
 * The public part of a record. Lists of closed values are sets, which pages hold without an order: they come back in
 * the vocabulary's order, payer kinds before named insurers, which keep their own order.
 */
export function publicPart({ center, offerings }: CenterRecord): CenterRecord {
  return {
    center: { ...center, unknownLevels: inOrder(levels.codes)(center.unknownLevels) },
    offerings: offerings.map((offering) => ({
      ...offering,
      conditions: inOrder(conditions.codes)(offering.conditions),
      populations: inOrder(populations.codes)(offering.populations),
      therapies: inOrder(therapies.codes)(offering.therapies),
      payers: [
        ...inOrder(payers.codes)(offering.payers.filter(isPayerKind)),
        ...offering.payers.filter((payer) => !isPayerKind(payer)),
      ],
      modalities: inOrder(modalities.codes)(offering.modalities),
      schedule: offering.schedule && {
        ...offering.schedule,
        tracks: offering.schedule.tracks && inOrder(tracks.codes)(offering.schedule.tracks),
      },
    })),
  };
}

export function unpacked(row: PackedCenter): CenterRecord {
  return {
    center: unpackCenter(row),
    offerings: row[packed.offerings].map((offering) => unpackOffering(row, offering)),
  };
}
