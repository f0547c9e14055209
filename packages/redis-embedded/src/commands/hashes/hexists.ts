import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command = reading('HEXISTS', 3, HashValue, (hash, args) =>
	integer(hash?.fields.has(args[2]!) ? 1 : 0),
);
