import type { Command } from '../../engine/command.ts';
import { rangeOf } from './xrange.ts';

export const command: Command = rangeOf('XREVRANGE', true);
