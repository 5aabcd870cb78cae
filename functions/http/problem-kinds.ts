export interface ProblemKindNote {
  readonly status: number;
  readonly title: string;
  /** Why it comes. */
  readonly meaning: string;
  /** What the caller can do. */
  readonly remedy: string;
}

/**
 * Every kind of problem that an answer can be, by the last part of its `type`. Each has a page at `/problems/<kind>`,
 * and stands in the OpenAPI document.
 */
export const problemKinds = {
  'bad-request': {
    status: 400,
    title: 'The request has a fault',
    meaning:
      'A parameter or a member of the body is unknown, empty, given twice or not acceptable, or what was given does not go together. `errors` names every fault at once, each with what would be right.',
    remedy:
      'Mend what `errors` names and send the request again. Sending it unchanged gives the same answer. Where a place could not be told, `candidates` lists what may be meant; each label there is a `near` that works.',
  },
  'location-needed': {
    status: 400,
    title: 'A location is needed',
    meaning:
      'The search asks for the caller’s own place, with `near=me` or a `q` that names none, and the network does not know where that is.',
    remedy: 'Ask the visitor for a ZIP or a city and send it as `near`, or send a `cell` of the device’s own location.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    meaning:
      'The API’s own domain needs a key, and the request has none that is valid; or a page of another site asked a server that only its own machine may reach.',
    remedy: 'Send your key in the header `x-api-key`. The website’s own domain needs none.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'There is nothing at this address, or no center has this id.',
    remedy:
      'Check the address. A center that has closed leaves the listings: search for it by `name`, or search its place anew.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The address is there, but does not take this method.',
    remedy: 'Use one of the methods that the header `Allow` lists.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No acceptable format',
    meaning: 'The header `Accept` names only formats that this address does not have.',
    remedy: 'Accept one of the formats that `detail` lists, or leave the header out for JSON.',
  },
  'cursor-gone': {
    status: 410,
    title: 'These pages are no longer kept',
    meaning:
      'The cursor leads through listings that were replaced more than a day ago, so that its pages cannot be finished without repeating or skipping centers.',
    remedy: 'Begin the search again without `cursor`.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body has more than 64 KiB.',
    remedy: 'Send a smaller one: the largest sensible search has a few hundred bytes.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not JSON',
    meaning: 'The body’s `Content-Type` is not one that this address reads.',
    remedy: 'Send JSON with `Content-Type: application/json`.',
  },
  'too-broad': {
    status: 422,
    title: 'The search is too broad',
    meaning:
      'More listings would have to be read than one request may, so an exact answer cannot be given; or the answer would be larger than one may be. There is never a partial one.',
    remedy:
      'Give a radius with `within`, or loosen one of the fields that `fields` lists. Where the answer would be too large, ask for fewer at a time.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning: 'The address or the key has sent more than its share.',
    remedy: 'Wait for as many seconds as the header `Retry-After` says, then send the request again.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'The fault is ours, not the request’s.',
    remedy:
      'Try again. If it stays, report the answer’s `x-request-id`, which leads us to the fault without saying what was asked.',
  },
  unavailable: {
    status: 503,
    title: 'The search is unavailable for a moment',
    meaning: 'The listings could not be read in full within the time. There is no answer rather than a partial one.',
    remedy: 'Wait for as many seconds as the header `Retry-After` says, then send the request again.',
  },
} as const satisfies Readonly<Record<string, ProblemKindNote>>;

export type ProblemKind = keyof typeof problemKinds;
