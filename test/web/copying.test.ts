import { describe, expect, test } from 'vitest';
import type { Asking } from '../../web/locator/element/asker.ts';
import type { Ports } from '../../web/locator/element/ports.ts';
import { Runner } from '../../web/locator/element/runner.ts';
import type { Event } from '../../web/locator/state/events.ts';

/** The message after an effect, on a device with these sharing and copying abilities. */
async function saidAfter(
  effect: Parameters<Runner['run']>[0],
  { share, copy }: Pick<Ports, 'share' | 'copy'>,
  language = 'en',
): Promise<Event[]> {
  const said: Event[] = [];
  const ports: Ports = { share, copy, locate: () => Promise.reject(new Error('unused')), print: () => {} };
  const ask = () => Promise.reject(new Error('unused')) as unknown as Asking;
  const runner = new Runner(
    ports,
    ask,
    () => ({ site: 'https://find.example.org', language }),
    (event) => said.push(event),
  );
  runner.run(effect);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return said;
}

const copy = { do: 'copy', id: 'x', text: '1 Main St' } as const;
const share = { do: 'share', id: 'x', name: 'Hope' } as const;
const fails = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
const works = { share: async () => 'copied' as const, copy: async () => {} };
const copied = (what: string) => [{ type: 'copied', copied: { id: 'x', what } }];

describe('copying and sharing', () => {
  test('says what was copied', async () => {
    expect(await saidAfter(copy, works)).toEqual(copied('address'));
    expect(await saidAfter(share, works)).toEqual(copied('link'));
  });

  test('says what to do where the browser refuses, and throws nothing', async () => {
    expect(await saidAfter(copy, { ...works, copy: fails })).toEqual(copied('refused'));
    expect(await saidAfter(share, { ...works, share: fails })).toEqual(copied('refused'));
    // Without a clipboard, as on an insecure page, the call throws an error instead of returning a promise.
    const none = () => {
      throw new TypeError('navigator.clipboard is undefined');
    };
    expect(await saidAfter(copy, { ...works, copy: none })).toEqual(copied('refused'));
    expect(await saidAfter(share, { ...works, share: async () => none() })).toEqual(copied('refused'));
  });

  test('a share sheet that was closed, or that shared, needs no word', async () => {
    const closed = () => Promise.reject(new DOMException('closed', 'AbortError'));
    expect(await saidAfter(share, { ...works, share: closed })).toEqual([]);
    expect(await saidAfter(share, { ...works, share: async () => 'shared' })).toEqual([]);
  });

  test('shares the page in the language of whoever shares, with nothing of a search', async () => {
    for (const [language, url] of [
      ['en', 'https://find.example.org/centers/x'],
      ['es', 'https://find.example.org/es/centers/x'],
    ] as const) {
      const shared: unknown[] = [];
      const keep: Ports['share'] = async (link) => {
        shared.push(link);
        return 'shared';
      };
      await saidAfter(share, { ...works, share: keep }, language);
      expect(shared).toEqual([{ title: 'Hope', url }]);
    }
  });
});
