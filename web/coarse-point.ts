/**
 * A point as the search takes it, rounded to one decimal of a degree: some seven miles across, which cannot
 * tell a home or a clinic (anything within 1,750 feet counts as precise location in health-privacy law).
 */
export function coarsePoint({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${oneDecimal(latitude)},${oneDecimal(longitude)}`;
}

function oneDecimal(degrees: number): string {
  // Adding zero makes -0 plain 0.
  return String(Math.round(degrees * 10) / 10 + 0);
}
