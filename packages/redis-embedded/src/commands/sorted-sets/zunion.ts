import { union } from '../sets/combination.ts';
import { combination, WEIGHING } from './combination.ts';

export const command = combination('ZUNION', union, WEIGHING);
