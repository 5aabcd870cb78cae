/** The columns of a row of the table of fields (fields.ts), by the kind of its field. */
export type FieldRow =
  | (Said & List & { readonly kind: 'level'; readonly taxonomy: string })
  | (Said & List & Stored & { readonly kind: 'list' | 'payers'; readonly mask: number; readonly taxonomy: string })
  | (Said & List & Stored & { readonly kind: 'languages' })
  // A list of the groups that are accepted, or null if nobody says. A group that is not on a list is unknown, never
  // refused.
  | (Said & List & Stored & { readonly kind: 'accepted'; readonly mask: number; readonly taxonomy: string })
  // Times of day are stored within an offering's schedule.
  | (Said &
      Doubtful &
      List & { readonly kind: 'times'; readonly member: string; readonly mask: number; readonly taxonomy: string })
  | (Said & YesNo & { readonly kind: 'yes-no' })
  // Compares the least that an offering's schedule asks for.
  | (Said &
      Doubtful & { readonly kind: 'at-most'; readonly unit: 'hours' | 'sessions' | 'weeks'; readonly most: number })
  // Fields of the center. All other fields must match together, in one of its offerings.
  | (Said & { readonly kind: 'organizations' | 'states'; readonly example: readonly string[] })
  | (Said & { readonly kind: 'confirmed' | 'accepting' });

/** Texts about a field. */
interface Said {
  /** Description for readers of the OpenAPI document. */
  readonly description: string;
  /** In the form of the JSON body. */
  readonly example: unknown;
  /** Description for language models. */
  readonly tool: string;
  /** Description for the command line's help. */
  readonly option: string;
}

/** A field that an offering may leave open. silence/silence.ts says when that means "no"; otherwise it is unknown. */
interface Doubtful {
  /** Bit of the mask of questions that an offering leaves unanswered (dataset/unsaid.ts). 2048 is taken. */
  readonly unsaid: number;
  /**
   * The meaning of a value that is not named. `vocabulary` (the default): depends on what the offering's source could
   * have said. `unsaid`: no, unless the offering leaves the whole field open. `unknown`: never no.
   */
  readonly silence?: 'vocabulary' | 'unsaid' | 'unknown';
}

/** A field that takes several values, any of which may match. */
interface List {
  readonly example: readonly string[];
  readonly page: ListOnPage;
}

/** Words in the languages of the finder. */
export interface InBoth {
  readonly en: string;
  readonly es: string;
}

/** How the finder shows a list. */
export interface ListOnPage {
  /** Order among the groups of filters, and among the facts of a listing. */
  readonly place: number;
  /** Heading of the filter's choices. */
  readonly ask: InBoth;
  /** Heading of the values that a listing names; absent if they are shown in another way. */
  readonly title?: InBoth;
  /** True if the heading is left out where a listing names nothing, since most name nothing. */
  readonly optional?: true;
}

/** Published data holds these positions: a new field takes the next free one, and a position is never reused. */
interface Stored extends Doubtful {
  /** The list in an offering. */
  readonly member: string;
  /**
   * Position among an offering's facts (dataset/facts.ts). 4, 7, 9, 10, 14, 15, 16 and 17 are taken by facts that are
   * not fields.
   */
  readonly fact: number;
  /**
   * Position among the masks by which pages are pruned (dataset/index-nodes.ts). 6, 11 and 12 are taken by masks that are
   * not fields.
   */
  readonly mask?: number;
  readonly answer: {
    readonly description: string;
    readonly example: readonly string[];
    /** Precedes the values in a sentence. */
    readonly lead: string;
  };
}

/** A fact that is yes, no or unknown. */
interface YesNo extends Doubtful {
  readonly member: string;
  readonly fact: number;
  /** Bits of the mask of flags. 4, 8 and 256 are taken (dataset/index-nodes.ts). */
  readonly flags: { readonly yes: number; readonly no: number };
  readonly answer: {
    readonly description: string;
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
  };
  readonly page: { readonly title: InBoth; readonly yes: InBoth; readonly no: InBoth };
}
