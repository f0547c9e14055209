import { range } from './range.ts';

export const command = range('ZRANGEBYLEX', { by: 'member', reverse: false });
