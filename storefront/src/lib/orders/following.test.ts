import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Follower, follow } from './following.ts';

const resting = 4;

/** An order is how many steps it has taken. */
function startFollowing() {
	let shop = 1;
	let known = 0;
	let reachable = true;
	const seen: string[] = [];
	const sockets: { next: (order: number) => void; lost: () => void; open: boolean }[] = [];
	const follower: Follower = follow<number>({
		subscribe: (on) => {
			const socket = { ...on, open: true };
			sockets.push(socket);
			return () => {
				socket.open = false;
			};
		},
		ask: async () => {
			seen.push('asked');
			if (!reachable) throw new Error('unreachable');
			return shop;
		},
		reconnect: () => seen.push('reconnect'),
		isResting: (order) => order === resting,
		isNews: (order) => order > known,
		onOrder: (order) => {
			known = Math.max(known, order);
		},
		onState: (state) => seen.push(state),
		onRest: () => seen.push('rest'),
		random: () => 0.5,
	});
	return {
		follower,
		seen,
		sockets,
		known: () => known,
		move: (to: number) => {
			shop = to;
		},
		cutOff: (off: boolean) => {
			reachable = !off;
		},
	};
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('following an order', () => {
	it('is live from the first message on and asks nothing then', async () => {
		const { sockets, seen } = startFollowing();
		sockets[0]?.next(1);
		await vi.advanceTimersByTimeAsync(11_000);
		expect(seen).toEqual(['live']);
	});

	it('asks every few seconds while the socket is gone, and is live again with its next message', async () => {
		const { follower, sockets, seen } = startFollowing();
		sockets[0]?.next(1);
		follower.interrupted();
		await vi.advanceTimersByTimeAsync(6_500);
		sockets[0]?.next(2);
		expect(seen).toEqual(['live', 'polling', 'asked', 'asked', 'asked', 'live']);
	});

	it('asks once at a time however often it hears that the socket is gone', async () => {
		const { follower, seen } = startFollowing();
		for (const _again of [1, 2, 3]) {
			follower.interrupted();
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(seen).toEqual(['polling', 'asked']);
	});

	it('asks when no socket ever opens', async () => {
		const { seen } = startFollowing();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(seen).toEqual(['asked', 'polling']);
	});

	it('goes on asking while nothing answers', async () => {
		const { follower, seen, cutOff } = startFollowing();
		cutOff(true);
		follower.interrupted();
		await vi.advanceTimersByTimeAsync(6_500);
		expect(seen).toEqual(['polling', 'asked', 'asked', 'asked']);
	});

	it('subscribes again when the subscription ends too early, later each time', async () => {
		const { sockets } = startFollowing();
		sockets[0]?.lost();
		await vi.advanceTimersByTimeAsync(999);
		expect(sockets).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(sockets).toHaveLength(2);
		sockets[1]?.lost();
		await vi.advanceTimersByTimeAsync(1_999);
		expect(sockets).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(1);
		expect(sockets).toHaveLength(3);
	});

	it('does not believe a socket that brings nothing while the order moves', async () => {
		const { sockets, seen, move, known } = startFollowing();
		sockets[0]?.next(1);
		move(2);
		await vi.advanceTimersByTimeAsync(12_000);
		expect(seen).toEqual(['live', 'asked', 'polling', 'reconnect']);
		expect(known()).toBe(2);
	});

	it('stays live through a silence in which nothing happened, and while only the shop’s server is away', async () => {
		const { sockets, seen, cutOff } = startFollowing();
		sockets[0]?.next(1);
		await vi.advanceTimersByTimeAsync(12_000);
		cutOff(true);
		await vi.advanceTimersByTimeAsync(12_000);
		expect(seen).toEqual(['live', 'asked', 'asked']);
	});

	it('ends with the order’s rest, told by the socket or by an answer', async () => {
		const bySocket = startFollowing();
		bySocket.sockets[0]?.next(resting);
		expect(bySocket.seen).toEqual(['rest']);
		const byAnswer = startFollowing();
		byAnswer.move(resting);
		byAnswer.follower.interrupted();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(byAnswer.seen).toEqual(['polling', 'asked', 'rest']);
		for (const { sockets } of [bySocket, byAnswer]) expect(sockets.map(({ open }) => open)).toEqual([false]);
	});

	it('does nothing more once it is stopped', async () => {
		const { follower, sockets, seen } = startFollowing();
		follower.stop();
		sockets[0]?.lost();
		follower.check();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(seen).toEqual([]);
		expect(sockets).toHaveLength(1);
	});
});
