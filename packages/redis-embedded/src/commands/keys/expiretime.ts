import type { Command } from '../../engine/command.ts';
import { timeToLive } from './ttl.ts';

export const command: Command = timeToLive('EXPIRETIME', (at) => Math.floor((at + 500) / 1000));
