import { PageSignIn } from '../sign-in/sign-in.ts';
import { memoryShelf, openShelf } from './shelf.ts';
import { LiveTeam } from './team.ts';
import type { Channel, TabMessage } from './team-options.ts';

const NAME = 'console-acts';

/**
 * Starts the team on this page: signs in, and sends waiting acts. Returns before it is known who is signed in.
 * @param mayLeave Asked before the page leaves by itself to learn who is signed in.
 */
export async function startTeam(mayLeave: () => boolean): Promise<LiveTeam> {
  const later = (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const signIn = new PageSignIn({
    fetch: (...given) => fetch(...given),
    location,
    showAddress: (address) => {
      history.replaceState(null, '', address);
      // Opens the center that a link named before the sign-in, as if the link were followed now.
      if (location.hash !== '') dispatchEvent(new HashChangeEvent('hashchange'));
    },
    mayLeave,
    session: sessionStorage,
    now: Date.now,
    later,
  });
  // If the browser stores nothing, as some do in a private window, acts are kept in memory.
  const shelf = await openShelf(indexedDB).catch(() => memoryShelf());
  const team = new LiveTeam(
    {
      ...{ signIn, shelf, later },
      channel: tabs(),
      fetch: (...given) => fetch(...given),
      alone: (owner, run) => navigator.locks.request(`${NAME}-${owner}`, run),
    },
    await shelf.owner().catch(() => null),
  );
  addEventListener('online', () => void team.retry());
  addEventListener('offline', () => team.lost());
  await team.open();
  void signIn.open();
  return team;
}

function tabs(): Channel {
  const channel = new BroadcastChannel(NAME);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
    },
  };
}
