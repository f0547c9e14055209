import type { Command } from '../../engine/command.ts';
import { command as evaluate } from './eval.ts';

export const command: Command = { ...evaluate, name: 'EVALSHA' };
