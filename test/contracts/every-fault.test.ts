import { describe, expect, it } from 'vitest';
import { ContentError } from '../../functions/dataset/content.ts';
import {
  type DatasetReader,
  MissingContentError,
  NothingPublishedError,
  StoreUnavailableError,
} from '../../functions/dataset/dataset-reader.ts';
import { call } from '../support/gateway-call.ts';
import { serve } from '../support/real-records.ts';

const secret = 'a message from the inside';
const failing = (error: Error): DatasetReader => {
  const fail = () => Promise.reject(error);
  return { read: fail, readVersion: fail };
};
const tool = (name: string, given: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } }),
});

// A failure on our side gives the same answer on every face: never a 200, never internal details, and with a time to
// wait.
describe.each([
  ['the table does not answer', 503, new StoreUnavailableError(secret)],
  ['a page is missing', 503, new MissingContentError([secret])],
  ['nothing is published', 503, new NothingPublishedError(secret)],
  ['the data is of another format', 503, new ContentError(secret)],
  ['something is wrong inside', 500, new Error(secret)],
])('where %s, the answer is %i', (_, status, error) => {
  it.each([
    ['a search', '/v1/centers?near=85004', {}],
    ['a center', '/v1/centers/lantern-bridge-phoenix-example', {}],
    ['paths', '/v1/paths?near=85004&levels=residential,iop', {}],
    ['the health', '/v1/health', {}],
    ['FHIR', '/fhir/Location?near=33.4%7C-112', {}],
    ['HSDS', '/hsds/services', {}],
    ['a search of a model', '/mcp', tool('find_programs_near', { near: '85004' })],
    ['paths for a model', '/mcp', tool('find_care_paths', { near: '85004', levels: ['iop', 'op'] })],
    ['a center for a model', '/mcp', tool('get_center', { id: 'lantern-bridge-phoenix-example' })],
    ['filters for a model', '/mcp', tool('list_filters', {})],
    ['places for a model', '/mcp', tool('find_place', { text: 'phoenix' })],
  ])('%s', async (_, target, given) => {
    const { handler, lines } = serve(failing(error));
    const { status: told, headers, body } = await call(handler, target, given);
    expect(told, body).toBe(status);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['retry-after']).toBe(status === 503 ? '2' : undefined);
    expect(body).not.toContain(secret);
    expect(lines.map((line) => [line.status, line.error?.[0]])).toEqual([[status, error.name]]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });
});
