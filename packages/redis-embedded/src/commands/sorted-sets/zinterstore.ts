import type { Command } from '../../engine/command.ts';
import { intersection } from '../sets/combination.ts';
import { storedCombination, WEIGHING } from './combination.ts';

export const command: Command = storedCombination('ZINTERSTORE', intersection, WEIGHING);
