import { scanOf } from '../../engine/scan.ts';
import { HashValue } from '../../values/hash.ts';

export const command = scanOf('HSCAN', HashValue, ({ fields }) => fields);
