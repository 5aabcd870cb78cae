import * as z from 'zod';

// zod tests for eval when schemas are created, and this page's policy reports that. Must be imported before any schema
// is created.
z.config({ jitless: true });
