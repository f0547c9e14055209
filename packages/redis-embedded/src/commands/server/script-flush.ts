import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

/** There are no scripts, so none is left: what empties a Redis before tests need not know. */
export const command: Command = { name: 'SCRIPT FLUSH', arity: -2, run: () => OK };
