import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { recordSchema } from '../../functions/domain/record.ts';
import type { WireRequest } from '../../infra/local/http.ts';
import { readAnswer } from '../fuzz/checks.ts';
import type { Served } from '../fuzz/front.ts';
import { inNeutralVersion } from './versions.ts';

const headersSchema = z.array(z.tuple([z.string(), z.string()]).readonly()).readonly();
const exchangeSchema = z.object({
  domain: z.enum(['website', 'api']),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  headers: headersSchema,
  body: z.string(),
  status: z.number(),
  /** The answer's headers by lower-case name, in alphabetical order. */
  answerHeaders: z.record(z.string(), z.string()),
  /** Key of the answer's body in `bodies`. */
  answerBody: z.string(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

const recordingSchema = z.object({
  format: z.literal(1),
  /** The published records. A replay publishes the same records. */
  records: z.array(recordSchema),
  /** The version in cursors and answers; a replay may publish the same records under another version. */
  version: z.string(),
  exchanges: z.array(exchangeSchema),
  /** Different bodies by their SHA-256. A neutral text replaces the dataset's version in them. */
  bodies: z.record(z.string(), z.string()),
});
export type Recording = z.infer<typeof recordingSchema>;

/** Headers that are not compared, because they differ between runs or depend on the body. */
const volatile = new Set(['content-length', 'date', 'x-request-id', 'x-amzn-requestid', 'x-amz-apigw-id', 'etag']);

/** Replaces a partner's API key, because each run has another one. */
export const SOME_KEY = "a-partner's-key";

/** The parts of a request that are stored in a recording. */
export function requestOf(domain: Exchange['domain'], wire: WireRequest, partnerKey: string) {
  const { method, path, query, body } = wire;
  const headers = wire.headers.map(([name, value]) => [name, value === partnerKey ? SOME_KEY : value] as const);
  return { domain, method, path, query, headers, body: body.toString('base64') };
}

/**
 * The parts of an answer that are compared. An ETag contains the version and a hash of the body, which is compared
 * itself; so only the presence of an ETag is compared.
 * @param version Version of the dataset that answered.
 */
export function answerOf(served: Served, version: string) {
  const { status, headers, body } = readAnswer(served);
  const kept = Object.entries(headers)
    .map(([name, value]): [string, string] => [name, inNeutralVersion(value, version)])
    .filter(([name]) => !volatile.has(name));
  const ids = ['x-request-id', 'etag'].filter((name) => name in headers).map((name) => [name, 'present'] as const);
  const answerHeaders = Object.fromEntries([...kept, ...ids].sort(([one], [other]) => (one < other ? -1 : 1)));
  return { status, answerHeaders, body: withoutRequestId(inNeutralVersion(body, version)) };
}

export const hashOf = (body: string): string => hash('sha256', body, 'base64url');

/** The gateway's own errors contain the request's id. */
const withoutRequestId = (body: string): string => body.replaceAll(/"requestId":"[^"]*"/g, '"requestId":"…"');

export function writeRecording(file: string, recording: Recording): void {
  writeFileSync(file, gzipSync(JSON.stringify(recording)));
}

/** Reads a recording. @throws ZodError if the file is not a recording */
export function readRecording(file: string): Recording {
  return recordingSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString()));
}
