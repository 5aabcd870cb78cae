import { attributeNames } from '../locator/element/attribute-names.ts';

/**
 * Attributes of the finder that a site may set in the URL of a frame. `api` is not one, because a frame must use our
 * API; nor is `history`, because a kept search would outlive the frame.
 */
export const settable = attributeNames.filter((name) => name !== 'api' && name !== 'history');
