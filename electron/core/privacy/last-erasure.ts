/** SQL for the number of the last erasure, which changes rows that were recorded before it; 0 where there is none. */
export const LAST_ERASURE = `SELECT coalesce(max(seq), 0) FROM event WHERE subject = 'customer' AND kind = 'erased'`;
