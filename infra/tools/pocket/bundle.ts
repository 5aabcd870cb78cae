import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const web = (path: string): string => fileURLToPath(new URL(`../../../web/${path}`, import.meta.url));

/** The parts of a pocket file other than its listings. */
export interface Scripts {
  readonly loader: string;
  readonly program: string;
  readonly css: string;
  /** The icon as a data URL, in text. */
  readonly icon: string;
}

/** Scripts and styles, each as one text without external resources. */
export async function bundleScripts(): Promise<Scripts> {
  const [loader, program, css] = await Promise.all([
    // The loader is built for older browsers than the program, so that a browser that cannot run the program shows a
    // message.
    script('pocket/loader.ts', 'iife', 'es2017'),
    script('pocket/main.ts', 'esm', 'es2022'),
    styles(),
  ]);
  return { loader, program, css, icon: dataUrl('icon.svg') };
}

const common = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
} as const;

async function script(path: string, format: 'iife' | 'esm', target: string): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [web(path)],
    format,
    target,
    platform: 'browser',
    plugins: [oneCopyOfOutlines],
  });
  const [{ text } = { text: '' }, ...others] = outputFiles;
  if (others.length > 0) throw new Error(`${path} is not one file`);
  // The program is placed inside HTML, where a parser would end it at these texts.
  if (/<\/script|<!--/i.test(text)) throw new Error(`${path} has text that ends a script`);
  return text.trim();
}

/** The map can load its outlines from one file or from one file per state. A pocket contains only the one file. */
const oneCopyOfOutlines: Plugin = {
  name: 'one-copy-of-outlines',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/web\/locator\/map\/load\.ts$/ }, () => ({
      contents: "export { whole as byState } from './whole.ts';",
      resolveDir: web('locator/map'),
    }));
  },
};

async function styles(): Promise<string> {
  const all = ['site.css', 'pocket/pocket.css'].map((path) => readFileSync(web(path), 'utf8')).join('\n');
  const contents = all.replaceAll('"/horizon.svg"', `"${dataUrl('horizon.svg')}"`);
  const { outputFiles } = await build({ ...common, stdin: { contents, loader: 'css' }, target: 'es2022' });
  const text = (outputFiles[0]?.text ?? '').trim();
  if (/url\((?!"?data:)/.test(text)) throw new Error('the styles load a file');
  return text;
}

const dataUrl = (path: string): string => `data:image/svg+xml;base64,${readFileSync(web(path)).toString('base64')}`;
