import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * For a command that a test starts with an environment of its own. The command then finds its modules compiled, as
 * commands with all variables of the tests do.
 */
export const compiledCode = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };

interface Output {
  stdout: string;
  stderr: string;
}

const outputs = new AsyncLocalStorage<Output>();
let listening = false;

/**
 * Runs a command line in this process and captures its output, even if several run at a time. Starting a process for
 * each would take a second, most of it for loading the same modules.
 * @param command returns the exit code
 */
export async function inProcess(command: () => Promise<number>): Promise<Outcome> {
  listen();
  const output: Output = { stdout: '', stderr: '' };
  const code = await outputs.run(output, command);
  return { code, ...output };
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const name of ['stdout', 'stderr'] as const) {
    const write = process[name].write.bind(process[name]) as (...all: unknown[]) => boolean;
    process[name].write = (text: unknown, ...rest: unknown[]): boolean => {
      const output = outputs.getStore();
      if (output === undefined) return write(text, ...rest);
      output[name] += text instanceof Uint8Array ? Buffer.from(text).toString() : String(text);
      // If the last argument is a function, it is the callback; an encoding may come before it.
      const done = rest.at(-1);
      if (typeof done === 'function') queueMicrotask(() => done());
      return true;
    };
  }
  for (const [name, stream] of [
    ['log', 'stdout'],
    ['info', 'stdout'],
    ['warn', 'stderr'],
    ['error', 'stderr'],
  ] as const) {
    const print = console[name].bind(console);
    console[name] = (...all: unknown[]): void => {
      const output = outputs.getStore();
      if (output === undefined) print(...all);
      else output[stream] += `${format(...all)}\n`;
    };
  }
}
