import type { Command } from '../../engine/command.ts';
import { intersection } from '../sets/combination.ts';
import { combination, WEIGHING } from './combination.ts';

export const command: Command = combination('ZINTER', intersection, WEIGHING);
