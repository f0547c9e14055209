import type { Command } from '../../engine/command.ts';
import { bulk } from '../../protocol/reply.ts';

export const command: Command = { name: 'ECHO', arity: 2, run: (args) => bulk(args[1]!) };
