import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

/** The commands that tell when a key expires; -2 for no such key, -1 for never. */
export const timeToLive = (name: string, tell: (at: number, now: number) => number): Command => ({
	name,
	arity: 2,
	keys: [1, 1, 1],
	run(args, client) {
		const entry = client.db.find(args[1]!);
		if (entry === undefined) return integer(-2);
		return integer(entry.expireAt === 0 ? -1 : tell(entry.expireAt, client.db.now));
	},
});

export const command = timeToLive('TTL', (at, now) => Math.floor((at - now + 500) / 1000));
