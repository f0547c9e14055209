import { difference } from '../sets/combination.ts';
import { scoredCombination } from './scored-combination.ts';

export const command = scoredCombination('ZDIFF', difference, []);
