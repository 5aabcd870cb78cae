/** Build options (esbuild) of every script of the site: one small module file, for browsers of 2022 and later. */
export const browserBundle = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
} as const;
