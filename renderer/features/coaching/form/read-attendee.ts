export type Attendee = { readonly name: string; readonly email: string | null };

/** Such addresses as the contract takes. */
const ADDRESS = /^(?!\.)(?!.*\.\.)[\w'+\-.]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** `Jeanne Roux <jeanne@roux.example>`, a name or an address alone; null where nothing was typed. */
export const readAttendee = (text: string): Attendee | null => {
  const words = text
    .trim()
    .split(/[\s<>,;]+/)
    .filter((word) => word !== '');
  const email = words.find((word) => ADDRESS.test(word)) ?? null;
  const name = words.filter((word) => word !== email).join(' ');
  if (name === '' && email === null) return null;
  return { name: name === '' ? (email ?? '') : name, email };
};

export const isSameAttendee = (a: Attendee, b: Attendee): boolean =>
  a.email === b.email && a.name.toLowerCase() === b.name.toLowerCase();
