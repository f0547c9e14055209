import { unsubscription } from './unsubscribe.ts';

export const command = unsubscription('PUNSUBSCRIBE', 'patterns');
