import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../../functions/api/openapi/document.ts';
import { makeClientTypes } from '../../infra/tools/client/write.ts';

// Writes the same files as `npm run openapi` and `npm run client`, but without examples. Examples need the listings,
// which a copy does not have.
writeFileSync('functions/api/service/openapi.json', JSON.stringify(openApiDocument([])));
writeFileSync('web/client/types.ts', await makeClientTypes());
