/** Script for the page that contains frames: sets each frame to the height that its finder requests. */
import { askHeight, readHeight } from './height-message.ts';

const own = `${new URL(import.meta.url).origin}/embed/frame`;
const finders = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter(({ src }) => src === own || src.startsWith(`${own}#`));

addEventListener('message', ({ data, source }) => {
  const frame = finders().find(({ contentWindow }) => contentWindow === source);
  const height = readHeight(data);
  if (frame === undefined || height === null) return;
  frame.style.blockSize = `${height}px`;
  frame.style.borderStyle = 'none';
});
// Requests the heights now, because a finder that loaded before this script has already sent its height.
for (const { contentWindow } of finders()) contentWindow?.postMessage(askHeight, '*');
