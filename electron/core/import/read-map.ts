// PLACEHOLDER by the lead so that the app builds meanwhile: overwrite this file whole.
import type { Level } from '../../../shared/ticket/ticket.ts';

export const readTierMap = async (_path: string, _tiers: readonly string[]): Promise<Map<string, string>> => new Map();
export const readLevelMap = async (_path: string): Promise<Map<string, Level>> => new Map();
