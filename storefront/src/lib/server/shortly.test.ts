import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { shortly } from './shortly.ts';

it('has what is there, or comes in time', async () => {
	expect(await shortly(Promise.resolve('at once'))).toEqual({ value: 'at once' });
	expect(await shortly(sleep(2, 'soon'))).toEqual({ value: 'soon' });
});

it('does not wait for what is late, and passes on its promise', async () => {
	const begun = performance.now();
	const { value } = await shortly(sleep(400, 'late'));
	expect(performance.now() - begun).toBeLessThan(350);
	expect(value).toBeInstanceOf(Promise);
	expect(await value).toBe('late');
});

it('throws what came in time as an error', async () => {
	await expect(shortly(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});
