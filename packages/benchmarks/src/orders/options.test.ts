import { expect, test } from 'vitest';
import { parts, readOptions } from './options.ts';

test('everything is measured unless parts are named', () => {
	expect(readOptions([])).toMatchObject({ parts, rate: 10, seconds: 30, backlog: 5_000, history: 100_000 });
	expect(readOptions(['--only', 'rate', '--only', 'backlog', '--backlog', '50'])).toMatchObject({
		parts: ['rate', 'backlog'],
		backlog: 50,
	});
});

test('who asks for help gets no measurement', () => {
	expect(readOptions(['--help'])).toBeUndefined();
});

test('what cannot be measured is refused by name', () => {
	expect(() => readOptions(['--only', 'nothing'])).toThrow('rate, highest, backlog, history');
	for (const number of ['0', '-1', 'many', '']) {
		expect(() => readOptions([`--rate=${number}`])).toThrow('--rate');
	}
	expect(() => readOptions(['--faster'])).toThrow('--faster');
});
