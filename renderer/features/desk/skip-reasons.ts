import type { IntlShape } from 'react-intl';
import type { SkippedTicket } from '../../../shared/ipc/desk-schemas.ts';

/** Tickets that are skipped for one reason. */
export type SkipGroup = { readonly code: string; readonly message: string; readonly references: readonly string[] };

/** What is skipped by reason, the commonest first. */
export const groupSkipped = (skipped: readonly SkippedTicket[]): SkipGroup[] => {
  const byCode = new Map<string, { code: string; message: string; references: string[] }>();
  for (const { code, message, reference } of skipped) {
    const group = byCode.get(code) ?? { code, message, references: [] };
    group.references.push(reference);
    byCode.set(code, group);
  }
  return [...byCode.values()].sort((a, b) => b.references.length - a.references.length || (a.code < b.code ? -1 : 1));
};

/** The reason for several tickets at once; what the core said where the reason has no words of its own. */
export const skipReason = (intl: IntlShape, { code, message }: SkipGroup): string => {
  const id = `bulk.reason.${code}`;
  return id in intl.messages ? intl.formatMessage({ id }) : message;
};
