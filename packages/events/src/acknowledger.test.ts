import { expect, it, vi } from 'vitest';
import { Acknowledger } from './acknowledger.ts';
import type { Group } from './group.ts';

function startAcknowledger(acknowledge: (ids: string[]) => Promise<void>): Acknowledger {
	return new Acknowledger({ acknowledge } as Group, new AbortController().signal);
}

it('acknowledges what finishes together in one command', async () => {
	const acknowledge = vi.fn(async () => {});
	const acknowledger = startAcknowledger(acknowledge);
	for (const id of ['1-0', '2-0', '3-0']) acknowledger.add(id);
	await acknowledger.finish();
	expect(acknowledge.mock.calls).toEqual([[['1-0', '2-0', '3-0']]]);
});

it('says that an entry is acknowledged when Redis knows, and tries until it does', async () => {
	const acknowledge = vi.fn(async () => {});
	acknowledge.mockRejectedValueOnce(new Error('Connection is closed.'));
	const done = vi.fn();
	const acknowledger = startAcknowledger(acknowledge);
	acknowledger.add('1-0', done);
	await vi.waitFor(() => expect(acknowledge).toHaveBeenCalledOnce());
	expect(done).not.toHaveBeenCalled();
	acknowledger.add('2-0');
	await acknowledger.finish();
	expect(done).toHaveBeenCalledOnce();
	expect(acknowledge).toHaveBeenLastCalledWith(['1-0', '2-0']);
});

it('acknowledges what nobody waits for along with the next that somebody does', async () => {
	const acknowledge = vi.fn(async () => {});
	const acknowledger = startAcknowledger(acknowledge);
	acknowledger.addInPassing('1-0');
	acknowledger.addInPassing('2-0');
	await new Promise((resolve) => setImmediate(resolve));
	expect(acknowledge).not.toHaveBeenCalled();
	await new Promise<void>((resolve) => acknowledger.add('3-0', resolve));
	expect(acknowledge.mock.calls).toEqual([[['1-0', '2-0', '3-0']]]);
});

it('acknowledges what nobody waits for by itself when nothing else comes, and when it finishes', async () => {
	const acknowledge = vi.fn(async () => {});
	const acknowledger = startAcknowledger(acknowledge);
	acknowledger.addInPassing('1-0');
	await vi.waitFor(() => expect(acknowledge).toHaveBeenCalledWith(['1-0']));
	acknowledger.addInPassing('2-0');
	await acknowledger.finish();
	expect(acknowledge).toHaveBeenLastCalledWith(['2-0']);
});
