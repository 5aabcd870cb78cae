import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { bounds } from '../../http/bounds.ts';
import { ownCursorKeys } from '../../http/cursor.ts';
import { faultAt } from '../../http/faults.ts';
import { withForm } from '../../http/form-body.ts';
import { onlyParameters } from '../../http/parameters.ts';
import { badRequest, Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import type { RouteContext } from '../../http/services.ts';
import type { SearchedType } from './parameters/known-parameters.ts';

/** Encrypts the parameters in a link to a further page, so that nobody else can read them. */
export type Seal = (parameters: URLSearchParams) => string;

/** The parameter that holds a sealed search. */
export const PAGE = '_page';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Longest decompressed search that we accept. Only this API seals searches, so they are never longer. */
const MOST_TEXT = 64 * 1024;

/**
 * The parameters of a search, whether they came in the URL, in a posted form or sealed in the link to a further page. A
 * posted search keeps the place out of URLs, so the links in its answer do too, and they can be followed by GET.
 * @throws Problem 400, 413, 415.
 */
export async function openedRequest(
  type: SearchedType,
  request: Request,
  context: Pick<RouteContext, 'cursorKeys'>,
): Promise<{ readonly request: Request; readonly seal: Seal | null }> {
  const sealed = request.query.get(PAGE)?.[0];
  if (request.method !== 'POST' && sealed === undefined) return { request, seal: null };
  const { signing, accepted } = await (context.cursorKeys?.() ?? ownCursorKeys());
  const seal: Seal = (parameters) => sealedText(`${parameters}`, signing, type);
  if (request.method === 'POST') return { request: withForm(request), seal };
  onlyParameters([PAGE, '_format'], request, 'a parameter of a further page');
  const text = accepted.map((key) => openedText(sealed ?? '', key, type)).find((one) => one !== null);
  if (text == null) throw badRequest([faultAt([PAGE], 'is not a page; follow the links of an answer', 'parameter')]);
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) query.set(name, [...(query.get(name) ?? []), value]);
  const format = request.query.get('_format');
  if (format !== undefined) query.set('_format', [...format]);
  return { request: { ...request, query }, seal };
}

/** @throws Problem 422 if the search has too many values for a URL. */
function sealedText(text: string, key: string, type: SearchedType): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, type), iv);
  const body = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  if (sealed.length > bounds.cursor)
    throw new Problem(
      422,
      'too-broad',
      'The search is too long for a link',
      'The link to the next page would be too long. Ask for fewer values, or for more at once with _count.',
    );
  return sealed;
}

/** Decrypts a sealed text. Null if it was not sealed with this key, for this resource type. */
function openedText(sealed: string, key: string, type: SearchedType): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.toString('base64url') !== sealed || bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, type), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const start = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  let end: Buffer;
  try {
    end = decipher.final();
  } catch {
    // Node throws if the authentication tag does not fit the text: then the text was changed, or sealed with another
    // key.
    return null;
  }
  return inflateRawSync(Buffer.concat([start, end]), { maxOutputLength: MOST_TEXT }).toString();
}

const keyFor = (key: string, type: SearchedType): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), '', `fhir page of ${type}`, 32));
