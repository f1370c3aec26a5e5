import { openForm, type Form } from '../../../state/desk-store.ts';

let wanted: string | null = null;

/** Opens a form at one of its fields. */
export const openFormAt = (form: Form, field: string): void => {
  wanted = field;
  openForm(form);
};

/** The field that a form was opened at, told once; null for its first. */
export const takeWantedField = (): string | null => {
  const field = wanted;
  wanted = null;
  return field;
};
