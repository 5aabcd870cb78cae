/** A name that a place is filed under, and what its label says instead of it. */
export interface FiledName {
  readonly spelling: string;
  /** Without the state; of a county without the word "County". */
  readonly label: string;
  /** True where the spelling is what people call the place, rather than a name. */
  readonly isNickname: boolean;
}

const NICKNAME = 'n';

/**
 * A name as the table has it: `Phoenix`; an alias `Ventura\tSan Buenaventura`; a label that begins with the name
 * `Koreatown\t, Los Angeles`; a nickname `vegas\tLas Vegas\tn`.
 */
export function nameText({ spelling, label, isNickname }: FiledName): string {
  if (label === spelling && !isNickname) return spelling;
  const written = label.startsWith(`${spelling}, `) ? label.slice(spelling.length) : label;
  return [spelling, written, ...(isNickname ? [NICKNAME] : [])].join('\t');
}

/** Undoes {@link nameText}. */
export function filedName(text: string): FiledName {
  const [spelling = '', written = spelling, mark] = text.split('\t');
  return { spelling, label: written.startsWith(', ') ? spelling + written : written, isNickname: mark === NICKNAME };
}
