export const phonePurposes = ['main', 'intake', 'admissions', 'benefits-check', 'crisis'] as const;
export const answerers = ['facility', 'central-admissions', 'third-party'] as const;

/** A number and who answers it: a call center is never shown as the facility. */
export interface Phone {
  /** E.164, United States. */
  number: string;
  extension: string | null;
  purpose: (typeof phonePurposes)[number];
  answeredBy: (typeof answerers)[number];
}

/** `(602) 555-0100`, or `(602) 555-0100 ext. 12`. */
export function displayPhone(phone: Pick<Phone, 'number' | 'extension'>): string {
  const national = `(${phone.number.slice(2, 5)}) ${phone.number.slice(5, 8)}-${phone.number.slice(8)}`;
  return phone.extension === null ? national : `${national} ext. ${phone.extension}`;
}

/** `admissions, central-admissions: (602) 555-0100`: the number with its purpose and who answers. */
export function phoneInWords(phone: Phone): string {
  return `${phone.purpose}, ${phone.answeredBy}: ${displayPhone(phone)}`;
}
