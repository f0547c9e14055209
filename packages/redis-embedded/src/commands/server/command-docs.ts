import type { Command } from '../../engine/command.ts';
import { map } from '../../protocol/reply.ts';

/** Nothing is documented here; redis-cli asks at its start and goes on without. */
export const command: Command = { name: 'COMMAND DOCS', arity: -2, run: (_args, client) => map(client, []) };
