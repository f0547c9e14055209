import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command = reading('SISMEMBER', 3, SetValue, (set, args) =>
	integer(set?.members.has(args[2]!) ? 1 : 0),
);
