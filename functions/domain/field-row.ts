/** The columns of a row of the table of fields (fields.ts), by the kind of its field. */
export type FieldRow =
  | (Said & List & { readonly kind: 'level'; readonly taxonomy: string })
  | (Said & List & Stored & { readonly kind: 'list' | 'payers'; readonly mask: number; readonly taxonomy: string })
  | (Said & List & Stored & { readonly kind: 'languages' })
  // A list of the groups that are accepted, or null if the sources do not say. Whether other groups are accepted is
  // unknown; it is never "no".
  | (Said & List & Stored & { readonly kind: 'accepted'; readonly mask: number; readonly taxonomy: string })
  // The values are stored in an offering's schedule.
  | (Said &
      Doubtful &
      List & { readonly kind: 'times'; readonly member: string; readonly mask: number; readonly taxonomy: string })
  | (Said & YesNo & { readonly kind: 'yes-no' })
  // A search compares its number with the least that an offering's schedule requires.
  | (Said &
      Doubtful & { readonly kind: 'at-most'; readonly unit: 'hours' | 'sessions' | 'weeks'; readonly most: number })
  // Fields of the center itself. All other fields must match together in one of its offerings.
  | (Said & { readonly kind: 'organizations' | 'states'; readonly example: readonly string[] })
  | (Said & { readonly kind: 'confirmed' | 'accepting' });

/** Descriptions of a field for different readers. */
interface Said {
  /** Description for readers of the OpenAPI document. */
  readonly description: string;
  /** Example value, as in a JSON body. */
  readonly example: unknown;
  /** Description for language models. */
  readonly tool: string;
  /** Description for the command line's help. */
  readonly option: string;
}

/**
 * A field whose values an offering may leave out. silence/silence.ts decides if a missing value means "no" or
 * "unknown".
 */
interface Doubtful {
  /**
   * Bit of this field in the mask of questions that an offering leaves unanswered (dataset/unsaid.ts). Bit 2048 is
   * already used.
   */
  readonly unsaid: number;
  /**
   * What it means if a listing does not name a value. `vocabulary` (the default): depends on what the offering's source
   * could have said. `unsaid`: "no", unless the offering names no value of the field at all. `unknown`: always unknown.
   */
  readonly silence?: 'vocabulary' | 'unsaid' | 'unknown';
}

/** A field that takes several values, any of which may match. */
interface List {
  readonly example: readonly string[];
  readonly page: ListOnPage;
}

/** A text in both languages of the finder. */
export interface InBoth {
  readonly en: string;
  readonly es: string;
}

/** How the finder shows a list. */
export interface ListOnPage {
  /** Sort position among the groups of filters, and among the facts of a listing. */
  readonly place: number;
  /** Heading of the filter's choices. */
  readonly ask: InBoth;
  /** Heading of the values in a listing; absent if they are not shown under a heading. */
  readonly title?: InBoth;
  /** True if a listing without values does not show the heading at all, because few listings name a value. */
  readonly optional?: true;
}

/** Positions in published data. A new field takes the next free position; a position is never used again. */
interface Stored extends Doubtful {
  /** Name of the property of an offering that holds the list. */
  readonly member: string;
  /**
   * Position of the field in an offering's facts (dataset/facts.ts). Facts that are not fields use 4, 7, 9, 10, 14, 15,
   * 16 and 17.
   */
  readonly fact: number;
  /**
   * Position of the field's mask in the index, which decides which pages a search reads (dataset/index-nodes.ts). Masks
   * that are not fields use 6, 11 and 12.
   */
  readonly mask?: number;
  readonly answer: {
    readonly description: string;
    readonly example: readonly string[];
    /** Text before the values in a sentence. */
    readonly lead: string;
  };
}

/** A fact that is yes, no or unknown. */
interface YesNo extends Doubtful {
  readonly member: string;
  readonly fact: number;
  /** The bits for yes and no in the mask of flags. 4, 8 and 256 are already used (dataset/index-nodes.ts). */
  readonly flags: { readonly yes: number; readonly no: number };
  readonly answer: {
    readonly description: string;
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
  };
  readonly page: { readonly title: InBoth; readonly yes: InBoth; readonly no: InBoth };
}
