/** The official locator's export as a source. It holds rows of both directories. */
export const findTreatment = 'SAMHSA FindTreatment.gov';
