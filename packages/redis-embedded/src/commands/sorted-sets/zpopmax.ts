import type { Command } from '../../engine/command.ts';
import { pop } from './zpopmin.ts';

export const command: Command = pop('ZPOPMAX', true);
