/** Memory of the search function in MB. */
export const SEARCH_MEMORY_MB = 1024;

/**
 * Maximum size of the search function's JavaScript heap in MB. By default, garbage fills nearly all of the memory and
 * leaves no room for what is outside of the heap: buffers, code, the table of places. `npm run bench -- --only memory`
 * runs a process with this limit.
 */
export const SEARCH_HEAP_MB = 512;
