import { describe, expect, it } from 'vitest';
import { cursorKeysOf } from '../../functions/api/cursor-keys.ts';
import { StoreUnavailableError } from '../../functions/dataset/dataset-reader.ts';
import { SignedCursors, tokenOf } from '../../functions/http/cursor.ts';
import { renewCursorKeys } from '../../functions/publish/cursor-keys.ts';
import { memoryStore } from '../../functions/store/memory.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 1);
const version = { publishedAt: '2026-11-23T12:00:00.000Z', version: 'a'.repeat(16) };
const cursor = { version, after: { km: 1.5, id: 'mesa' } };
const search = 'f'.repeat(16);
const keys = (signing: string, ...others: string[]) => ({ signing, accepted: [signing, ...others] });
const [one, other] = ['A', 'B'].map((letter) => letter.repeat(43)) as [string, string];

describe('a signed cursor', () => {
  const signed = new SignedCursors(keys(one));
  const token = signed.write(cursor, search);

  it('leads on where it was written', () => {
    expect(signed.readCursor(token, search, true)).toEqual(cursor);
    expect(new SignedCursors(keys(other, one)).readCursor(token, search, true)).toEqual(cursor);
  });

  it('belongs to its own search, and to its own order', () => {
    expect(signed.readCursor(token, 'g'.repeat(16), true)).toMatch(/^belongs to another search/);
    expect(signed.readCursor(token, search, false)).toMatch(/^belongs to another search/);
  });

  it('is refused with any content or signature of somebody else, and in any second form', () => {
    const content = [version.publishedAt, 'b'.repeat(16), search, [1.5, 'mesa']] as const;
    const [, , , , signature] = JSON.parse(Buffer.from(token, 'base64url').toString());
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const forged of [
      encoded(content),
      encoded([...content, signature]),
      tokenOf(content, other),
      encoded([...content, 'A'.repeat(22)]),
      `${token}A`,
      token.slice(0, -1),
      encoded([version.publishedAt, version.version, search, [1.5, 'mesa'], signature, 1]),
      Buffer.from(`${Buffer.from(token, 'base64url')} `).toString('base64url'),
    ])
      expect([forged, signed.readCursor(forged, search, true)]).toEqual([
        forged,
        expect.stringMatching(/^is not a cursor/),
      ]);
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(typeof signed.readCursor(changed, search, true), changed).toBe('string');
    }
  });
});

describe('the keys of a table', () => {
  const opened = () => {
    const clock = { now: NOW };
    const now = () => clock.now;
    const store = memoryStore(now);
    return { store, clock, renew: () => renewCursorKeys(store, clock.now), keysOf: () => cursorKeysOf(store, now) };
  };

  it('are made once, and renewed once a week; the one before is accepted on', async () => {
    const { store, clock, renew, keysOf } = opened();
    await renew();
    const first = await store.cursorKeys();
    clock.now += 6 * DAY;
    await renew();
    expect(await store.cursorKeys()).toEqual(first);
    const old = new SignedCursors(await keysOf()()).write(cursor, search);
    clock.now += DAY;
    await renew();
    const second = await store.cursorKeys();
    expect(second).toMatchObject({ previous: first?.current });
    expect(second?.current).not.toBe(first?.current);
    clock.now += DAY;
    expect(new SignedCursors(await keysOf()()).readCursor(old, search, true)).toEqual(cursor);
    clock.now += 7 * DAY;
    await renew();
    expect(new SignedCursors(await keysOf()()).readCursor(old, search, true)).toMatch(/^is not a cursor/);
  });

  it.each([0, 4])('sign with the new one only when every container has it, clocks %i minutes apart', async (ahead) => {
    const { store, clock, renew, keysOf } = opened();
    await renew();
    clock.now += 8 * DAY;
    const [late, early] = [keysOf(), cursorKeysOf(store, () => clock.now + ahead * MINUTE)];
    // This container read the keys just before they were renewed, and caches them for five minutes.
    await late();
    await renew();
    for (let minutes = 0; minutes <= 30; minutes += 1, clock.now += MINUTE) {
      const token = new SignedCursors(await early()).write(cursor, search);
      expect(new SignedCursors(await late()).readCursor(token, search, true), `${minutes}`).toEqual(cursor);
    }
  });

  it('are one pair, whoever renews them at once', async () => {
    const { store, clock } = opened();
    await Promise.all([1, 2, 3].map(() => renewCursorKeys(store, clock.now)));
    expect((await store.cursorKeys())?.previous).toBeNull();
  });

  it('that were read before serve on while the table does not answer; without any there is a clean error', async () => {
    const { store, clock, renew } = opened();
    const failing = { failing: false };
    const reading = {
      cursorKeys: async () => {
        if (failing.failing) throw new StoreUnavailableError('throttled');
        return store.cursorKeys();
      },
    };
    const keysOf = cursorKeysOf(reading, () => clock.now);
    await expect(keysOf()).rejects.toThrow(StoreUnavailableError);
    await renew();
    const known = await keysOf();
    failing.failing = true;
    clock.now += 60 * MINUTE;
    expect(await keysOf()).toEqual(known);
    await expect(cursorKeysOf(reading, () => clock.now)()).rejects.toThrow(StoreUnavailableError);
  });
});
