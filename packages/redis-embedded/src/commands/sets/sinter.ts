import { combination, intersection } from './combination.ts';

export const command = combination('SINTER', intersection);
