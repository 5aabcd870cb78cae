/** Stands in written files wherever an address of this deployment belongs; no real domain can have this name. */
export const PLACEHOLDER_ORIGIN = 'https://locator.example';

/** Of the API's own domain, in the same way. */
export const PLACEHOLDER_API_ORIGIN = 'https://api.locator.example/live';
