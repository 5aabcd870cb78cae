export interface ProblemKindNote {
  readonly status: number;
  readonly title: string;
  /** When the problem occurs. */
  readonly meaning: string;
  /** How the caller can fix it. */
  readonly remedy: string;
}

/**
 * Every kind of problem that the API can return, keyed by the last part of its `type`. Each has a page at
 * `/problems/<kind>` and an entry in the OpenAPI document.
 */
export const problemKinds = {
  'bad-request': {
    status: 400,
    title: 'The request has a fault',
    meaning:
      'A parameter or body field is unknown, empty, repeated or has a value that is not accepted, or two of them cannot be combined. `errors` lists every fault at once, each with what would be accepted.',
    remedy:
      'Fix everything listed in `errors`, then retry. The same request gets the same answer. If a place was ambiguous or unknown, `candidates` lists likely matches; each label works as `near`.',
  },
  'location-needed': {
    status: 400,
    title: 'A location is needed',
    meaning:
      'The search starts from the caller’s own location (`near=me`, or a `q` without a place), and the network cannot tell where that is.',
    remedy:
      'Ask the visitor for a ZIP or city and send it as `near`. A search for centers also takes a `cell` that contains the device’s location.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    meaning:
      'The API’s own domain needs a key, and the request has no valid one. Or a page on another site called a server that accepts requests from its own machine only.',
    remedy: 'Send your key in the header `x-api-key`. The website’s own domain needs none.',
  },
  'sign-in-needed': {
    status: 401,
    title: 'Sign-in needed',
    meaning:
      'The agents’ API needs a bearer token, and the request has none, or one that is expired, ended by a sign-out, altered, or issued by or for somebody else.',
    remedy: 'Sign in again, and send the new access token as `Authorization: Bearer <token>`.',
  },
  'group-needed': {
    status: 403,
    title: 'Your group may not do this',
    meaning: 'You are signed in, and what was asked needs a group that you are not in.',
    remedy: 'Ask whoever manages sign-ins to add you to the group that `detail` names, then sign in again.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'There is nothing at this URL, or no center has this ID.',
    remedy: 'Check the URL. Closed centers are no longer listed: search by `name`, or search near the place again.',
  },
  'center-moved': {
    status: 308,
    title: 'This center has another ID',
    meaning:
      'The center was renamed, or its listing was merged with another one. `reason` says which, `since` when, and `successor` is the ID to use.',
    remedy: 'Follow the `Location` header, and replace the ID where you keep it.',
  },
  'center-gone': {
    status: 410,
    title: 'This center is no longer listed',
    meaning:
      'The ID was a center’s once. `reason` says whether the center has `closed` or its directory lists it no more (`unlisted`), and `since` names the day.',
    remedy: 'Remove the ID where you keep it, and search near its place for others.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'This URL exists but does not accept the method.',
    remedy: 'Use a method listed in the `Allow` header.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No acceptable format',
    meaning: 'The `Accept` header lists only formats that this URL does not offer.',
    remedy: 'Accept a format listed in `detail`, or omit the header to get JSON.',
  },
  'cursor-gone': {
    status: 410,
    title: 'These pages are no longer kept',
    meaning:
      'The cursor belongs to listings that were replaced more than a day ago. Continuing could repeat or skip centers.',
    remedy: 'Start the search again without `cursor`.',
  },
  'part-gone': {
    status: 410,
    title: 'This part was replaced',
    meaning:
      'The current listings have no part, or file of places, with this hash. A part is replaced when one of its centers changes, is added or is removed.',
    remedy:
      'Wait the number of seconds in the `Retry-After` header, read `/v1/dataset` again, and download what it names.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'Somebody else was first',
    meaning:
      'What you are changing is no longer at the version in `If-Match`. Nothing was written. `sent` is your version, `current` the present one, with its facts.',
    remedy: 'Look at `current`. If yours is still right, send it again with the current version in `If-Match`.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is larger than 64 KiB.',
    remedy: 'Send a smaller body: a search needs a few hundred bytes at most.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not JSON',
    meaning: 'This URL does not accept the body’s `Content-Type`.',
    remedy: 'Send JSON with `Content-Type: application/json`.',
  },
  'too-broad': {
    status: 422,
    title: 'The search is too broad',
    meaning:
      'An exact answer would need to read more listings than one request is allowed to, or would be too large to send. Partial answers are never sent.',
    remedy:
      'Loosen one of the fields listed in `fields`. A search for centers also takes a radius, `within`; a path needs fewer `levels`, or none that few centers have. If the answer is too large, lower `limit`.',
  },
  'version-needed': {
    status: 428,
    title: 'Say which version you saw',
    meaning: 'A change needs the header `If-Match`, so that two people do not overwrite each other.',
    remedy:
      'Send the version that you read, such as `If-Match: "3"` (`"0"` where nothing was recorded). To replay queued key presses, send `If-Match: *`: their times then decide.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning: 'The IP address or the key is over its limit.',
    remedy: 'Wait the number of seconds in the `Retry-After` header, then retry.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'The error is ours; nothing is wrong with the request.',
    remedy:
      'Retry. If it keeps failing, report the `x-request-id` header: it lets us find the error and does not reveal what was searched.',
  },
  unavailable: {
    status: 503,
    title: 'The search is unavailable for a moment',
    meaning: 'The listings could not be read completely in time. Partial answers are never sent.',
    remedy: 'Wait the number of seconds in the `Retry-After` header, then retry.',
  },
} as const satisfies Readonly<Record<string, ProblemKindNote>>;

export type ProblemKind = keyof typeof problemKinds;
