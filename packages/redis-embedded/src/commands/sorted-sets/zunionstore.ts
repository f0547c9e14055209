import type { Command } from '../../engine/command.ts';
import { union } from '../sets/combination.ts';
import { storedCombination, WEIGHING } from './combination.ts';

export const command: Command = storedCombination('ZUNIONSTORE', union, WEIGHING);
