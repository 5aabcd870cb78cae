import { attributeNames, propertyOf } from './attribute-names.ts';

/**
 * Gives each attribute a property: a string or null, and a boolean for `history`. Leaves out `lang`, which is a
 * property of every HTML element.
 */
export function reflectAttributes(prototype: HTMLElement): void {
  for (const name of attributeNames) {
    if (name === 'lang') continue;
    Object.defineProperty(prototype, propertyOf(name), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return name === 'history' ? this.hasAttribute(name) : this.getAttribute(name);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? '' : String(value));
      },
    });
  }
}
