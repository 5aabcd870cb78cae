import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemKinds } from '../functions/http/problem-kinds.ts';
import type { ApiDocument } from '../web/docs/document.ts';
import { EXAMPLE_PATH, providersPage } from '../web/docs/for-providers/page.ts';
import { codeView } from '../web/docs/operation-view.ts';
import { problemIndex, problemPage, referencePage } from '../web/docs/page.ts';

const documentFile = new URL('../functions/api/service/openapi.json', import.meta.url);

/** A provider's file, fictional. */
const exampleFile = new URL('../data/treatment-programs.json', import.meta.url);

/** Writes the API's reference to `docs/`, and to `problems/` a page for each kind of problem, as static HTML. */
export function buildReference(outFolder: string): void {
  const document: ApiDocument = JSON.parse(readFileSync(documentFile, 'utf8'));
  write(outFolder, 'docs', referencePage(document));
  write(outFolder, 'problems', problemIndex(problemKinds));
  write(outFolder, 'docs/for-providers', providersPage('en'));
  write(outFolder, 'docs/for-providers/es', providersPage('es'));
  copyFileSync(exampleFile, join(outFolder, EXAMPLE_PATH));
  const examples = Object.values(document.components.responses).flatMap(({ content = {} }) =>
    Object.values(content).flatMap(({ examples = {} }) => Object.values(examples).map(({ value }) => value)),
  );
  for (const [kind, text] of Object.entries(problemKinds)) {
    const example = examples.find((value) => String((value as { type?: unknown }).type).endsWith(`/${kind}`));
    const view = example === undefined ? null : codeView(example, `An answer that is ${kind}`);
    write(outFolder, `problems/${kind}`, problemPage(kind, text, view));
  }
}

function write(outFolder: string, address: string, html: string): void {
  mkdirSync(join(outFolder, address), { recursive: true });
  writeFileSync(join(outFolder, address, 'index.html'), html);
}
