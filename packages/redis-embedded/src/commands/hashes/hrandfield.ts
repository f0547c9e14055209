import type { Command } from '../../engine/command.ts';
import { bulk } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';
import { drawing } from '../sets/srandmember.ts';

export const command: Command = drawing('HRANDFIELD', HashValue, 'WITHVALUES', ({ fields }) =>
	Array.from(fields, (pair) => pair.map(bulk)),
);
