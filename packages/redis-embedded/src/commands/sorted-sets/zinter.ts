import { intersection } from '../sets/combination.ts';
import { combination, WEIGHING } from './combination.ts';

export const command = combination('ZINTER', intersection, WEIGHING);
