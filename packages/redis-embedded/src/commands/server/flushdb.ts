import type { Command } from '../../engine/command.ts';
import { command as flushAll } from './flushall.ts';

export const command: Command = { ...flushAll, name: 'FLUSHDB' };
