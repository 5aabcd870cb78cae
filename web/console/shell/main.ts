import { Watch } from '../../locator/device/watch.ts';
import { indexedKeeper } from '../engine/kept-copy.ts';
import { Listings } from '../engine/listings.ts';
import type { Team } from '../ports.ts';
import { isBack } from '../sign-in/sign-in.ts';
import { startTeam } from '../team/start.ts';
import { readSettings } from './settings.ts';
import { Shell } from './shell.ts';

/**
 * Milliseconds after which the box accepts input, if the page has not left for the sign-in service by then. After that,
 * the page leaves only if nobody has used it.
 */
const HELD_MS = 2_000;
/** Milliseconds after which the listings are downloaded even if the sign-in service has not answered. */
const SIGN_IN_MS = 4_000;

const root = document.querySelector<HTMLElement>('#console');
if (root === null) throw new Error('the page has no element with the id "console"');
root.replaceChildren();
const shell = new Shell(root, readSettings(localStorage));
document.querySelector<HTMLInputElement>('#box')?.focus();
shell.openAddressed();

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const listings = new Listings({
  fetch: (...given) => fetch(...given),
  site: '',
  keeper: indexedKeeper(indexedDB),
  now: Date.now,
  wait,
  tell: (told) => shell.listen(told),
});
shell.checkListings = () => void listings.check();
const onVisible = (seen: () => void) => {
  const changed = () => document.visibilityState === 'visible' && seen();
  document.addEventListener('visibilitychange', changed);
  addEventListener('online', changed);
  return () => {
    document.removeEventListener('visibilitychange', changed);
    removeEventListener('online', changed);
  };
};
shell.isHeld = !isBack(location);
void wait(HELD_MS).then(() => {
  if (!isLeaving) shell.isHeld = false;
});
let isLeaving = false;
const starting = startTeam(() => {
  isLeaving = !shell.isTouched;
  shell.isHeld = isLeaving;
  return isLeaving;
});
void starting.then(knows).then(() => {
  isLeaving = false;
  shell.isHeld = false;
});
// The download of listings waits for the sign-in, but not for long, because the sign-in service may be slow.
const stays = Promise.race([starting.then(knows), wait(SIGN_IN_MS)]);
void listings.open(stays).then(async () => {
  // Without listings nothing can be searched, so the download is tried again: soon at first, then less often.
  for (let seconds = 2; !listings.isOpen; seconds = Math.min(30, seconds * 2)) {
    await wait(seconds * 1_000);
    await listings.check();
  }
  new Watch(listings, { isVisible: () => document.visibilityState === 'visible', onVisible }).set(true);
});
void starting.then(async (team) => {
  shell.useTeam(team);
  const { leadsViews } = await import('../leads/views.ts');
  shell.useViews(leadsViews(team));
});

/** Resolves once it is known who is signed in. Never resolves if the page leaves for the sign-in service. */
function knows(team: Team): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (team.state.session.kind === 'opening') return;
      end();
      resolve();
    };
    const end = team.listen(look);
    look();
  });
}
