import { z } from 'zod';
import { defineEvent } from '../src/envelope.ts';

/** An event for tests. */
export const greeted = defineEvent('orders.events', 'test.greeted', z.object({ word: z.string() }));
