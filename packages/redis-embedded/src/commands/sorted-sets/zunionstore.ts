import { union } from '../sets/combination.ts';
import { storedCombination, WEIGHING } from './scored-combination.ts';

export const command = storedCombination('ZUNIONSTORE', union, WEIGHING);
