import { QueryClient } from '@tanstack/react-query';
import { CallFailure } from './client.ts';

/** The core is away for a moment, for example while its worker restarts: the same call may succeed soon. */
export const isTransient = (error: unknown): boolean => error instanceof CallFailure && error.code.startsWith('core/');

const RETRIES = 5;

/** Answers stay fresh until a notice says that something changed; nothing here goes over a network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => isTransient(error) && count < RETRIES,
      retryDelay: (count) => Math.min(200 * 2 ** count, 2_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
