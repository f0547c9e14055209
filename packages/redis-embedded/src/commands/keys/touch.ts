import type { Command } from '../../engine/command.ts';
import { command as exists } from './exists.ts';

export const command: Command = { ...exists, name: 'TOUCH' };
