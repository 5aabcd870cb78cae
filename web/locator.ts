/**
 * The entry that a website loads, cached only briefly: `<script type="module" src="https://…/locator.js">`. The files
 * that it loads are named by their content and cached forever.
 */
const { define } = await import('./locator/element/define.ts');
define(new URL(import.meta.url).origin === location.origin ? '' : new URL(import.meta.url).origin);
