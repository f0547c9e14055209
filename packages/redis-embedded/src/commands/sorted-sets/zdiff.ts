import type { Command } from '../../engine/command.ts';
import { difference } from '../sets/combination.ts';
import { combination } from './combination.ts';

export const command: Command = combination('ZDIFF', difference, []);
