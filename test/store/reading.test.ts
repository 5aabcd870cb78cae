import type { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { type Blob, encodeContent } from '../../functions/dataset/content.ts';
import { MissingContentError, newMeter, StoreUnavailableError } from '../../functions/dataset/dataset-reader.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { untilDone } from '../../functions/store/retry.ts';

type Asked = { readonly keys: readonly string[]; readonly consistent: boolean };
const blobs: readonly Blob[] = Array.from({ length: 120 }, (_, n) =>
  encodeContent({ kind: 'pointers', rows: [[`key-${n}`, 'where']] }),
);
const hashes = blobs.map(({ hash }) => hash);

/** A store with a stubbed client, and the requests that it made. */
function storeOver(answer: (asked: Asked, index: number) => { found: readonly string[]; left?: readonly string[] }) {
  const asked: Asked[] = [];
  const send = async ({ input }: BatchGetCommand) => {
    const { Keys = [], ConsistentRead = false } = input.RequestItems?.t ?? {};
    const now = { keys: Keys.map(({ pk }) => String(pk).slice('PAGE#'.length)), consistent: ConsistentRead };
    asked.push(now);
    const { found, left = [] } = answer(now, asked.length - 1);
    const item = (hash: string) => ({ pk: `PAGE#${hash}`, b: blobs.find((blob) => blob.hash === hash)?.body });
    return {
      Responses: { t: found.map(item) },
      UnprocessedKeys: left.length === 0 ? {} : { t: { Keys: left.map((hash) => ({ pk: `PAGE#${hash}`, sk: '-' })) } },
    };
  };
  const client = { send } as unknown as DynamoDBDocumentClient;
  return { store: dynamoStore({ client, tableName: 't' }), asked };
}

describe('reading', () => {
  it('asks for at most a hundred keys at once, each once', async () => {
    const { store, asked } = storeOver(({ keys }) => ({ found: keys }));
    const { bodies } = await store.read({ hashes: [...hashes, ...hashes.slice(0, 30)], head: false }, newMeter());
    expect(bodies.size).toBe(120);
    expect(asked.map(({ keys }) => keys.length)).toEqual([100, 20]);
    expect(asked.flatMap(({ keys }) => keys)).toEqual(hashes);
  });

  it('asks again for what was left over, and for nothing else', async () => {
    const { store, asked } = storeOver(({ keys }) => ({ found: keys.slice(0, 1), left: keys.slice(1) }));
    const three = hashes.slice(0, 3);
    const { bodies } = await store.read({ hashes: three, head: false }, newMeter());
    expect([...bodies.keys()]).toEqual(three);
    expect(asked.map(({ keys }) => keys)).toEqual([three, three.slice(1), three.slice(2)]);
  });

  it('asks consistently for what a replica did not have, each once even where it was wanted twice', async () => {
    const [one = '', two = ''] = hashes;
    const { store, asked } = storeOver(({ keys, consistent }) => ({ found: consistent ? keys : [one] }));
    const { bodies } = await store.read({ hashes: [one, two, two], head: false }, newMeter());
    expect(bodies.size).toBe(2);
    expect(asked).toEqual([
      { keys: [one, two], consistent: false },
      { keys: [two], consistent: true },
    ]);
  });

  it('is an error where something is nowhere, never a smaller answer', async () => {
    const [one = '', two = ''] = hashes;
    const { store, asked } = storeOver(() => ({ found: [one] }));
    const reading = store.read({ hashes: [one, two], head: false }, newMeter());
    await expect(reading).rejects.toThrow(MissingContentError);
    expect(asked).toHaveLength(2);
  });
});

describe('repeating until done', () => {
  const patient = { totalMs: 60_000, firstPauseMs: 0, longestPauseMs: 0 };

  it('works on what is left until nothing is', async () => {
    const seen: number[] = [];
    await untilDone(
      3,
      async (left) => {
        seen.push(left);
        return left === 1 ? null : left - 1;
      },
      patient,
    );
    expect(seen).toEqual([3, 2, 1]);
  });

  it('throws what a step throws, at once', async () => {
    let steps = 0;
    const doing = untilDone(
      1,
      async () => {
        steps += 1;
        throw new RangeError('mine');
      },
      patient,
    );
    await expect(doing).rejects.toThrow(new RangeError('mine'));
    expect(steps).toBe(1);
  });

  it('gives up when the time is over, also in the middle of a step, and says why', async () => {
    const never = untilDone(
      1,
      (_left, signal) =>
        new Promise<null>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      { ...patient, totalMs: 5 },
    );
    await expect(never).rejects.toThrow(StoreUnavailableError);
    await expect(never).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
    const left = untilDone(1, async (work) => work, { totalMs: 5, firstPauseMs: 1, longestPauseMs: 1 });
    await expect(left).rejects.toThrow(StoreUnavailableError);
  });
});
