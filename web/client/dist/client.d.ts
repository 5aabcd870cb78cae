import type { CenterAnswer, ContinuumAnswer, HealthAnswer, PathsAnswer, PathsRequest, PlacesAnswer, SearchAnswer, SearchRequest, StatesAnswer, TaxonomyAnswer } from './types.js';
/** The type of a body, with read-only lists allowed. */
type Given<Body> = {
    readonly [Field in keyof Body]: Body[Field] extends (infer Item)[] | undefined ? readonly Item[] : Body[Field];
};
/** The fields of a search. Read-only lists are allowed. */
export type SearchFields = Given<SearchRequest>;
/** The fields of a request for paths through several levels of care. */
export type PathsFields = Given<PathsRequest>;
export interface ClientOptions {
    /** URL of the API, with or without a closing slash; empty for the page's own origin. */
    readonly baseUrl?: string;
    /** The API's own domain requires a key; the website's domain does not. */
    readonly apiKey?: string;
    /** How long to wait for an answer, in milliseconds. @default 15000 */
    readonly timeoutMs?: number;
    /**
     * If true, a search aborts the previous search, and a request for places aborts the previous one, as a page with a
     * text box needs. A server with several users passes false. @default true
     */
    readonly abortPrevious?: boolean;
    /**
     * Sends the requests.
     * @default the global fetch
     */
    readonly fetch?: typeof fetch;
}
export interface CallOptions {
    /** Aborts the request. */
    readonly signal?: AbortSignal;
}
/**
 * Calls the locator's API from a browser or Node. A call fails with a {@link ProblemError} if the API answers with one,
 * with a {@link NoAnswerError} if there is no answer, and with the signal's own reason (`AbortError`) if it was
 * aborted.
 */
export declare class LocatorClient {
    #private;
    constructor(options?: ClientOptions);
    /** Finds centers. The search is sent in the body, so that a place never appears in a URL, history or log. */
    search(fields: SearchFields, options?: CallOptions): Promise<SearchAnswer>;
    /**
     * Requests the pages of a search, one after the other. If a page fails, it can be requested again with its `cursor`.
     */
    pages(fields: SearchFields, options?: CallOptions): AsyncGenerator<SearchAnswer, void, undefined>;
    /** Reads one center with all its offerings. */
    center(id: string, { signal }?: CallOptions): Promise<CenterAnswer>;
    /**
     * The next level up and down from each level of a center.
     * @param within A radius such as `50mi`.
     */
    continuum(id: string, { signal, within }?: CallOptions & {
        readonly within?: string;
    }): Promise<ContinuumAnswer>;
    /**
     * Finds the shortest paths through one center of each level, such as detox, then residential, then IOP. The fields
     * are sent in the body, as for a search.
     */
    paths(fields: PathsFields, { signal }?: CallOptions): Promise<PathsAnswer>;
    /**
     * Suggests ZIPs and cities that begin with the text.
     * @param limit Maximum number of results, up to 20.
     */
    places(q: string, options?: CallOptions & {
        readonly limit?: number;
    }): Promise<PlacesAnswer>;
    /** Reads every value of the filter fields, and how many centers have it. */
    taxonomy({ signal }?: CallOptions): Promise<TaxonomyAnswer>;
    /** Reads which states are listed. */
    states({ signal }?: CallOptions): Promise<StatesAnswer>;
    health({ signal }?: CallOptions): Promise<HealthAnswer>;
}
export {};
