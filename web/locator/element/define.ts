import { ProgramLocator } from './class.ts';
import { reflectAttributes } from './properties.ts';
import { registerUnit } from './sheets.ts';

/** Registers `<program-locator>`. Safe to call twice, and from two copies of the script. */
export function define(origin: string): void {
  if (customElements.get('program-locator') !== undefined) return;
  ProgramLocator.origin = origin;
  registerUnit();
  reflectAttributes(ProgramLocator.prototype);
  customElements.define('program-locator', ProgramLocator);
}
