import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { rename, command as renaming } from './rename.ts';

export const command: Command = {
	...renaming,
	name: 'RENAMENX',
	run: (args, client) => integer(rename(client, args[1]!, args[2]!, false) ? 1 : 0),
};
