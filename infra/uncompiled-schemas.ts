/**
 * zod's `jitless`, as the first statement of every file of a bundle: zod reads it when a schema is made, which is before any
 * statement of an importing module can run. Compiling a schema pays after thousands of requests, and under a content
 * security policy the mere try is an error in the browser's console.
 */
export const uncompiledSchemas = 'globalThis.__zod_globalConfig??={jitless:true};';
