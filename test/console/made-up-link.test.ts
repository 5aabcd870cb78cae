import { expect, it } from 'vitest';
import { type Browser, PageSignIn } from '../../web/console/sign-in/sign-in.ts';

/** A page that waits for the provider's redirect with the state `ours`, and is opened with another address. */
async function opened(search: string) {
  const asked: string[] = [];
  const shown: string[] = [];
  const kept = new Map([
    ['console-sign-in', JSON.stringify({ verifier: 'v'.repeat(64), state: 'ours', fragment: '' })],
  ]);
  const browser: Browser = {
    fetch: async (url) => {
      asked.push(String(url));
      return new Response('', { status: 503 });
    },
    location: {
      ...{ origin: 'https://find.example.org', search, hash: '' },
      ...{
        assign: (url: string | URL) => void asked.push(String(url)),
        replace: (url: string | URL) => void asked.push(String(url)),
      },
    },
    showAddress: (address) => void shown.push(address),
    mayLeave: () => true,
    session: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    now: () => 0,
    later: () => () => {},
  };
  const signIn = new PageSignIn(browser);
  // Before anything is asked: the code must not stay in the address bar.
  const atOnce = [...shown];
  await signIn.open();
  expect(shown).toEqual(atOnce);
  return { asked, shown, kept: kept.size, session: signIn.session };
}

it('a link that somebody else made signs nobody in, also while a sign-in of one’s own is on its way', async () => {
  for (const search of ['?code=abc&state=theirs', '?error=login_required&state=theirs'])
    expect(await opened(search)).toEqual({
      asked: [],
      shown: ['/console'],
      kept: 0,
      session: { kind: 'out', ended: false },
    });
  expect((await opened('?code=abc&state=ours')).asked).toHaveLength(1);
});
