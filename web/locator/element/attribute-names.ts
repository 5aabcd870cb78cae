/** The attributes that the element reads; `attributes.ts` says what each is. */
export const attributeNames = [
  'api',
  'level',
  'within',
  'payer',
  'organization',
  'near',
  'lang',
  'theme',
  'units',
  'phone',
  'benefits',
  'report',
  'history',
] as const;
export type AttributeName = (typeof attributeNames)[number];
