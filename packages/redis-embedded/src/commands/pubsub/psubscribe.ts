import { subscription } from './subscribe.ts';

export const command = subscription('PSUBSCRIBE', 'patterns');
