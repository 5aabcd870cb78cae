/** Names of the attributes that the element reads. `attributes.ts` describes each. */
export const attributeNames = [
  'api',
  'level',
  'within',
  'payer',
  'organization',
  'in',
  'near',
  'lang',
  'theme',
  'units',
  'phone',
  'benefits',
  'report',
  'history',
  'search',
] as const;
export type AttributeName = (typeof attributeNames)[number];

/**
 * Returns the name of an attribute's property. `search` becomes `searchMode`, because the element has a method
 * `search`.
 */
export const propertyOf = (name: AttributeName): string => (name === 'search' ? 'searchMode' : name);
