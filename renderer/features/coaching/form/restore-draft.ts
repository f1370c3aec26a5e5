/** Two drafts, or parts of them, that say the same. */
export const isAlike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What somebody changed of what a form began with: what stays is not written over what others change meanwhile. */
export const differing = (start: object, draft: object): object => {
  const before = new Map<string, unknown>(Object.entries(start));
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => !isAlike(value, before.get(name))));
};

/** What was kept of a form that is opened for one customer, where it names no other. */
export const ofCustomer = (
  kept: unknown,
  { customer }: { readonly customer: { readonly id: number } | null },
): unknown => {
  if (customer === null || typeof kept !== 'object' || kept === null || !('customer' in kept)) return kept;
  const whose = kept.customer;
  const isSame = typeof whose === 'object' && whose !== null && 'id' in whose && whose.id === customer.id;
  return isSame ? kept : null;
};

/** A draft that was kept, by this version or another: what does not fit any more is left out. Null where nothing was typed. */
export const restoreDraft = <Draft extends object>(kept: unknown, start: Draft): Draft | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const shapes = new Map<string, unknown>(Object.entries(start));
  const known = Object.entries(kept).filter(([name, value]) => {
    if (!shapes.has(name)) return false;
    const own = shapes.get(name);
    if (own === null || value === null) return typeof own === 'object' && typeof value === 'object';
    return typeof own === typeof value && Array.isArray(own) === Array.isArray(value);
  });
  const draft = { ...start, ...Object.fromEntries(known) };
  return isAlike(draft, start) ? null : draft;
};
