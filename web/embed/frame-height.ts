/** Runs on the framing page: gives each framed finder the height that it requests. */
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
// A finder that loaded earlier has already sent its height.
for (const { contentWindow } of finders()) contentWindow?.postMessage(askHeight, '*');
