/** What names an event of the audit: its number, with the letter of its log where that is not the one of tickets and customers. */
export const auditRowKey = ({
  handover,
  request,
  person,
  seq,
}: {
  readonly handover: unknown;
  readonly request: unknown;
  readonly person: string | null;
  readonly seq: number;
}): string => `${handover !== null ? 'h' : request !== null ? 'r' : person !== null ? 'a' : ''}${seq}`;
