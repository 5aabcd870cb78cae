export const phonePurposes = ['main', 'intake', 'admissions', 'benefits-check', 'crisis'] as const;
export const answerers = ['facility', 'central-admissions', 'third-party'] as const;

/** A phone number and who answers it, so that a call center is never shown as the facility. */
export interface Phone {
  /** The number in E.164 format; United States only. */
  number: string;
  extension: string | null;
  purpose: (typeof phonePurposes)[number];
  answeredBy: (typeof answerers)[number];
}

/** Formats a phone number for display: `(602) 555-0100`, or `(602) 555-0100 ext. 12`. */
export function displayPhone(phone: Pick<Phone, 'number' | 'extension'>): string {
  const national = `(${phone.number.slice(2, 5)}) ${phone.number.slice(5, 8)}-${phone.number.slice(8)}`;
  return phone.extension === null ? national : `${national} ext. ${phone.extension}`;
}

/** A phone number with its purpose and who answers: `admissions, central-admissions: (602) 555-0100`. */
export function phoneInWords(phone: Phone): string {
  return `${phone.purpose}, ${phone.answeredBy}: ${displayPhone(phone)}`;
}
