import type { Command } from '../../engine/command.ts';
import { flush } from './flushall.ts';

export const command: Command = { name: 'FLUSHDB', arity: -1, write: true, run: flush };
