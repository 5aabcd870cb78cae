/** A name under which a place is stored, and the label to show for the place. */
export interface FiledName {
  readonly spelling: string;
  /** The label without the state. For a county it does not contain the word "County". */
  readonly label: string;
  /** True for a nickname: what people call the place, not its name. */
  readonly isNickname: boolean;
}

const NICKNAME = 'n';

/**
 * Formats a name for the table: `Phoenix`; an alias as `Ventura\tSan Buenaventura`; a label that begins with the name
 * as `Koreatown\t, Los Angeles`; a nickname as `vegas\tLas Vegas\tn`.
 */
export function nameText({ spelling, label, isNickname }: FiledName): string {
  if (label === spelling && !isNickname) return spelling;
  const written = label.startsWith(`${spelling}, `) ? label.slice(spelling.length) : label;
  return [spelling, written, ...(isNickname ? [NICKNAME] : [])].join('\t');
}

/** Reverses {@link nameText}. */
export function filedName(text: string): FiledName {
  const [spelling = '', written = spelling, mark] = text.split('\t');
  return { spelling, label: written.startsWith(', ') ? spelling + written : written, isNickname: mark === NICKNAME };
}
