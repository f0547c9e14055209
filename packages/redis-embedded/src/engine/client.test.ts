import { expect, it, vi } from 'vitest';
import { MemoryStorage } from '../storage/storage.ts';
import { loadCommands } from './command-table.ts';
import { Engine } from './engine.ts';

const commands = await loadCommands();

function connect(engine: Engine) {
	const transport = { address: '', write: vi.fn(), end: vi.fn(), destroy: vi.fn() };
	const client = engine.connect(transport);
	const call = (...words: string[]): void => {
		engine.handle(client, words);
		engine.awaitCommit(client);
	};
	return { ...transport, call };
}

it('drops a subscriber for whom too much waits, before it is too long to be sent', () => {
	const engine = new Engine(commands, new MemoryStorage());
	const [slow, other] = [connect(engine), connect(engine)];
	slow.call('SUBSCRIBE', 'firehose');
	engine.commit();
	other.call('SET', 'k', '1');
	for (let i = 0; i < 2; i++) other.call('PUBLISH', 'firehose', 'x'.repeat(17_000_000));
	expect(slow.destroy).toHaveBeenCalledOnce();
	engine.commit();
	expect(slow.write).toHaveBeenCalledOnce();
	expect(other.write).toHaveBeenCalledWith('+OK\r\n:1\r\n:1\r\n');
});

it('sends what is long by itself, and in order', () => {
	const engine = new Engine(commands, new MemoryStorage());
	const { call, write } = connect(engine);
	const long = 'x'.repeat(2_000_000);
	call('ECHO', 'first');
	call('ECHO', long);
	call('SET', 'k', '1');
	call('ECHO', long);
	engine.commit();
	const echo = `$2000000\r\n${long}\r\n`;
	expect(write.mock.calls.map(([data]) => data.length)).toEqual([11, echo.length, 5 + echo.length]);
	expect(write.mock.calls.flat().join('')).toBe(`$5\r\nfirst\r\n${echo}+OK\r\n${echo}`);
});
