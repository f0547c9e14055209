import { beforeEach, expect, it } from 'vitest';
import { Kept } from './kept.ts';

let made = 0;
let time = 0;
let broken = false;
let kept: Kept<number>;

beforeEach(() => {
	made = 0;
	time = 0;
	broken = false;
	kept = new Kept({
		keptMs: 1_000,
		now: () => time,
		make: async () => {
			if (broken) throw new Error('away');
			return ++made;
		},
	});
});

it('makes one for all who ask at once, and gives it to those who come later', async () => {
	expect(await Promise.all([kept.get(), kept.get(), kept.get()])).toEqual([1, 1, 1]);
	time = 999;
	expect(await kept.get()).toBe(1);
});

it('makes another when its time is over', async () => {
	await kept.get();
	time = 1_000;
	expect(await kept.get()).toBe(2);
});

it('goes on with the old one while none can be made', async () => {
	await kept.get();
	time = 5_000;
	broken = true;
	expect(await kept.get()).toBe(1);
	broken = false;
	expect(await kept.get()).toBe(2);
});

it('fails when there never was one, and tries again for the next', async () => {
	broken = true;
	await expect(kept.get()).rejects.toThrow('away');
	broken = false;
	expect(await kept.get()).toBe(1);
});
