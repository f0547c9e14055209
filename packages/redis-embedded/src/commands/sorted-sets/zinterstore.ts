import { intersection } from '../sets/combination.ts';
import { storedCombination, WEIGHING } from './scored-combination.ts';

export const command = storedCombination('ZINTERSTORE', intersection, WEIGHING);
