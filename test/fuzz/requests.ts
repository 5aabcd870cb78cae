import { z } from 'zod';
import { type FactKind, factKeys, factKind } from '../../functions/domain/fact.ts';
import { groups } from '../../functions/faces/agent/person.ts';
import type { WireRequest } from '../../infra/local/http.ts';
import type { Contract } from '../support/contract.ts';
import { pick } from '../support/random.ts';
import { isOfAgents, tokenOf } from './agents.ts';
import {
  type FaceRequest,
  fhirForm,
  fhirRequest,
  hsdsRequest,
  type KnownOfFaces,
  mcpMessage,
} from './face-requests.ts';
import { anyValue, rightValue, type ValueSchema } from './values.ts';

export interface FuzzRequest {
  readonly domain: 'website' | 'api';
  readonly wire: WireRequest;
  /** True if a valid key was sent. */
  readonly withKey: boolean;
  /** The ETag that the request says it has. The answer must be a 304. */
  readonly holds?: string | undefined;
}

/** Values from earlier answers, for later requests. */
export interface Known {
  readonly ids: string[];
  readonly cursors: { readonly query: string; readonly next: string }[];
  readonly faces: KnownOfFaces;
  readonly tags: { readonly wire: WireRequest; readonly tag: string }[];
}

type Pairs = [string, unknown][];

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'OPTIONS', 'HEAD', 'TRACE', 'BREW'];
const segments = [
  'v1',
  'v2',
  'centers',
  'search',
  'places',
  'states',
  'openapi.json',
  'continuum',
  'fhir',
  'Location',
  'mcp',
  '..',
  '%2e',
  '',
  '%',
  '%ff',
  'é',
];
const types = [
  'application/geo+json',
  'text/csv',
  'application/ld+json',
  '*/*',
  'application/fhir+json',
  'text/html',
  'a/b;q=x',
  '',
  ';q=0,/',
];
const contentTypes = ['text/plain', 'application/x-www-form-urlencoded', '', 'application/json; charset=utf-8'];
const origins = ['near', 'near', 'near', 'near', 'cell', 'state', 'q'];
const bodyFieldSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * Makes requests for the operations of the OpenAPI document. Most are valid, some have one fault, and some have many.
 */
export class Requests {
  readonly #random: () => number;
  readonly #contract: Contract;
  readonly #known: Known;
  readonly #partnerKey: string;
  #turn = 0;

  constructor(random: () => number, contract: Contract, known: Known, partnerKey: string) {
    this.#random = random;
    this.#contract = contract;
    this.#known = known;
    this.#partnerKey = partnerKey;
  }

