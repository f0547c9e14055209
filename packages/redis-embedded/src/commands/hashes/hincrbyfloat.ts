import { type Command, writesKey } from '../../engine/command.ts';
import { addLongDoubles, parseLongDouble } from '../../engine/long-double.ts';
import { bulk, RedisError } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HINCRBYFLOAT',
	arity: 4,
	...writesKey,
	run(args, client) {
		const by = parseLongDouble(args[3]!);
		if (by === undefined) throw new RedisError('ERR value is NaN or Infinity');
		const value = client.db.read(args[1]!, HashValue)?.fields.get(args[2]!) ?? '0';
		const sum = addLongDoubles(parseLongDouble(value, 'ERR hash value is not a float'), by);
		client.db.edit(args[1]!, HashValue).set(args[2]!, sum);
		return bulk(sum);
	},
};
