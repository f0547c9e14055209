import { reading } from '../../engine/command.ts';
import { bulk, set } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command = reading('SMEMBERS', 2, SetValue, (value, _args, client) =>
	set(client, Array.from(value?.members ?? [], bulk)),
);
