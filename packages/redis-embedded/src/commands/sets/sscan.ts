import { scanOf } from '../../engine/scan.ts';
import { SetValue } from '../../values/set.ts';

export const command = scanOf('SSCAN', SetValue, ({ members }) => [...members].map((each) => [each]));
