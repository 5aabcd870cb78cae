import { ownLine } from '../locator/element/options.ts';
import { reportHref } from '../locator/read/report.ts';
import type { Chosen } from './snippets.ts';

/** The state of one form control: the attribute's name, the value, and for a checkbox whether it is checked. */
export interface Control {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked: boolean;
}

/**
 * Reads the attributes from the form's controls. The checked values of a list are joined by commas; empty fields are
 * left out.
 */
export function chosenFrom(controls: readonly Control[]): Chosen {
  const chosen: Record<string, string | true> = {};
  for (const { name, type, value, checked } of controls) {
    const text = value.trim();
    if (name === '' || text === '' || (type === 'checkbox' && !checked)) continue;
    const before = chosen[name];
    // A checkbox has the value "on" if the form gives it none. Such a checkbox is a flag.
    if (type === 'checkbox' && value === 'on') chosen[name] = true;
    else chosen[name] = typeof before === 'string' ? `${before},${text}` : text;
  }
  return chosen;
}

const radius = /^\d+(?:\.\d+)?(?:mi|km)?$/;
const slugs = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\s*,\s*[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** The error message for an attribute's value. Null if the value is valid. */
export function faultOf(name: string, value: string | true | undefined): string | null {
  if (value === undefined || value === true) return null;
  if ((name === 'phone' || name === 'benefits') && ownLine(value) === null)
    return 'Begin with a phone number, such as +16025550142, then a space and who answers.';
  if (name === 'report' && reportHref(value, { id: 'x', name: 'x' }) === null)
    return 'Write an email address, or a page that begins with https://.';
  if (name === 'within' && !radius.test(value)) return 'Write a distance such as 25mi or 40km.';
  if (name === 'organization' && !slugs.test(value))
    return 'Write the short name from the API, such as example-recovery; several with commas between.';
  if (name === 'api' && !/^https:\/\/[^\s/]+(?:\/\S*)?$/.test(value))
    return 'Write an address that begins with https://.';
  return null;
}
