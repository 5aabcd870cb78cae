import { quoted } from '../../../http/faults.ts';

/** Tests the time at which a resource was updated, in milliseconds since 1970. */
export type UpdatedTest = (updatedAt: number) => boolean;

const FORM =
  /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const example =
  'must be a date or time, such as 2026-11, 2026-11-23 or 2026-11-23T12:00:00Z, with eq, ne, gt, lt, ge, le, sa, eb or ap before it (eq if none is); commas between alternatives';

/** A time zone offset whose plus sign was not escaped: in a URL, "+" means a space. */
const PLUS_AS_SPACE = /T[\d:.]+ \d{2}:\d{2}$/;
const plusHint = '; a + in a URL means a space, so write it as %2B: …00:00:00%2B02:00';

/**
 * Reads `_lastUpdated`: one or several times, separated by commas, of which one must fit. `2026-11` means all of
 * November, `2026` all of that year. A time without a zone is UTC.
 * @param now Milliseconds since 1970: `ap` accepts a difference of a tenth of the time since then.
 * @returns the test, or what is wrong
 */
export function readLastUpdated(value: string, now: number): UpdatedTest | { readonly wrong: string } {
  const tests = value.split(',').map((one) => readOne(one.trim(), now));
  const wrong = tests.filter((test) => typeof test === 'string');
  if (wrong.length > 0) return { wrong: wrong.join('; ') };
  return (at) => tests.some((test) => typeof test !== 'string' && test(at));
}

function readOne(text: string, now: number): UpdatedTest | string {
  const span = spanOf(text);
  if (span === null) return `${quoted(text)} ${example}${PLUS_AS_SPACE.test(text) ? plusHint : ''}`;
  const [from, to] = span;
  switch (text.slice(0, 2)) {
    case 'ne':
      return (at) => at < from || at >= to;
    case 'gt':
    case 'sa':
      return (at) => at >= to;
    case 'lt':
    case 'eb':
      return (at) => at < from;
    case 'ge':
      return (at) => at >= from;
    case 'le':
      return (at) => at < to;
    case 'ap': {
      const tenth = Math.abs(now - from) / 10;
      return (at) => at >= from - tenth && at < to + tenth;
    }
    default:
      return (at) => at >= from && at < to;
  }
}

/**
 * The time span that the text stands for: its first millisecond, and the first millisecond after it, since 1970. Null
 * if the text is not a valid date.
 */
function spanOf(text: string): readonly [from: number, to: number] | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [, , year = '', month, day, hour, minute, second, fraction, zone] = match;
  const parts = [year, month ?? '01', day ?? '01', hour ?? '00', minute ?? '00', second ?? '00'] as const;
  const [y, mo, d, h, mi, s] = parts.map(Number) as [number, number, number, number, number, number];
  const local = Date.UTC(y, mo - 1, d, h, mi, s, Number((fraction ?? '').padEnd(3, '0')));
  // Date.UTC turns 30 February into 2 March, so a text that differs afterwards was not a date.
  const written = new Date(Date.UTC(y, mo - 1, d, h, mi, s)).toISOString();
  if (written !== `${parts[0]}-${parts[1]}-${parts[2]}T${parts[3]}:${parts[4]}:${parts[5]}.000Z`) return null;
  const offset = zone === undefined || zone === 'Z' ? 0 : offsetOf(zone);
  if (offset === null) return null;
  const from = local - offset;
  if (fraction !== undefined) return [from, from + 10 ** (3 - fraction.length)];
  if (second !== undefined) return [from, from + 1_000];
  if (minute !== undefined) return [from, from + 60_000];
  if (day !== undefined) return [from, from + 86_400_000];
  return [from, Date.UTC(month === undefined ? y + 1 : y, month === undefined ? 0 : mo, 1)];
}

/** Milliseconds east of UTC; null if the offset does not exist. */
function offsetOf(zone: string): number | null {
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
