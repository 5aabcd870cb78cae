/**
 * The only script of a pocket file that is not compressed. It chooses the language before anything is rendered, then
 * unpacks the program. The page's policy allows exactly that program, by its hash.
 */
import { fail, packedIds, unpack } from './unpack.ts';

interface Policy {
  createScript(text: string): string;
}
interface WithTrustedTypes {
  readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

const root = document.documentElement;
root.dataset.script = '';
if (/^es\b/i.test(navigator.language)) root.lang = 'es';

let program: HTMLScriptElement | null = null;

/** Tests for the newest feature that the program needs. An older browser could start the program but not finish. */
const isNewEnough = (): boolean => 'toSorted' in Array.prototype && typeof DecompressionStream === 'function';

async function start(): Promise<void> {
  if (!isNewEnough()) throw new Error('this browser is too old for this file');
  const text = await unpack(packedIds.program);
  const policy = (window as WithTrustedTypes).trustedTypes?.createPolicy('pocket', { createScript: (own) => own });
  program = document.createElement('script');
  program.type = 'module';
  program.textContent = policy?.createScript(text) ?? text;
  document.body.append(program);
}

// A script error before the finder is defined means that the browser cannot run the program.
addEventListener('error', (event) => {
  if (customElements.get('program-locator') === undefined) fail(event);
});
// The policy blocked the program, because somebody changed it. Violations by browser extensions are ignored.
addEventListener('securitypolicyviolation', (event) => {
  if (event.target === program) fail(event);
});
document.addEventListener('DOMContentLoaded', () => void start().catch(fail));
