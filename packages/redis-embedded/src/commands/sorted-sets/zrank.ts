import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { wrongArity } from '../../engine/command-table.ts';
import { array, double, integer, nil, nilArray } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const rankOf = (name: string, turn: (rank: number, size: number) => number): Command => ({
	name,
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 4) throw wrongArity(this);
		const withScore = args.length === 4;
		if (withScore && args[3]!.toUpperCase() !== 'WITHSCORE') throw syntaxError();
		const value = client.db.read(args[1]!, SortedSetValue);
		const rank = value?.rank(args[2]!);
		if (value === undefined || rank === undefined) return withScore ? nilArray(client) : nil(client);
		const place = integer(turn(rank, value.order.size));
		return withScore ? array([place, double(client, value.score(args[2]!)!)]) : place;
	},
});

export const command = rankOf('ZRANK', (rank) => rank);
