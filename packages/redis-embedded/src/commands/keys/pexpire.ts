import type { Command } from '../../engine/command.ts';
import { expiry } from './expire.ts';

export const command: Command = expiry('PEXPIRE', 1, true);
