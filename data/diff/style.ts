/** Style of the page that shows a difference. */
export const style = `
:root { color-scheme: light; --added: #116329; --removed: #a40e26; --changed: #0550ae; --line: #d0d7de; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
svg { width: 100%; height: auto; border: 1px solid var(--line); }
path { fill: #f6f8fa; stroke: #afb8c1; stroke-width: .6; } path.served { fill: #eaeef2; stroke: #57606a; }
circle { fill-opacity: .75; } circle.added { fill: var(--added); } circle.removed { fill: var(--removed); } circle.changed { fill: var(--changed); }
table { border-collapse: collapse; margin: .5rem 0; } td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
h2 { display: inline; font-size: 1.15rem; } h2.added, b.added { color: var(--added); } h2.removed, b.removed { color: var(--removed); } h2.changed, b.changed { color: var(--changed); }
body > details { border-top: 1px solid var(--line); padding: .6rem 0; } details details { margin: .2rem 0 .2rem 1rem; } details > p { margin: .2rem 0 .2rem 1rem; }
summary { cursor: pointer; } summary span, .folded, code, em { color: #57606a; } code { font-size: .85em; overflow-wrap: anywhere; }
.lead { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem .75rem 2rem; font-size: 1.1rem; background: #f6f8fa; } .lead .bad b { color: var(--removed); }
del { color: var(--removed); } ins { color: var(--added); text-decoration: none; }
@media print { details:not([open]) > :not(summary) { display: block; } }`;
