import { useQuery } from '@tanstack/react-query';
import { useApp } from '../../../app-context.ts';
import { expertsQuery } from '../../../ipc/coaching-queries.ts';

type Choice = { readonly value: string; readonly label: string };

/** The experts with whom something can be planned: those who are active, oneself, and the one who has it. */
export const useExpertChoices = (chosen: string, none: string): Choice[] => {
  const { me } = useApp().state;
  const { data } = useQuery(expertsQuery);
  const known = (data ?? []).filter(({ isActive }) => isActive).map(({ name }) => name);
  const isOut = data?.some(({ name, isActive }) => name === me.name && !isActive) ?? false;
  const own = me.role === 'expert' && !isOut ? [me.name] : [];
  const names = [...new Set([...known, ...own, ...(chosen === '' ? [] : [chosen])])];
  return [
    { value: '', label: none },
    ...names.toSorted((a, b) => a.localeCompare(b)).map((name) => ({ value: name, label: name })),
  ];
};
