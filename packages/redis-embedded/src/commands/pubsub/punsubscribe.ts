import type { Command } from '../../engine/command.ts';
import { unsubscription } from './unsubscribe.ts';

export const command: Command = unsubscription('PUNSUBSCRIBE', 'patterns');
