import { union } from '../sets/combination.ts';
import { scoredCombination, WEIGHING } from './scored-combination.ts';

export const command = scoredCombination('ZUNION', union, WEIGHING);
