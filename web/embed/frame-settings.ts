import { attributeNames } from '../locator/element/attribute-names.ts';

/**
 * The finder's attributes that a site may set in the address of a frame. It must not choose the API; and a search kept
 * in history would outlive the frame.
 */
export const settable = attributeNames.filter((name) => name !== 'api' && name !== 'history');
