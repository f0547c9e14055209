import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = { name: 'DEL', arity: -2, write: true, keys: [1, -1, 1], run: remove };

export function remove(args: readonly string[], client: Client): string {
	let count = 0;
	for (let i = 1; i < args.length; i++) if (client.db.remove(args[i]!)) count++;
	return integer(count);
}
