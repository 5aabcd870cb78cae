/**
 * The short-lived entry that a website loads: `<script type="module" src="https://…/locator.js">`. What it loads is
 * named by its content and kept for good.
 */
const { define } = await import('./locator/element/define.ts');
define(new URL(import.meta.url).origin === location.origin ? '' : new URL(import.meta.url).origin);
