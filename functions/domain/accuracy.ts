/** Accuracy of a center's point: the building, the street, or only the middle of its ZIP. */
export const accuracies = ['address', 'street', 'zip'] as const;
