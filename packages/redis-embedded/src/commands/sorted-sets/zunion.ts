import type { Command } from '../../engine/command.ts';
import { union } from '../sets/combination.ts';
import { combination, WEIGHING } from './combination.ts';

export const command: Command = combination('ZUNION', union, WEIGHING);
