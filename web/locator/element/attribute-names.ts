/** The attributes that the element reads; `attributes.ts` says what each is. */
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

/** The property of an attribute. `search` is a method of the element already. */
export const propertyOf = (name: AttributeName): string => (name === 'search' ? 'searchMode' : name);
