import { combination, difference } from './combination.ts';

export const command = combination('SDIFF', difference);
