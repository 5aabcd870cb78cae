/** What a row of the table of fields (fields.ts) says, by the kind of its field. */
export type FieldRow =
  | (Said & List & { readonly kind: 'level'; readonly taxonomy: string })
  | (Said & List & Stored & { readonly kind: 'list' | 'payers'; readonly mask: number; readonly taxonomy: string })
  | (Said & List & Stored & { readonly kind: 'languages' })
  // Who is accepted: a list of those who are, or null where nobody says. Who is not on a list is unknown, never refused.
  | (Said & List & Stored & { readonly kind: 'accepted'; readonly mask: number; readonly taxonomy: string })
  // Times of day are part of an offering's schedule, and stored within it.
  | (Said &
      Doubtful &
      List & { readonly kind: 'times'; readonly member: string; readonly mask: number; readonly taxonomy: string })
  | (Said & YesNo & { readonly kind: 'yes-no' })
  // Compares the least that an offering's schedule asks for.
  | (Said &
      Doubtful & { readonly kind: 'at-most'; readonly unit: 'hours' | 'sessions' | 'weeks'; readonly most: number })
  // The fields of the center: all others must hold together for one of its offerings.
  | (Said & { readonly kind: 'organizations' | 'states'; readonly example: readonly string[] })
  | (Said & { readonly kind: 'confirmed' | 'accepting' });

/** Words for those who ask. */
interface Said {
  /** For readers of the API's document. */
  readonly description: string;
  /** In the form of the JSON body. */
  readonly example: unknown;
  /** For language models. */
  readonly tool: string;
  /** For the command line's help. */
  readonly option: string;
}

/** A field of which an offering may say nothing. What that means is in silence/silence.ts; for the rest it is unknown. */
interface Doubtful {
  /** Bit of the mask that tells on what questions an offering says nothing (dataset/unsaid.ts). 2048 is taken. */
  readonly unsaid: number;
  /**
   * What it means that a value is not named. `vocabulary`, also if left out: what the offering's source could have said
   * decides. `unsaid`: no, unless the offering says nothing at all to the field. `unknown`: never no.
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
  /** Heading of the values that a listing names; absent if they are shown otherwise. */
  readonly title?: InBoth;
  /** True if the heading is left out where a listing names nothing, since most name nothing. */
  readonly optional?: true;
}

/** Published data holds these positions: a new field takes the next free one, and one that was used is never used again. */
interface Stored extends Doubtful {
  /** The list in an offering. */
  readonly member: string;
  /** Position among an offering's facts (dataset/facts.ts). 4, 7, 9, 10, 14, 15, 16 and 17 are taken by what is no field. */
  readonly fact: number;
  /** Position among the masks by which pages are pruned (dataset/directory.ts). 6, 11 and 12 are taken by what is no field. */
  readonly mask?: number;
  readonly answer: {
    readonly description: string;
    readonly example: readonly string[];
    /** Goes before the values in a sentence. */
    readonly lead: string;
  };
}

/** A fact that is yes, no or unknown. */
interface YesNo extends Doubtful {
  readonly member: string;
  readonly fact: number;
  /** Bits of the mask of flags. 4, 8 and 256 are taken (dataset/directory.ts). */
  readonly flags: { readonly yes: number; readonly no: number };
  readonly answer: {
    readonly description: string;
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
  };
  readonly page: { readonly title: InBoth; readonly yes: InBoth; readonly no: InBoth };
}
