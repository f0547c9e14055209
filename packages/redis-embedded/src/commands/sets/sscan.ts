import type { Command } from '../../engine/command.ts';
import { scanOf } from '../../engine/scan.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = scanOf('SSCAN', SetValue, ({ members }) =>
	[...members].map((each) => [each]),
);
