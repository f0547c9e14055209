import type { Command } from '../../engine/command.ts';
import { combination, difference } from './combination.ts';

export const command: Command = combination('SDIFF', difference);
