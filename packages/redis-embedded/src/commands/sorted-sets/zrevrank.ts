import type { Command } from '../../engine/command.ts';
import { rankOf } from './zrank.ts';

export const command: Command = rankOf('ZREVRANK', (rank, size) => size - 1 - rank);
