import type { ComponentProps } from 'react';

type Props = { readonly ids: ComponentProps<'input'>; readonly name: string };

/** Whose it is, where that is not for the form to change: what was typed is kept with the customer. */
export const CustomerStays = ({ ids, name }: Props) => (
  <input {...ids} className="input" data-field="customer" value={name} readOnly tabIndex={-1} />
);
