import type { Command } from '../../engine/command.ts';
import { combination } from './sinter.ts';

export const command: Command = combination('SDIFF', ([first, ...rest]) =>
	[...first!].filter((member) => !rest.some((other) => other.has(member))),
);
