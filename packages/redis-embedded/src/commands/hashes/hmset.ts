import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';
import { hashSet } from './hset.ts';

export const command: Command = hashSet('HMSET', () => OK);
