import type { Command } from '../../engine/command.ts';
import { memberBounds } from './bounds.ts';
import { counting } from './zcount.ts';

export const command: Command = counting('ZLEXCOUNT', memberBounds);
