import type { Command } from '../../engine/command.ts';
import { store } from './zunionstore.ts';

export const command: Command = store('ZINTERSTORE', (member, sources) =>
	sources.every((each) => each.has(member)),
);
