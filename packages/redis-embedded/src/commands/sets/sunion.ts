import { combination, union } from './combination.ts';

export const command = combination('SUNION', union);
