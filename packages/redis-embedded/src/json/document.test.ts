import { expect, it } from 'vitest';
import { readRoot } from '../commands/json/set.ts';
import { parseJson } from './document.ts';

it('refuses a text for whose items V8 would end the process', () => {
	const text = `[${'1.0,'.repeat(2 ** 24)}1]`;
	for (const read of [parseJson, readRoot])
		expect(() => read(text)).toThrow('ERR a JSON value may have 64 MB at most');
});
