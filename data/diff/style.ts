/** CSS of the page that shows a difference, for light and dark mode. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #57606a; --ground: #fff; --box: #f6f8fa; --line: #d0d7de; --added: #116329; --removed: #a40e26; --changed: #0550ae; --land: #eaeef2; --coast: #57606a; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9aa4af; --ground: #0d1117; --box: #161b22; --line: #30363d; --added: #56d364; --removed: #ff9d96; --changed: #79c0ff; --land: #21262d; --coast: #8b949e; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--ground); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0; } h1 + p { margin: 0 0 .75rem; color: var(--soft); }
svg { width: 100%; height: auto; border: 1px solid var(--line); }
path { fill: var(--box); stroke: var(--line); stroke-width: .6; } path.served { fill: var(--land); stroke: var(--coast); }
circle { fill-opacity: .75; } circle.added { fill: var(--added); } circle.removed { fill: var(--removed); } circle.changed { fill: var(--changed); }
table { border-collapse: collapse; margin: .5rem 0 1rem; } td, th { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid var(--line); }
table.counts td + td, table.counts th + th { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
h2 { display: inline; font-size: 1.15rem; } h2.added, b.added { color: var(--added); } h2.removed, b.removed { color: var(--removed); } h2.changed, b.changed { color: var(--changed); }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; padding: .25rem 0; position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--line); }
body > details { border-top: 1px solid var(--line); padding: .6rem 0; } details details { margin: .35rem 0 .35rem 1rem; } details > p { margin: .35rem 0 .35rem 1rem; }
summary { cursor: pointer; } summary:focus-visible { outline: 2px solid var(--changed); outline-offset: 2px; } summary span, .folded, em { color: var(--soft); }
code { display: block; color: var(--soft); font-size: .8em; }
.pair { margin: .6rem 0; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 6px; } .pair p { margin: .2rem 0; padding-left: 4.5rem; } .pair ins, .pair del { display: inline-block; width: 4.5rem; margin-left: -4.5rem; text-indent: 0; font-weight: 600; text-decoration: none; } .pair .folded { font-size: .9em; }
.phone { white-space: nowrap; } mark { background: none; color: inherit; text-decoration: underline 2px var(--changed); text-underline-offset: 3px; }
.lead { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem .75rem 2rem; font-size: 1.05rem; background: var(--box); } .lead .bad b { color: var(--removed); }
del { color: var(--removed); } ins { color: var(--added); text-decoration: none; }
@media (max-width: 40rem) { body { margin: 1rem auto; } .pair p { padding-left: 0; } .pair ins, .pair del { display: block; margin: 0; } details details, details > p { margin-left: 0; } }
@media print { details:not([open]) > :not(summary) { display: block; } h3 { position: static; } }`;
