import type { Command } from '../../engine/command.ts';
import { bulks } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'TIME',
	arity: 1,
	run(_args, client) {
		const { now } = client.db;
		const micros = Math.floor((performance.now() % 1) * 1000);
		return bulks([String(Math.floor(now / 1000)), String((now % 1000) * 1000 + micros)]);
	},
};
