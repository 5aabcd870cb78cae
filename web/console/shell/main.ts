import { Watch } from '../../locator/device/watch.ts';
import { indexedKeeper } from '../engine/kept-copy.ts';
import { Listings } from '../engine/listings.ts';
import { startTeam } from '../team/start.ts';
import { readSettings } from './settings.ts';
import { Shell } from './shell.ts';

const root = document.querySelector<HTMLElement>('#console');
if (root === null) throw new Error('the page has no element with the id "console"');
root.replaceChildren();
const shell = new Shell(root, readSettings(localStorage));
shell.openAddressed();
document.querySelector<HTMLInputElement>('#box')?.focus();

const listings = new Listings({
  fetch: (...given) => fetch(...given),
  site: '',
  keeper: indexedKeeper(indexedDB),
  now: Date.now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
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
void listings.open().then(() => {
  new Watch(listings, { isVisible: () => document.visibilityState === 'visible', onVisible }).set(true);
});
void startTeam().then(async (team) => {
  shell.useTeam(team);
  const { leadsViews } = await import('../leads/views.ts');
  shell.useViews(leadsViews(team));
});
