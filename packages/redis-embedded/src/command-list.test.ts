import { expect, it } from 'vitest';
import { readmeWithCommands } from './command-list.ts';

it('is in the README as the folder of commands has it', async () => {
	const { current, expected } = await readmeWithCommands();
	expect(current).toBe(expected);
});
