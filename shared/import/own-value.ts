/** What a table says of a name that a file gives: `constructor` and the like, which every record inherits, are no names in it. */
export const ownValue = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
