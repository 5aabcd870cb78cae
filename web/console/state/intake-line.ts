import { displayPhone } from '../../../functions/domain/contact.ts';
import { phoneHref } from '../../locator/read/address.ts';
import type { Center } from '../engine/found.ts';
import type { Details } from './state.ts';

/** A phone number to call, and whose number it is. */
export interface LineToCall {
  readonly number: string;
  readonly extension: string | null;
  readonly display: string;
  readonly href: string;
  /** True for the team's own direct line. It must not be given to callers, and no copy of it is stored. */
  readonly isDirect: boolean;
  readonly purpose: string;
  readonly answeredBy: string;
}

/** Lists the numbers to call: the team's direct line, then the center's intake lines, then all others. */
export function linesOf({ phones }: Center, details: Details | null): readonly LineToCall[] {
  const direct = details === null || typeof details === 'string' ? null : details.private.directIntakeLine;
  const takes = (purpose: string) => purpose === 'intake' || purpose === 'admissions';
  const isFirst = ({ purpose, answeredBy }: Center['phones'][number]) => takes(purpose) && answeredBy === 'facility';
  const listed = phones
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
    .map((phone) => ({ ...phone, href: phoneHref(phone), isDirect: false }));
  if (direct === null) return listed;
  const { number, extension } = direct;
  const own: LineToCall = {
    ...{ number, extension, display: displayPhone({ number, extension }), href: phoneHref(direct) },
    ...{ isDirect: true, purpose: 'intake', answeredBy: 'facility' },
  };
  return [own, ...listed.filter((one) => one.number !== number)];
}
