import type { Command } from '../../engine/command.ts';
import { expiry } from './expire.ts';

export const command: Command = expiry('EXPIREAT', 1000, false);
