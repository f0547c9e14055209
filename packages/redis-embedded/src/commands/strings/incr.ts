import { incrementing } from './increment.ts';

export const command = incrementing('INCR', 2, () => 1n);
