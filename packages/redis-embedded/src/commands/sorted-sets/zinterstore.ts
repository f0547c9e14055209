import { intersection } from '../sets/combination.ts';
import { storedCombination, WEIGHING } from './combination.ts';

export const command = storedCombination('ZINTERSTORE', intersection, WEIGHING);
