/** The finder's tokens, with a map that fills the window. */
const light =
  '--paper:#eef3f2;--card:#fff;--sunk:#f3f7f6;--ink:#12242b;--soft:#465960;--line:#cfdad8;--edge:#6f8585;--wash:#e2f0ee;--spruce:#0a5c59;--on-spruce:#fff;--lamp-edge:#b7781a;--focus:#b45a00;--night:#0f2430;--glow:#ffd27a;';
const dark =
  '--paper:#0c181e;--card:#15252d;--sunk:#101e25;--ink:#e9f0ef;--soft:#a8babd;--line:#2a3f48;--edge:#6d868c;--wash:#193840;--spruce:#86d5cb;--on-spruce:#062421;--lamp-edge:#d8a24c;--focus:#ffd27a;--night:#0a151b;--glow:#ffd27a;';
export const tokens = `.finder{${light} color-scheme:light;position:fixed;inset:0;font:medium/1.4 system-ui,sans-serif}
@media (prefers-color-scheme:dark){.finder{${dark} color-scheme:dark}}`;
