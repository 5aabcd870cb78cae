import { type Facts, fact, yesNo } from '../dataset/facts.ts';
import { FLAGS, flag, UNSAID } from '../dataset/index-nodes.ts';
import { leastOf } from '../dataset/unsaid.ts';
import { type FieldOf, fields, type YesNoField } from '../domain/fields.ts';
import { type Asked, MAY_BE_UNKNOWN, MAY_BE_YES, NO, UNKNOWN, YES } from './asked.ts';
import { havingAny } from './counted.ts';

/** A fact that is yes, no or unknown. */
export function askedYesNo(field: YesNoField, wanted: boolean): Asked {
  const { fact: position, flags, unsaid } = fields[field];
  const code = wanted ? yesNo.yes : yesNo.no;
  const bit = wanted ? flags.yes : flags.no;
  return {
    field,
    answer: ({ facts, masks }) => {
      if (facts[position] === code) return YES;
      return ((masks[UNSAID] ?? 0) & unsaid) !== 0 ? UNKNOWN : NO;
    },
    mayAnswer: ({ masks }) =>
      (((masks[FLAGS] ?? 0) & bit) !== 0 ? MAY_BE_YES : 0) |
      (((masks[UNSAID] ?? 0) & unsaid) !== 0 ? MAY_BE_UNKNOWN : 0),
    counted: ({ bits }) => ({ yes: havingAny(bit, bits.flags), unknown: havingAny(unsaid, bits.unsaid) }),
  };
}

/**
 * A limit that a schedule must not exceed, such as hours a week. Yes if the schedule's smallest number is within the
 * limit, unknown if the schedule does not say.
 */
export function askedAtMost(field: FieldOf<'at-most'>, most: number): Asked {
  const { unit, unsaid } = fields[field];
  return {
    field,
    answer: ({ facts }) => {
      const least = leastOf(facts[fact.schedule])[unit];
      if (least === null) return UNKNOWN;
      return least <= most ? YES : NO;
    },
    mayAnswer: ({ masks }) =>
      (((masks[FLAGS] ?? 0) & flag.scheduleKnown) !== 0 ? MAY_BE_YES : 0) |
      (((masks[UNSAID] ?? 0) & unsaid) !== 0 ? MAY_BE_UNKNOWN : 0),
    counted: ({ bits }) => ({
      yes: havingAny(flag.scheduleKnown, bits.flags),
      unknown: havingAny(unsaid, bits.unsaid),
    }),
  };
}

/** True or false for every offering, never unknown: we store ourselves which offerings admissions confirmed. */
export function askedConfirmed(since: number, now: number): Asked {
  return {
    field: 'confirmed',
    answer: ({ facts }) => (isConfirmedSince(facts, since, now) ? YES : NO),
    mayAnswer: ({ masks }) => (((masks[FLAGS] ?? 0) & flag.confirmed) !== 0 ? MAY_BE_YES : 0),
    counted: ({ bits }) => ({ yes: havingAny(flag.confirmed, bits.flags), unknown: 0 }),
  };
}

/** Excludes only offerings that are known to be full or closed. An offering whose intake is unknown is not excluded. */
export function askedAccepting(now: number): Asked {
  return {
    field: 'accepting',
    answer: ({ facts }) => {
      const intake = facts[fact.intake];
      return intake === 0 || intake[0] === 'open' || hasEnded(intake[2], now) ? YES : NO;
    },
    mayAnswer: () => MAY_BE_YES,
    counted: ({ offered }) => ({ yes: offered, unknown: 0 }),
  };
}

const hasEnded = (until: string | undefined, now: number): boolean => until !== undefined && Date.parse(until) <= now;

function isConfirmedSince(facts: Facts, since: number, now: number): boolean {
  const confirmation = facts[fact.confirmation];
  if (confirmation === 0 || confirmation[0] !== 'confirmed') return false;
  const [, confirmedAt, expiresAt] = confirmation;
  return confirmedAt !== null && expiresAt !== null && Date.parse(confirmedAt) >= since && Date.parse(expiresAt) > now;
}