  next(): FuzzRequest {
    const dice = this.#random();
    if (dice < 0.03 && this.#known.tags.length > 0) return this.#replay();
    if (dice < 0.35) return this.#send('GET', '/v1/centers', this.#search());
    if (dice < 0.47) return this.#post();
    if (dice < 0.48) return this.#fhirForm();
    if (dice < 0.59) return this.#face(fhirRequest(this.#random, this.#known.faces));
    if (dice < 0.71) return this.#face(hsdsRequest(this.#random, this.#known.faces));
    if (dice < 0.8) return this.#mcp();
    if (dice < 0.86) return this.#astray();
    if (dice < 0.88) return this.#write();
    if (dice < 0.9) return this.#postPaths();
    const reads = this.#contract.operations().filter(({ method, path }) => method === 'GET' && path !== '/v1/centers');
    // Takes the operations in turns. If they were drawn at random, a short run would leave one out.
    const { path, operation } = reads[this.#turn++ % reads.length] ?? pick(this.#random, reads);
    const given = operation.parameters.filter(
      ({ in: place, required }) => place === 'query' && (required || this.#chance(0.5)),
    );
    const query = given.map(({ name, schema, example }): [string, unknown] => [
      name,
      this.#value(name, schema, example),
    ]);
    return this.#send(
      'GET',
      path.replace('{id}', () => encodeURIComponent(textOf(this.#id()).toWellFormed())),
      this.#spoilt(query),
    );
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #id(): unknown {
    return this.#known.ids.length > 0 && this.#chance(0.85)
      ? pick(this.#random, this.#known.ids)
      : anyValue(this.#random);
  }

  #value(name: string, schema: Readonly<Record<string, unknown>>, example: unknown): unknown {
    if (this.#chance(0.04)) return anyValue(this.#random);
    return rightValue(this.#random, name, schema as ValueSchema, example);
  }

  #search(): Pairs {
    if (this.#known.cursors.length > 0 && this.#chance(0.08)) {
      const { query, next } = pick(this.#random, this.#known.cursors);
      const pairs: Pairs = [...new URLSearchParams(query)].filter(([name]) => name !== 'cursor');
      return this.#spoilt([...pairs, ['cursor', next]]);
    }
    const { parameters } = this.#contract.find('GET', '/v1/centers') ?? { parameters: [] };
    const origin = pick(this.#random, origins);
    const chosen = parameters.filter(({ name, in: place }) => {
      if (place !== 'query' || name === 'cursor') return false;
      if (['near', 'cell', 'state', 'q'].includes(name)) return name === origin;
      if (name === 'level') return this.#chance(0.6);
      if (name === 'within') return origin !== 'state' && origin !== 'q' && this.#chance(0.3);
      return this.#chance(name === 'limit' ? 0.4 : 0.06);
    });
    return this.#spoilt(chosen.map(({ name, schema, example }) => [name, this.#value(name, schema, example)]));
  }

  /** Occasionally adds a faulty parameter. */
  #spoilt(pairs: Pairs): Pairs {
    if (this.#chance(0.04))
      return [...pairs, [pick(this.#random, ['__proto__', 'constructor', 'levl', 'near ', 'X', '']), '1']];
    if (this.#chance(0.03) && pairs[0]) return [...pairs, pairs[0]];
    if (this.#chance(0.03)) return [...pairs, [pick(this.#random, origins), anyValue(this.#random)]];
    return pairs;
  }

  #post(): FuzzRequest {
    const body = this.#fields();
    const text = this.#chance(0.93)
      ? JSON.stringify(body)
      : pick(this.#random, [
          '',
          '{',
          '[]',
          'null',
          '"85004"',
          ' '.repeat(66_000),
          JSON.stringify(anyValue(this.#random)),
        ]);
    const type = this.#chance(0.95) ? 'application/json' : pick(this.#random, contentTypes);
    return this.#send('POST', '/v1/centers/search', this.#chance(0.97) ? [] : [['near', '85004']], text, type);
  }

  #postPaths(): FuzzRequest {
    const { parameters } = this.#contract.find('GET', '/v1/paths') ?? { parameters: [] };
    const chosen = parameters.filter(({ in: place, required }) => place === 'query' && (required || this.#chance(0.5)));
    const pairs = chosen.map(({ name, schema, example }): [string, unknown] => [
      name,
      this.#value(name, schema, example),
    ]);
    const body = this.#chance(0.95) ? Object.fromEntries(this.#spoilt(pairs)) : anyValue(this.#random);
    return this.#send('POST', '/v1/paths/search', [], JSON.stringify(body), 'application/json');
  }

  /** The parameters of a search as members of a JSON body. */
  #fields(): Readonly<Record<string, unknown>> {
    const schema = this.#contract.find('POST', '/v1/centers/search')?.requestBody?.content['application/json']?.schema;
    const fields = bodyFieldSchema.parse(schema?.properties ?? {});
    return Object.fromEntries(
      this.#search().map(([name, value]) => [
        name,
        name in fields && fields[name]?.type === 'number' ? Number(value) : value,
      ]),
    );
  }

  #face({ path, pairs }: FaceRequest): FuzzRequest {
    return this.#send('GET', path, this.#spoilt(pairs));
  }

  #mcp(): FuzzRequest {
    const message = mcpMessage(this.#random, this.#fields(), this.#known.ids);
    const text = this.#chance(0.97) ? JSON.stringify(message) : pick(this.#random, ['', '{', '[]', ' '.repeat(66_000)]);
    const type = this.#chance(0.97) ? 'application/json' : pick(this.#random, contentTypes);
    return this.#send('POST', '/mcp', this.#chance(0.98) ? [] : [['near', '85004']], text, type);
  }

  /** A request by which the admissions team writes something. */
  #write(): FuzzRequest {
    const writes = this.#contract
      .operations()
      .filter(({ method, path }) => isOfAgents(path) && (method === 'PUT' || method === 'POST'));
    const { method, path, operation } = pick(this.#random, writes);
    const hasBody = operation.requestBody !== undefined;
    const level = pick(this.#random, ['iop', 'php', 'op', 'detox']);
    const offering = this.#chance(0.3) ? level : `${textOf(this.#id())}-${level}`;
    const body = this.#chance(0.05) ? anyValue(this.#random) : this.#written(path.split('/').at(-1) ?? '');
    return this.#send(
      method,
      path
        .replace('{id}', () => encodeURIComponent(textOf(this.#id()).toWellFormed()))
        .replace('{offeringId}', () => encodeURIComponent(offering.toWellFormed())),
      [],
      hasBody ? JSON.stringify(body) : '',
      hasBody ? 'application/json' : '',
    );
  }

  #written(what: string): unknown {
    if (what === 'facts') {
      const keys = Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () => pick(this.#random, factKeys()));
      return { facts: Object.fromEntries(keys.map((key) => [key, this.#fact(factKind(key))])) };
    }
    if (what === 'private') return { facilityCode: this.#chance(0.8) ? 'A-1' : anyValue(this.#random) };
    const value = this.#chance(0.8) ? '+16025550123' : anyValue(this.#random);
    return { set: [{ path: 'phones.0.number', value }], reason: 'Their own website has another number.' };
  }

  #fact(kind: FactKind | null): unknown {
    if (this.#chance(0.1)) return anyValue(this.#random);
    if (kind === 'number') return 1 + Math.floor(this.#random() * 20);
    return kind === 'intake' ? { state: pick(this.#random, ['open', 'full', 'closed', 'unknown']) } : this.#finding();
  }

  #finding(): string {
    return pick(this.#random, ['yes', 'no', 'unknown']);
  }

  #astray(): FuzzRequest {
    if (this.#chance(0.4)) {
      const { path } = pick(this.#random, this.#contract.operations());
      return this.#send(
        pick(this.#random, methods),
        path.replace('{id}', () => encodeURIComponent(textOf(this.#id()).toWellFormed())),
        [],
      );
    }
    const length = 1 + Math.floor(this.#random() * 4);
    const path = Array.from({ length }, () => pick(this.#random, segments)).join('/');
    // Other paths of the website are served by the bucket.
    return this.#send(
      this.#chance(0.8) ? 'GET' : pick(this.#random, methods),
      `/v1/${path}`,
      this.#chance(0.3) ? this.#search() : [],
    );
  }

  #fhirForm(): FuzzRequest {
    const { path, body } = fhirForm(this.#random, this.#known.faces);
    const type = this.#chance(0.95) ? 'application/x-www-form-urlencoded' : pick(this.#random, contentTypes);
    return this.#send('POST', path, [], body, type);
  }

  #replay(): FuzzRequest {
    const { wire, tag } = pick(this.#random, this.#known.tags);
    const given = pick(this.#random, [tag, tag.replace('W/', ''), `"x", ${tag}`, '*']);
    return {
      domain: 'website',
      wire: { ...wire, headers: [...wire.headers, ['If-None-Match', given]] },
      withKey: false,
      holds: tag,
    };
  }

  #send(method: string, path: string, query: Pairs, body = '', contentType = ''): FuzzRequest {
    // Sometimes encodes only characters that would end the parameter, as careless callers do.
    const encode = this.#chance(0.2) ? rawly : (text: string) => encodeURIComponent(text.toWellFormed());
    // TRACE and BREW go to the API's own domain, because the CDN answers unknown methods with its own page.
    const domain = this.#chance(0.88) && method !== 'TRACE' && method !== 'BREW' ? 'website' : 'api';
    const withKey = domain === 'api' && this.#chance(0.7);
    const headers: [string, string][] = [];
    if (this.#chance(0.8))
      headers.push(['Accept-Encoding', pick(this.#random, ['gzip, deflate, br', 'gzip', 'br', 'identity', '*;q=0'])]);
    if (this.#chance(0.25)) headers.push(['Accept', pick(this.#random, types)]);
    if (contentType !== '') headers.push(['Content-Type', contentType]);
    if (this.#chance(0.1)) headers.push(['Origin', 'https://partner.example']);
    if (this.#chance(0.5))
      headers.push(['CloudFront-Viewer-Latitude', '39.7'], ['CloudFront-Viewer-Longitude', '-105.0']);
    if (isOfAgents(path) && this.#chance(0.9)) {
      const token = tokenOf(pick(this.#random, groups), Math.floor(this.#random() * 20));
      headers.push(['Authorization', this.#chance(0.95) ? `Bearer ${token}` : textOf(anyValue(this.#random))]);
      if (method === 'PUT') headers.push(['If-Match', pick(this.#random, ['*', '*', '"0"', '"1"', 'x'])]);
    }
    if (withKey) headers.push(['X-Api-Key', this.#partnerKey]);
    else if (this.#chance(0.1)) headers.push(['X-Api-Key', 'not-a-key']);
    const text = query.map(([name, value]) => `${encode(name)}=${encode(textOf(value))}`).join('&');
    return {
      domain,
      withKey,
      wire: { method, path, query: text, headers, body: Buffer.from(body), sourceIp: '192.0.2.1' },
    };
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : `${value}`;
}

function rawly(text: string): string {
  return text.toWellFormed().replaceAll(/[&;=#+\s\p{Cc}]|[^\p{ASCII}]/gu, encodeURIComponent);
}
