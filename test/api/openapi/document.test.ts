import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../../functions/http/problem-kinds.ts';
import { documentFile, makeDocumentText } from '../../../infra/tools/openapi/write.ts';
import { contract } from '../../support/contract.ts';
import { call } from '../../support/gateway-call.ts';
import { PUBLIC_URL, serveRecords } from '../../support/real-records.ts';

// Long: publishes all listings to create the examples.

const { handler } = await serveRecords();

describe('the document', () => {
  it('is what `npm run openapi` writes: routes, schemas and the answers of its examples as they are today', async () => {
    const written = await readFile(documentFile, 'utf8');
    // Not compared by expect, whose diff of two long lines is unreadable.
    if (written !== (await makeDocumentText()))
      throw new Error('functions/api/service/openapi.json is out of date: npm run openapi');
  });

  it('is served with the address of its deployment and an ETag that saves sending it again', async () => {
    const first = await call(handler, '/v1/openapi.json');
    expect(first.status).toBe(200);
    const { servers, ...served } = JSON.parse(first.body);
    const { servers: _, ...written } = JSON.parse(
      (await readFile(documentFile, 'utf8')).replaceAll('https://locator.example', PUBLIC_URL),
    );
    expect(served).toEqual(written);
    expect(servers[0]?.url).toBe(PUBLIC_URL);
    const again = await call(handler, '/v1/openapi.json', { headers: { 'if-none-match': first.headers.etag ?? '' } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('describes every parameter and every member, with an example of every plain value', () => {
    const bare: string[] = [];
    for (const { path, operation } of contract.operations()) {
      for (const { name, example } of operation.parameters) if (example === undefined) bare.push(`${path} ${name}`);
    }
    const look = (at: string, schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, ...rest } = schema as { properties?: Record<string, Record<string, unknown>> };
      for (const [name, member] of Object.entries(properties ?? {})) {
        const text = JSON.stringify(member);
        const plain = !text.includes('"$ref"') && !text.includes('"properties"');
        if (!('$ref' in member) && typeof member.description !== 'string')
          bare.push(`${at}.${name} has no description`);
        if (plain && !('const' in member) && !('examples' in member)) bare.push(`${at}.${name} has no example`);
        for (const example of (member.examples as unknown[] | undefined) ?? []) {
          if (contract.check(member, example).length > 0) bare.push(`${at}.${name} has a wrong example`);
        }
        look(`${at}.${name}`, member);
      }
      for (const [name, part] of Object.entries(rest)) if (name !== 'examples') look(at, part);
    };
    for (const [name, schema] of Object.entries(contract.document.components.schemas)) look(name, schema);
    expect(bare).toEqual([]);
  });

  it('shows one made-up version, so that new listings alone do not change it', async () => {
    const text = await readFile(documentFile, 'utf8');
    const versions = [...text.matchAll(/"version(?:Id)?": "([\w.-]{16})"/g)].map(([, version]) => version);
    const inCursors = [...text.matchAll(/"next": "([\w-]{40,})"/g)].map(
      ([, cursor = '']) => (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[])[1],
    );
    expect(versions.length).toBeGreaterThan(15);
    expect(inCursors.length).toBeGreaterThan(1);
    expect(new Set([...versions, ...inCursors])).toEqual(new Set(['mR3kPq0ZcT1xW8aB']));
  });

  it('names every kind of problem', () => {
    const text = JSON.stringify(contract.document.components.responses);
    // These errors only occur where the document has no operation.
    const nowhere = ['method-not-allowed'];
    for (const kind of Object.keys(problemKinds)) {
      if (!nowhere.includes(kind)) expect(text).toContain(`\`${kind}\``);
    }
  });
});
