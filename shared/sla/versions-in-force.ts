/** Of versions in the order in which they were saved, those that hold, in the order of their beginnings: one saved later ends those that would begin at or after it. */
export const versionsInForce = <Version extends { readonly fromMs: number }>(saved: readonly Version[]): Version[] =>
  saved.reduce<Version[]>((held, version) => [...held.filter(({ fromMs }) => fromMs < version.fromMs), version], []);
