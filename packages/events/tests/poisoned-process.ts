import { connectRedis } from '@infinite-blob/redis/connect';
import { pino } from 'pino';
import { on, startConsumer } from '../src/consumer.ts';
import { greeted } from './greeted.ts';

// A consumer in a process of its own, which the word "poison" kills.
const [, , url, maxDeliveries] = process.argv;
const redis = await connectRedis(url!, 'poisoned');
await startConsumer({
	redis,
	stream: 'orders.events',
	group: 'cart',
	consumer: 'one',
	handlers: [
		on(greeted, async ({ data }) => {
			if (data.word === 'poison') process.kill(process.pid, 'SIGKILL');
			// Long enough to be in hand when the poison strikes.
			await new Promise((resolve) => setTimeout(resolve, 20));
			await redis.sadd('heard', data.word);
		}),
	],
	logger: pino({ level: 'silent' }),
	maxDeliveries: Number(maxDeliveries),
});
