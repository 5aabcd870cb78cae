import { writeFile } from 'node:fs/promises';
import { openApiDocument } from '../../../functions/api/openapi/document.ts';
import { makeExamples } from './examples.ts';

export const documentFile = new URL('../../../functions/api/service/openapi.json', import.meta.url);

/** Returns the text that the document's file should contain. */
export async function makeDocumentText(): Promise<string> {
  return `${JSON.stringify(openApiDocument(await makeExamples()), null, 1)}\n`;
}

if (import.meta.main) {
  const text = await makeDocumentText();
  await writeFile(documentFile, text);
  console.log(
    `functions/api/service/openapi.json: ${Object.keys(JSON.parse(text).paths).length} paths, ${text.length} characters`,
  );
}
