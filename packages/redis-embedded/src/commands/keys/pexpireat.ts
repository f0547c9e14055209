import type { Command } from '../../engine/command.ts';
import { expiry } from './expire.ts';

export const command: Command = expiry('PEXPIREAT', 1, false);
