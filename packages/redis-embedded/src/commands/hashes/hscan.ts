import type { Command } from '../../engine/command.ts';
import { scanOf } from '../../engine/scan.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = scanOf('HSCAN', HashValue, ({ fields }) => fields);
