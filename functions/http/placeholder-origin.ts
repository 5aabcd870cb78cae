/** Stands in written files wherever an address of this deployment belongs; no real domain can have this name. */
export const PLACEHOLDER_ORIGIN = 'https://locator.example';
