import type { Command } from '../../engine/command.ts';
import { timeToLive } from './ttl.ts';

export const command: Command = timeToLive('PTTL', (at, now) => at - now);
