import type { Command } from '../../engine/command.ts';
import { command as del } from './del.ts';

export const command: Command = { ...del, name: 'UNLINK' };
