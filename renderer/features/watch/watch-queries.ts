import { queryOptions } from '@tanstack/react-query';
import { call } from '../../ipc/client.ts';

export const alarmsQuery = queryOptions({ queryKey: ['alarm'], queryFn: () => call('watch:list', {}) });
