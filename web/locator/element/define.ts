import { ProgramLocator } from './class.ts';
import type { Pocket } from './pocket.ts';
import { reflectAttributes } from './properties.ts';
import { registerUnit } from './sheets.ts';

/**
 * Registers `<program-locator>`. Safe to call twice, and from two copies of the script.
 * @param pocket The listings in the page's own file, in place of an API.
 */
export function define(origin: string, pocket: Pocket | null = null): void {
  if (customElements.get('program-locator') !== undefined) return;
  ProgramLocator.origin = origin;
  ProgramLocator.pocket = pocket;
  registerUnit();
  reflectAttributes(ProgramLocator.prototype);
  customElements.define('program-locator', ProgramLocator);
}
