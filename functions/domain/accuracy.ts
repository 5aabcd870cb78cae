/** How good a center's point is: the building, the street, or only the middle of its ZIP. */
export const accuracies = ['address', 'street', 'zip'] as const;
