import { difference } from '../sets/combination.ts';
import { combination } from './combination.ts';

export const command = combination('ZDIFF', difference, []);
