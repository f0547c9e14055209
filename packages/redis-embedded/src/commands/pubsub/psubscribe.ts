import type { Command } from '../../engine/command.ts';
import { subscription } from './subscribe.ts';

export const command: Command = subscription('PSUBSCRIBE', 'patterns');
