import { describe, expect, it } from 'vitest';
import type { CartContentsFragment } from '#lib/graphql/operations.generated.ts';
import type { CartChange } from './cart-change.ts';
import { ChangeQueue, type Outcome } from './change-queue.ts';

const set = (key: string, quantity: number): CartChange => ({ kind: 'set', key, quantity });
const done: Outcome = { kind: 'done', cart: {} as CartContentsFragment };

/** A queue whose requests are answered by hand. */
function queue() {
	const sent: CartChange[] = [];
	const answers: ((outcome: Outcome) => void)[] = [];
	let pending: readonly CartChange[] = [];
	const changes = new ChangeQueue({
		send: (change) => {
			sent.push(change);
			return new Promise((resolve) => answers.push(resolve));
		},
		changed: (now) => {
			pending = now;
		},
	});
	const answer = async (outcome: Outcome) => {
		answers.shift()?.(outcome);
		await new Promise((resolve) => setTimeout(resolve));
	};
	return { changes, sent, answer, pending: () => pending };
}

describe('changes of the cart', () => {
	it('sends the first at once and what follows for its line as one', async () => {
		const { changes, sent, answer, pending } = queue();
		const outcomes = [2, 3, 4, 5].map((quantity) => changes.put(set('a', quantity)));
		expect(sent).toEqual([set('a', 2)]);
		expect(pending()).toEqual([set('a', 2), set('a', 5)]);
		await answer(done);
		await answer(done);
		expect(sent).toEqual([set('a', 2), set('a', 5)]);
		expect(await Promise.all(outcomes)).toEqual([done, done, done, done]);
		expect(pending()).toEqual([]);
	});

	it('goes on after a refusal', async () => {
		const { changes, sent, answer } = queue();
		const refused: Outcome = { kind: 'refused', code: 'INVALID_QUANTITY', message: 'No.' };
		const first = changes.put(set('a', 100));
		void changes.put(set('b', 2));
		await answer(refused);
		expect(await first).toBe(refused);
		expect(sent).toEqual([set('a', 100), set('b', 2)]);
	});

	it('gives up what waits when no answer comes, and takes new changes', async () => {
		const { changes, sent, answer, pending } = queue();
		const outcomes = [changes.put(set('a', 2)), changes.put(set('b', 2))];
		await answer({ kind: 'lost' });
		expect(await Promise.all(outcomes)).toEqual([{ kind: 'lost' }, { kind: 'lost' }]);
		expect(pending()).toEqual([]);
		void changes.put(set('c', 1));
		expect(sent).toEqual([set('a', 2), set('c', 1)]);
	});

	it('is idle when the last of them has its answer', async () => {
		const { changes, answer } = queue();
		let idle = false;
		void changes.put(set('a', 2));
		void changes.put(set('b', 2));
		void changes.idle().then(() => {
			idle = true;
		});
		await answer(done);
		expect(idle).toBe(false);
		await answer(done);
		expect(idle).toBe(true);
	});
});
