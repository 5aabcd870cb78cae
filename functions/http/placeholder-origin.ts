/** Placeholder for the website's URL in generated files. No real domain can have this name. */
export const PLACEHOLDER_ORIGIN = 'https://locator.example';

/** Placeholder for the URL of the API's own domain in generated files. */
export const PLACEHOLDER_API_ORIGIN = 'https://api.locator.example/live';
