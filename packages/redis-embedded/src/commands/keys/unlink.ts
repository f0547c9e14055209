import { command as del } from './del.ts';

export const command = { ...del, name: 'UNLINK' };
