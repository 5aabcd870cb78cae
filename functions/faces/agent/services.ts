import type { FactsToRecord } from '../../domain/fact.ts';
import type { CenterRecord, PrivateFields } from '../../domain/record.ts';
import type { AgentStore, FactStore } from '../../store/agent-store.ts';
import type { ConfirmationStore, CorrectionStore, DatasetWriter } from '../../store/store.ts';
import type { StoredCorrections } from '../../store/stored-corrections.ts';
import type { StoredAct, StoredFacts } from '../../store/stored-facts.ts';
import type { StoredPrivate } from '../../store/stored-private.ts';
import type { ReadToken } from './person.ts';

/** What the agents' routes need in addition to what all routes have. */
export interface AgentServices {
  readonly readToken: ReadToken;
  readonly store: Pick<DatasetWriter, 'readHead'> &
    FactStore &
    Pick<ConfirmationStore, 'history'> &
    Pick<CorrectionStore, 'corrections' | 'correctionHistory'> &
    Pick<AgentStore, 'privateFields' | 'codes' | 'privateHistory' | 'isSignedOut'>;
}

/** Services that only the function for reading has. */
export interface AgentReads {
  /**
   * The public view of a center after a correction. Writes nothing.
   * @throws RefusedError
   */
  previewCorrection(request: CorrectionRequest): Promise<CorrectionPreview>;
}
export type ReadServices = AgentServices & { readonly reads: AgentReads };

/** A center before and after a correction. Null if the center is closed. */
interface CorrectionPreview {
  /** Current version of the center's corrections. */
  readonly version: number;
  readonly before: CenterRecord | null;
  readonly after: CenterRecord | null;
}

/** The stored value, and the version of the dataset that contains it: null if another writer's publish included it. */
interface Written<Stored> {
  readonly stored: Stored;
  readonly version: string | null;
}

export interface CorrectionRequest {
  readonly center: string;
  readonly set: readonly { readonly path: string; readonly value: unknown }[];
  readonly clear: readonly string[] | 'all';
  readonly reason: string;
  readonly by: string;
  /**
   * The version of the corrections that the caller saw; null if there were none. With undefined, any current version is
   * overwritten.
   */
  readonly seen: number | null | undefined;
}

/** Reasons to refuse a write. The faces do not import the publisher, so its errors arrive in this form. */
export type Refusal =
  | { readonly kind: 'not-there' }
  /**
   * Somebody else changed the value first. For facts, `target` is the id of the offering or the level that they are
   * stored under.
   */
  | { readonly kind: 'changed'; readonly target?: string }
  /** Stored but not yet published, because other writers kept publishing. Sending the request again publishes it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** A write was refused. Nothing was stored, except for `busy`. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(`refused: ${refusal.kind}`, { cause });
    this.refusal = refusal;
  }
}

/**
 * The writes of the agents' function. Each
 * @throws RefusedError.
 */
export interface AgentWrites {
  recordFacts(request: FactsToRecord): Promise<Written<StoredFacts> & { readonly acts: readonly StoredAct[] }>;
  correct(request: CorrectionRequest): Promise<Written<StoredCorrections>>;
  writePrivate(request: {
    readonly center: string;
    readonly fields: PrivateFields;
    readonly by: string;
    readonly seen: number | null;
  }): Promise<StoredPrivate>;
  /**
   * Ends a sign-in.
   * @param until When the caller's token expires, in seconds since 1970.
   */
  signOut(session: string, until: number): Promise<void>;
  /** The imported center with its corrections applied. Null if no center has the id, or it is closed. */
  listedCenter(center: string): Promise<CenterRecord | null>;
}
