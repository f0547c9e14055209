import type { Command } from '../../engine/command.ts';
import { timeToLive } from './ttl.ts';

export const command: Command = timeToLive('PEXPIRETIME', (at) => at);
