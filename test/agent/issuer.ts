import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = 'console';

/** A local issuer of access tokens with Cognito's claims, whose keys are fetched like any issuer's. */
export interface Issuer {
  readonly url: string;
  readonly key: KeyObject;
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>, key?: KeyObject): string;
  /** Number of times that the keys were fetched. */
  fetched(): number;
  close(): Promise<void>;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @param client The app that tokens are for. */
export async function startIssuer(client = CLIENT): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  let fetched = 0;
  const server = createServer((_, answer) => {
    fetched += 1;
    answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const nowS = () => Math.floor(Date.now() / 1000);
  return {
    url,
    key: privateKey,
    fetched: () => fetched,
    token(claims = {}, header = {}, key = privateKey) {
      const payload = {
        ...{ iss: url, client_id: client, token_use: 'access', sub: 'u-1', username: 'kim', jti: randomUUID() },
        ...{ 'cognito:groups': ['agent'], origin_jti: 's-1', iat: nowS(), exp: nowS() + 300 },
        ...claims,
      };
      const signed = `${part({ alg: 'RS256', kid, typ: 'JWT', ...header })}.${part(payload)}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
