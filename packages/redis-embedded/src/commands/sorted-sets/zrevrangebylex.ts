import { range } from './range.ts';

export const command = range('ZREVRANGEBYLEX', { by: 'member', reverse: true });
