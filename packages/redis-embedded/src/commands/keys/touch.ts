import { command as exists } from './exists.ts';

export const command = { ...exists, name: 'TOUCH' };
