import type { Command } from '../../engine/command.ts';
import { setWithExpiry } from './setex.ts';

export const command: Command = setWithExpiry('PSETEX', 'PX');
