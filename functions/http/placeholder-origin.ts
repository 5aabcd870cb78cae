/** Stands in written files for an origin of this deployment; no real domain can have this name. */
export const PLACEHOLDER_ORIGIN = 'https://locator.example';

/** Stands for the API's own domain in the same way. */
export const PLACEHOLDER_API_ORIGIN = 'https://api.locator.example/live';
