/** The shape that the contract takes for an address, without zod: a test holds the two together. */
const ADDRESS = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

export const isMailAddress = (text: string): boolean => ADDRESS.test(text);
