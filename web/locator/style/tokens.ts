import { css } from './css.ts';

/** Colors of the light theme, as custom properties. */
export const lightTokens = `
  color-scheme: light;
  --paper: #eef3f2; --card: #fff; --sunk: #f3f7f6; --ink: #12242b; --soft: #465960; --line: #cfdad8; --edge: #6f8585;
  --wash: #e2f0ee; --spruce: var(--locator-accent, #0a5c59); --spruce-deep: var(--locator-accent-deep, #07413f);
  --on-spruce: #fff; --lamp: #fff2d6; --lamp-ink: #5f3d00; --lamp-edge: #b7781a; --danger: #a1301f; --focus: #b45a00;
  --night: #0f2430; --night-far: #1c4a57; --glow: #ffd27a; --shadow: 0 1px 2px rgb(15 36 48 / 8%), 0 8px 24px rgb(15 36 48 / 9%);`;
export const darkTokens = `
  color-scheme: dark;
  --paper: #0c181e; --card: #15252d; --sunk: #101e25; --ink: #e9f0ef; --soft: #a8babd; --line: #2a3f48; --edge: #6d868c;
  --wash: #193840; --spruce: var(--locator-accent-dark, #86d5cb); --spruce-deep: var(--locator-accent-deep-dark, #b4e8e1);
  --on-spruce: #062421; --lamp: #2c2819; --lamp-ink: #f3d9a6; --lamp-edge: #d8a24c; --danger: #ffac9c; --focus: #ffd27a;
  --night: #0a151b; --night-far: #143440; --glow: #ffd27a; --shadow: 0 0 0 1px #22363f;`;

/** CSS custom properties for colors and sizes. A host may set those that begin with `--locator-`. */
export const tokensCss = css`
:host { display: block; }
:host([hidden]) { display: none; }
.finder {
  all: initial;
  direction: ltr;
  display: block;
  position: relative;
  box-sizing: border-box;
  container: finder / inline-size;
  font: medium / 1.45 var(--locator-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  --locator-u: calc(1em / 16);
  --serif: var(--locator-heading-font, "Iowan Old Style", Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", serif);
  --round: var(--locator-radius, 12px);
  ${lightTokens}
  background: var(--paper);
  color: var(--ink);
  overflow-wrap: break-word;
  text-align: start;
}
@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) .finder { ${darkTokens} }
}
:host([theme="dark"]) .finder { ${darkTokens} }
.finder:lang(es) { hyphens: manual; }
`;
