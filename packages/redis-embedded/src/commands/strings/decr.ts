import { incrementing } from './increment.ts';

export const command = incrementing('DECR', 2, () => -1n);
